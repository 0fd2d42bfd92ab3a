import { useCodeText, useT } from '../../i18n';
import type { SharedItem, Withheld } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { CheckList } from '../form/check-list';

/** What was to be told in a referral and is not, in one line. */
export function useWithheldText(): (items: readonly SharedItem[]) => string {
  const t = useT();
  const code = useCodeText();
  return (items) =>
    t('referral.withheld_done', { items: items.map((item) => code('shared_item', item)).join(t('list.comma')) });
}

/**
 * What a partner is told: nothing until it is ticked. What will not be told all the same says so where it is ticked, and
 * why; the core decided which.
 */
export function SharedItems({
  value,
  withheld,
  onChange,
}: {
  value: readonly SharedItem[];
  withheld: readonly Withheld[];
  onChange: (value: SharedItem[]) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const warning = (item: SharedItem) => {
    const held = withheld.find((one) => one.item === item);
    if (held === undefined) return {};
    const said =
      held.reach === null ? t('referral.withheld_empty') : `${t('referral.withheld')} ${code('reach', held.reach)}`;
    return { warning: said };
  };
  return (
    <div className="flex flex-col gap-1.5">
      <CheckList
        label={t('referral.shared')}
        value={value}
        choices={CODES.SharedItem.map((key) => ({ key, label: code('shared_item', key), ...warning(key) }))}
        onChange={onChange}
      />
      {value.length === 0 && <p className="text-sm text-ink-2">{t('referral.nothing_shared')}</p>}
    </div>
  );
}
