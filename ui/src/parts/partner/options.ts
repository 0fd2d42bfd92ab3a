import { useMemo } from 'react';
import type { Option } from '../../components';
import { useCodeText } from '../../i18n';
import { useCommand } from '../../state/command';
import { useEither } from '../protocol/label';

/** The partners one may refer to, as a field offers them: found by either spelling, or by what they do. */
export function usePartnerOptions(enabled = true) {
  const code = useCodeText();
  const either = useEither();
  const partners = useCommand('partner.list', { inactive: false }, { enabled });
  const options = useMemo<Option[]>(
    () =>
      (partners.data ?? []).map(({ partner: held }) => ({
        key: held.id,
        label: either(held.record.name_ar, held.record.name_fr),
        note: held.record.services ?? code('partner_type', held.record.partner_type),
        keywords: `${held.record.name_ar ?? ''} ${held.record.name_fr ?? ''} ${held.record.services ?? ''}`,
      })),
    [partners.data, either, code],
  );
  return { options, isPending: partners.isPending, isLoading: partners.isLoading, error: partners.error };
}
