import { ShieldAlert } from 'lucide-react';
import { useCodeText, useT } from '../i18n';
import type { SharedItem, Withheld } from '../ipc/types';

/** What was to be told in a referral and is not, in one line. */
export function useWithheldText(): (items: readonly SharedItem[]) => string {
  const t = useT();
  const code = useCodeText();
  return (items) =>
    t('referral.withheld_done', { items: items.map((item) => code('shared_item', item)).join(t('list.comma')) });
}

/** Beside what is ticked: what will not be told all the same, and why. The core decided which. */
export function WithheldNotes({ shared, withheld }: { shared: readonly SharedItem[]; withheld: readonly Withheld[] }) {
  const t = useT();
  const code = useCodeText();
  const notes = withheld.filter((one) => shared.includes(one.item));
  if (shared.length === 0) return <p className="text-sm text-ink-2">{t('referral.nothing_shared')}</p>;
  if (notes.length === 0) return null;
  return (
    <ul role="status" className="flex flex-col gap-1 rounded-control bg-late-soft px-3 py-2 text-sm text-late">
      {notes.map(({ item, reach }) => (
        <li key={item} className="flex items-start gap-2">
          <ShieldAlert aria-hidden className="size-4 mt-0.5 shrink-0" />
          <span>
            {reach === null
              ? t('referral.withheld_empty', { item: code('shared_item', item) })
              : t('referral.withheld', { item: code('shared_item', item), why: code('reach', reach) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
