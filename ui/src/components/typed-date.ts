import { useEffect, useRef } from 'react';
import { latinDigits } from '../i18n';

const MARKS = /[\s\u200e\u200f\u061c]*[/.\-،,\s][\s\u200e\u200f\u061c]*/;

function day(year: string, month: string, date: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** A whole date as people write it, day first or year first, as `YYYY-MM-DD`; null when it is none. */
export function dayOf(typed: string): string | null {
  const text = latinDigits(typed)
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .trim();
  const run = /^\d{8}$/.test(text);
  if (run) {
    return (
      day(text.slice(4), text.slice(2, 4), text.slice(0, 2)) ?? day(text.slice(0, 4), text.slice(4, 6), text.slice(6))
    );
  }
  const parts = text.split(MARKS);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3 || !parts.every((part) => /^\d+$/.test(part))) return null;
  if (first.length === 4 && second.length <= 2 && third.length <= 2) return day(first, second, third);
  if (third.length === 4 && first.length <= 2 && second.length <= 2) return day(third, second, first);
  return null;
}

const SEPARATOR = /^[/.\-،, ]$/;

/**
 * Lets a date be typed and pasted as people write it. The segments know Latin digits one by one: digits of other
 * keyboards are handed to them as such, a mark goes on to the next part, and a whole date is taken at once.
 */
export function useTypedDate(onDay: (iso: string) => void) {
  const box = useRef<HTMLDivElement>(null);
  const take = useRef(onDay);
  take.current = onDay;
  useEffect(() => {
    const group = box.current;
    if (group === null) return;
    /** The part something was typed in since it was entered: a mark then ends it. */
    let begun: EventTarget | null = null;
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const goOn = (from: Element) => {
      const parts = [...group.querySelectorAll<HTMLElement>('[role="spinbutton"]')];
      parts[parts.indexOf(from as HTMLElement) + 1]?.focus();
    };
    const input = (event: InputEvent) => {
      const { data, target } = event;
      if (data === null || !(target instanceof Element) || target.getAttribute('role') !== 'spinbutton') return;
      if (SEPARATOR.test(data)) {
        stop(event);
        if (begun === target) goOn(target);
        return;
      }
      const whole = data.length > 1 ? dayOf(data) : null;
      if (whole !== null) {
        stop(event);
        take.current(whole);
        return;
      }
      begun = target;
      const latin = latinDigits(data);
      if (latin === data) return;
      stop(event);
      const { inputType } = event;
      target.dispatchEvent(new InputEvent('beforeinput', { data: latin, inputType, bubbles: true, cancelable: true }));
    };
    const paste = (event: ClipboardEvent) => {
      const whole = dayOf(event.clipboardData?.getData('text') ?? '');
      stop(event);
      if (whole !== null) take.current(whole);
    };
    const enter = () => {
      begun = null;
    };
    // Before the segments hear of it.
    group.addEventListener('beforeinput', input, true);
    group.addEventListener('paste', paste, true);
    group.addEventListener('focusin', enter);
    return () => {
      group.removeEventListener('beforeinput', input, true);
      group.removeEventListener('paste', paste, true);
      group.removeEventListener('focusin', enter);
    };
  }, []);
  return box;
}
