import type { KeyboardEvent, ReactNode } from 'react';
import type { Meaning } from './chip';

const BAR: Record<Meaning, string> = {
  late: 'bg-late-fill',
  soon: 'bg-soon-fill',
  done: 'bg-done',
  info: 'bg-info',
  sealed: 'bg-sealed',
  calm: 'bg-accent-quiet',
  plain: 'bg-line-strong',
};

const ROWS = '[data-row]';

/**
 * A list whose rows open with Enter and move with the arrows, Home and End. One row at a time is in the tab order;
 * the button inside a row is the next Tab.
 */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROWS)];
    const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const target =
      event.key === 'ArrowDown'
        ? rows[Math.min(at + 1, rows.length - 1)]
        : event.key === 'ArrowUp'
          ? rows[Math.max(at - 1, 0)]
          : event.key === 'Home'
            ? rows[0]
            : event.key === 'End'
              ? rows.at(-1)
              : undefined;
    if (target === undefined || (event.target as HTMLElement).closest('input, textarea') !== null) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <ul aria-label={label} onKeyDown={onKeyDown} className="@container">
      {children}
    </ul>
  );
}

interface RowProps {
  meaning?: Meaning;
  what: ReactNode;
  /** Who · where. */
  who?: ReactNode;
  chip?: ReactNode;
  window?: ReactNode;
  button?: ReactNode;
  start?: ReactNode;
  onOpen?: () => void;
  isSelected?: boolean;
}

/** Meaning bar, what, who · where, chip, window, one button. */
export function Row({ meaning, what, who, chip, window: when, button, start, onOpen, isSelected = false }: RowProps) {
  return (
    <li className={`border-b border-line last:border-b-0 ${isSelected ? 'bg-accent-soft' : ''}`}>
      <div className="flex min-h-[60px] items-center gap-x-3 gap-y-1.5 px-4 py-2 @max-[600px]:flex-wrap">
        {meaning !== undefined && <span aria-hidden className={`h-9 w-1 shrink-0 rounded-full ${BAR[meaning]}`} />}
        {start}
        {onOpen === undefined ? (
          <div className="min-w-0 flex-1">
            <RowText what={what} who={who} />
          </div>
        ) : (
          <button
            type="button"
            data-row
            onClick={onOpen}
            className="-mx-2 -my-1 min-w-0 flex-1 cursor-pointer rounded-control px-2 py-1 text-start hover:[&_.row-what]:text-accent"
          >
            <RowText what={what} who={who} />
          </button>
        )}
        {/* In a narrow list they stand under the text, so that it keeps its width. */}
        <span className="contents empty:hidden @max-[600px]:order-last @max-[600px]:flex @max-[600px]:basis-full @max-[600px]:items-center @max-[600px]:gap-3 @max-[600px]:ps-[18px]">
          {chip !== undefined && <span className="flex shrink-0 gap-1.5 whitespace-nowrap">{chip}</span>}
          {when !== undefined && (
            <span className="w-34 shrink-0 text-sm text-balance text-ink-2 @max-[600px]:w-auto">{when}</span>
          )}
        </span>
        {button !== undefined && <span className="flex shrink-0 justify-end [&>button]:min-w-[92px]">{button}</span>}
      </div>
    </li>
  );
}

function RowText({ what, who }: { what: ReactNode; who: ReactNode }) {
  return (
    <>
      <span className="row-what line-clamp-2 font-semibold">{what}</span>
      {who !== undefined && <span className="block truncate text-sm text-ink-2">{who}</span>}
    </>
  );
}
