import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react';
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
  const isGrouped = useContext(Grouped);
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
  const list = (
    <ul aria-label={label} onKeyDown={onKeyDown} className="rows">
      {children}
    </ul>
  );
  return isGrouped ? list : <div className="@container">{list}</div>;
}

const Grouped = createContext(false);

/** Several lists of one card, each a `RowGroup`: their columns agree. */
export function RowGroups({ children }: { children: ReactNode }) {
  return (
    <Grouped value={true}>
      <div className="@container">
        <div className="rows">{children}</div>
      </div>
    </Grouped>
  );
}

/** One of them: its head, its list, what follows it. */
export function RowGroup({ children }: { children: ReactNode }) {
  return <section className="rows [&>:not(.rows)]:col-span-full">{children}</section>;
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
    <li className={`rows border-b border-line last:border-b-0 ${isSelected ? 'bg-accent-soft' : ''}`}>
      <div className="rows min-h-15 items-center px-4 py-2 @max-[40rem]:flex @max-[40rem]:flex-wrap @max-[40rem]:gap-y-1.5">
        {meaning !== undefined && (
          <span aria-hidden className={`col-start-1 me-3 h-9 w-1 shrink-0 rounded-full ${BAR[meaning]}`} />
        )}
        {start !== undefined && <span className="col-start-2 me-3">{start}</span>}
        {onOpen === undefined ? (
          <div className="col-start-3 min-w-0 flex-1 basis-24">
            <RowText what={what} who={who} />
          </div>
        ) : (
          <button
            type="button"
            data-row
            onClick={onOpen}
            className="col-start-3 -mx-2 -my-1 min-w-0 flex-1 basis-24 cursor-pointer rounded-control px-2 py-1 text-start hover:[&_.row-what]:text-accent"
          >
            <RowText what={what} who={who} />
          </button>
        )}
        {/* In a narrow list they stand under the text, so that it keeps its width. */}
        <span
          className={`contents empty:hidden @max-[40rem]:order-last @max-[40rem]:flex @max-[40rem]:basis-full @max-[40rem]:items-center @max-[40rem]:gap-3 ${meaning === undefined && start === undefined ? '' : '@max-[40rem]:ps-4.5'}`}
        >
          {chip !== undefined && (
            <span className="col-start-4 ms-3 flex flex-wrap gap-1.5 empty:hidden @max-[40rem]:ms-0">{chip}</span>
          )}
          {when !== undefined && when !== '' && (
            <span className="col-start-5 ms-3 max-w-34 text-sm text-balance text-ink-2 @max-[40rem]:ms-0 @max-[40rem]:max-w-none">
              {when}
            </span>
          )}
        </span>
        {button !== undefined && (
          <span className="col-start-6 ms-3 flex justify-end [&>button]:min-w-23">{button}</span>
        )}
      </div>
    </li>
  );
}

function RowText({ what, who }: { what: ReactNode; who: ReactNode }) {
  return (
    <>
      <span className="row-what line-clamp-2 font-semibold">{what}</span>
      {/* Cut, it would hide the next step and who has it: in a narrow list it goes on in a second line. */}
      {who !== undefined && <span className="block text-sm wrap-anywhere text-ink-2">{who}</span>}
    </>
  );
}
