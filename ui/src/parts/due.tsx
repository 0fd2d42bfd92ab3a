import { Chip, type Meaning } from '../components';
import { useDates, useT } from '../i18n';
import type { Due } from '../ipc/types';

export function dueMeaning(due: Due | null): Meaning {
  if (due === null) return 'plain';
  return { overdue: 'late', due: 'soon', soon: 'calm', later: 'plain', none: 'plain' }[due.state] as Meaning;
}

/** How pressing something is, in a word. */
export function DueChip({ due }: { due: Due | null }) {
  const t = useT();
  const dates = useDates();
  if (due === null || due.state === 'none') return null;
  if (due.state === 'overdue') {
    return <Chip meaning="late">{t('due.late_by', { days: Math.max(1, due.days_late) })}</Chip>;
  }
  if (due.state === 'due') return <Chip meaning="soon">{dates.near(dates.today)}</Chip>;
  return (
    <Chip meaning={dueMeaning(due)}>
      {dates.near(due.window.start > dates.today ? due.window.start : due.window.due)}
    </Chip>
  );
}

/** The window in words, or nothing; in a list, without saying of each that it is the proposed one. */
export function useWindowText({ inList = false } = {}): (due: Due | null) => string {
  const dates = useDates();
  return (due) => (due === null ? '' : dates.window(inList ? { ...due.window, suggested: false } : due.window));
}
