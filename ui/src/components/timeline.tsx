import { type ReactNode, useState } from 'react';
import { useT } from '../i18n';
import type { Meaning } from './chip';

const GROUND: Record<Meaning, string> = {
  late: 'bg-late-soft text-late',
  soon: 'bg-soon-soft text-soon',
  done: 'bg-done-soft text-done',
  info: 'bg-info-soft text-info',
  sealed: 'bg-sealed-soft text-sealed',
  calm: 'bg-accent-soft text-accent',
  plain: 'bg-sunken text-ink-2',
};

export interface TimelineEntry {
  key: string;
  icon: ReactNode;
  meaning: Meaning;
  what: ReactNode;
  who?: ReactNode;
  when: string;
  /** Long text, folded until asked for. */
  text?: string | null;
}

/** Icon, what, who, when. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ul aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className="flex items-start gap-3 border-b border-line py-3.5 last:border-b-0">
          <span
            aria-hidden
            className={`flex size-8 shrink-0 items-center justify-center rounded-full [&_svg]:size-4 ${GROUND[entry.meaning]}`}
          >
            {entry.icon}
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{entry.what}</p>
            {entry.who !== undefined && <p className="text-sm text-ink-2">{entry.who}</p>}
            {entry.text !== undefined && entry.text !== null && entry.text !== '' && <Folded text={entry.text} />}
          </div>
          <span className="shrink-0 text-sm text-ink-2">{entry.when}</span>
        </li>
      ))}
    </ul>
  );
}

const FOLD_AT = 160;

/** What someone wrote, in its own direction, with *the rest* one press away. */
export function Folded({ text }: { text: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const long = text.length > FOLD_AT || text.includes('\n');
  return (
    <p dir="auto" className="mt-1 max-w-[70ch] text-sm break-words whitespace-pre-wrap text-ink-2">
      {open || !long ? text : `${text.split('\n')[0]?.slice(0, FOLD_AT) ?? ''}… `}
      {long && (
        <button
          type="button"
          className="cursor-pointer rounded-sm px-1 font-medium text-accent hover:underline"
          onClick={() => setOpen(!open)}
        >
          {open ? t('action.fold') : t('action.read_all')}
        </button>
      )}
    </p>
  );
}
