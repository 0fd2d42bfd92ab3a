import { Chip, type Meaning } from '../../components';
import { daysBetween, useDates, useT } from '../../i18n';
import type { Due } from '../../ipc/types';

export function dueMeaning(due: Due | null): Meaning {
  if (due === null) return 'plain';
  return { overdue: 'late', due: 'soon', soon: 'calm', later: 'plain', none: 'plain' }[due.state] as Meaning;
}

/** Days that go by a name («tomorrow», «Thursday»); those further away are told by their date, once. */
const NAMED_DAYS = 7;

/** The day a chip names: today, or the first day to come, when it is near enough to have a name. */
function namedDay(due: Due, today: string): string | null {
  if (due.state === 'overdue' || due.state === 'none') return null;
  if (due.state === 'due') return today;
  const first = due.window.start > today ? due.window.start : due.window.due;
  return daysBetween(today, first) < NAMED_DAYS ? first : null;
}

/** How pressing something is, in a word. */
export function DueChip({ due }: { due: Due | null }) {
  const t = useT();
  const dates = useDates();
  if (due === null || due.state === 'none') return null;
  if (due.state === 'overdue') {
    return <Chip meaning="late">{t('due.late_by', { days: Math.max(1, due.days_late) })}</Chip>;
  }
  const day = namedDay(due, dates.today);
  return day === null ? null : <Chip meaning={dueMeaning(due)}>{dates.near(day)}</Chip>;
}

/**
 * The window in words, or nothing. In a list, where a chip stands beside it: without saying of each that it is the proposed
 * one, and not the one day the chip names already.
 */
export function useWindowText({ inList = false } = {}): (due: Due | null) => string {
  const dates = useDates();
  return (due) => {
    if (due === null) return '';
    if (!inList) return dates.window(due.window);
    const { start, due: day, end } = due.window;
    const isOneDay = start === day && (end === null || end === day);
    return isOneDay && namedDay(due, dates.today) === day ? '' : dates.window({ ...due.window, suggested: false });
  };
}
