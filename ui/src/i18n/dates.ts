import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { OFFSETS } from '../ipc/types';

/** A civil date, `YYYY-MM-DD`; the core also writes `YYYY` when only the year is known. */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const NO_BREAK = '\u00a0';
const MINUTE_MS = 60_000;
const NOON = 12;
/** «Bonjour» until then. */
const EVENING = 18;

/** Civil dates live at UTC midnight while they are computed with: no zone and no Ramadan clock can move them. */
function atUtc(date: CivilDate): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/**
 * What a clock on a wall in Morocco shows at that moment, as if it were UTC. By the core's own table: a web view has zone
 * data of another year, by which the window and the core were an hour apart, and a day for an hour each night.
 */
function onTheWall(instant: Date): Date {
  const ms = instant.getTime();
  const ahead = OFFSETS.findLast(([from]) => from <= ms) ?? OFFSETS[0];
  return new Date(ms + (ahead?.[1] ?? 0) * MINUTE_MS);
}

/** The day it is in Morocco. */
export function civil(instant: Date): CivilDate {
  return onTheWall(instant).toISOString().slice(0, 10);
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** How one is greeted at this hour in Morocco. */
export function partOfDay(instant: Date): PartOfDay {
  const hour = onTheWall(instant).getUTCHours();
  if (hour < NOON) return 'morning';
  return hour < EVENING ? 'afternoon' : 'evening';
}

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((atUtc(to).getTime() - atUtc(from).getTime()) / DAY_MS);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(atUtc(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

export function ageAt(birth: string | null | undefined, today: CivilDate): number | null {
  if (birth === null || birth === undefined || birth.length < 4) return null;
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  if (birth.length < 10) return years;
  return today.slice(5) < birth.slice(5, 10) ? years - 1 : years;
}

export interface Window {
  start?: CivilDate | null;
  due?: CivilDate | null;
  end?: CivilDate | null;
  /** A default of the protocol, not a date the law or the team has set. */
  suggested?: boolean;
}

export interface Dates {
  today: CivilDate;
  /** "22 نونبر", with the year when it is another one. */
  day: (date: CivilDate) => string;
  /** "22 نونبر 2026". */
  full: (date: CivilDate) => string;
  /** "الاثنين 23 نونبر 2026". */
  weekday: (date: CivilDate) => string;
  /** "اليوم", "غدا", "الثلاثاء", then the day. */
  near: (date: CivilDate) => string;
  /** "من 18 إلى 20 نونبر", "إلى 21 نونبر", «أجل مقترح: إلى 5 دجنبر». */
  window: (window: Window) => string;
  /** "متأخر بثلاثة أيام": days from the end of the window to today. */
  late: (end: CivilDate) => string;
  /** "14:30". */
  time: (instant: string) => string;
  /** "قبل 12 دقيقة", then the day. */
  ago: (instant: string) => string;
  /** Birth as known: the day, or the year alone. */
  birth: (birth: string) => string;
}

export function makeDates(intl: IntlShape, now: () => Date): Dates {
  const today = civil(now());
  // The first of a month is an ordinal in French alone, which no table of formats knows.
  const numbered = (day: string) => (day === '1' && intl.locale.startsWith('fr') ? '1er' : day);
  // A day and its month stay on one line.
  const show = (date: CivilDate, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(intl.locale, { ...options, timeZone: 'UTC' })
      .formatToParts(atUtc(date))
      .map((part) => (part.type === 'day' ? numbered(part.value) : part.value))
      .join('')
      .replaceAll(' ', NO_BREAK);
  const say = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);

  const full = (date: CivilDate) => show(date, { day: 'numeric', month: 'long', year: 'numeric' });
  const day = (date: CivilDate) =>
    date.slice(0, 4) === today.slice(0, 4) ? show(date, { day: 'numeric', month: 'long' }) : full(date);
  const near = (date: CivilDate) => {
    const away = daysBetween(today, date);
    if (away === 0) return say('date.today');
    if (away === 1) return say('date.tomorrow');
    if (away === -1) return say('date.yesterday');
    if (away > 1 && away < 7) return show(date, { weekday: 'long' });
    return day(date);
  };
  const bounds = ({ start, due, end }: Window) => {
    const last = end ?? due ?? null;
    if (start && last && start !== last) {
      const sameMonth = start.slice(0, 7) === last.slice(0, 7);
      return say('date.from_to', {
        from: sameMonth ? numbered(String(Number(start.slice(8, 10)))) : day(start),
        to: day(last),
      });
    }
    if (last) return last === today ? say('date.today') : say(start ? 'date.on' : 'date.until', { day: day(last) });
    return start ? say('date.from', { day: day(start) }) : '';
  };

  return {
    today,
    day,
    full,
    weekday: (date) =>
      `${show(date, { weekday: 'long' })} ${show(date, { day: 'numeric', month: 'long', year: 'numeric' })}`,
    near,
    window: (w) =>
      w.suggested === true && bounds(w) !== '' ? say('date.suggested', { window: bounds(w) }) : bounds(w),
    late: (end) => say('due.late_by', { days: Math.max(1, daysBetween(end, today)) }),
    time: (instant) =>
      new Intl.DateTimeFormat(intl.locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: 'UTC',
      }).format(onTheWall(new Date(instant))),
    ago: (instant) => {
      const minutes = Math.floor((now().getTime() - new Date(instant).getTime()) / 60_000);
      if (minutes < 1) return say('date.just_now');
      if (minutes < 60) return say('date.minutes_ago', { minutes });
      if (minutes < 60 * 12) return say('date.hours_ago', { hours: Math.floor(minutes / 60) });
      return near(civil(new Date(instant)));
    },
    birth: (birth) => (birth.length >= 10 ? full(birth) : birth),
  };
}

const systemClock = () => new Date();

export function useDates(): Dates {
  const intl = useIntl();
  const today = civil(systemClock());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new day makes new dates.
  return useMemo(() => makeDates(intl, systemClock), [intl, today]);
}
