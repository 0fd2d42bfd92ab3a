import { Select, TextArea } from '../../components';
import { useT } from '../../i18n';
import type { CaseType, ProtocolCard } from '../../ipc/types';
import { CODES, STARTS_RESTRICTED } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useChoices } from '../form/choices';
import { ConfidentialityChip } from '../person/who';
import { useLabel } from '../protocol/label';

export interface CasePlan {
  case_type: CaseType | null;
  /** Empty: without a protocol; null: the one proposed. */
  protocol: string | null;
  situation: string;
}

/** The protocols made for a type of case; the first is proposed. */
export function useProposedProtocols(plan: CasePlan, enabled = true) {
  const protocols = useCommand('protocol.list', {}, { enabled });
  const proposed = (protocols.data ?? []).filter(
    (one) => plan.case_type !== null && one.case_types.includes(plan.case_type),
  );
  // One that was kept and is not proposed any more is not followed unseen.
  const kept = plan.protocol === '' || proposed.some((one) => one.protocol === plan.protocol) ? plan.protocol : null;
  return { proposed, protocol: kept ?? proposed[0]?.protocol ?? '' };
}

/** What a case is about, how secret, which protocol: the same questions wherever a case is opened. */
export function CaseFields({
  plan,
  change,
  protocols,
  protocol,
}: {
  plan: CasePlan;
  change: (patch: Partial<CasePlan>) => void;
  protocols: readonly ProtocolCard[];
  protocol: string;
}) {
  const t = useT();
  const choices = useChoices();
  const label = useLabel();
  return (
    <>
      <Select
        label={t('case.type')}
        isRequired
        value={plan.case_type}
        options={choices('case_type', CODES.CaseType)}
        onChange={(case_type) => change({ case_type, protocol: null })}
      />
      {plan.case_type !== null && STARTS_RESTRICTED.includes(plan.case_type) && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          <ConfidentialityChip value="restricted" /> {t('intake.restricted_text')}
        </p>
      )}
      {plan.case_type !== null && protocols.length > 0 && (
        <Select
          label={t('case.protocol')}
          value={protocol === '' ? 'none' : protocol}
          options={[
            ...protocols.map((one) => ({
              key: one.protocol,
              label: label(one.title),
              note: t('protocol.steps', { count: one.steps }),
            })),
            { key: 'none', label: t('protocol.none') },
          ]}
          onChange={(key) => change({ protocol: key === 'none' ? '' : key })}
        />
      )}
      {plan.case_type !== null && protocols.length === 0 && (
        <p className="text-sm text-ink-3">{t('protocol.none_for_type')}</p>
      )}
      <TextArea
        label={t('case.situation')}
        rows={4}
        value={plan.situation}
        onChange={(situation) => change({ situation })}
      />
    </>
  );
}
