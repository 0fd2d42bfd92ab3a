import type { ReactNode } from 'react';

/** What a colour means; always beside a word. */
export type Meaning = 'late' | 'soon' | 'done' | 'info' | 'sealed' | 'calm' | 'plain';

const CHIP: Record<Meaning, string> = {
  late: 'bg-late-soft text-late',
  soon: 'bg-soon-soft text-soon',
  done: 'bg-done-soft text-done',
  info: 'bg-info-soft text-info',
  sealed: 'bg-sealed-soft text-sealed',
  calm: 'bg-accent-soft text-accent',
  plain: 'bg-sunken text-ink-2',
};

export function Chip({
  meaning = 'plain',
  icon,
  size = 'normal',
  children,
}: {
  meaning?: Meaning;
  icon?: ReactNode;
  size?: 'normal' | 'large';
  children: ReactNode;
}) {
  const scale =
    size === 'large'
      ? 'min-h-8 rounded-[calc(16rem/15)] px-3 text-sm font-medium'
      : 'min-h-5.5 px-2.5 py-px text-xs leading-4.5 font-medium';
  return (
    <span
      data-chip
      className={`inline-flex max-w-full items-center gap-1.5 rounded-[calc(11rem/15)] [&_svg]:size-3.5 [&_svg]:shrink-0 ${scale} ${CHIP[meaning]}`}
    >
      {icon}
      <bdi className="inline-block first-letter:uppercase">{children}</bdi>
    </span>
  );
}

/** Count beside a place in the navigation: red only when something in it is overdue. */
export function Count({ value, late = false }: { value: number; late?: boolean }) {
  return (
    <span
      className={`tabular inline-flex h-4.75 min-w-5.5 items-center justify-center rounded-full px-1.5 text-xs font-semibold ${late ? 'bg-late-soft text-late' : 'bg-sunken text-ink-2'}`}
    >
      {value}
    </span>
  );
}
