import { Checkbox, ComboBox, Select, TextArea, TextField } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { CaseRow, Withheld } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useChoices } from '../../parts/form/choices';
import { usePartnerOptions } from '../../parts/partner/options';
import { SharedItems } from '../../parts/referral/withheld';
import type { Plan } from './state';

const NEW = 'new';

/** To whom, for what, told what, on which agreement. A referral is followed in a case: one that is open, or a new one. */
export function ReferralFields({
  plan,
  change,
  open,
  withheld,
}: {
  plan: Plan;
  change: (patch: Partial<Plan>) => void;
  /** The person's open cases. */
  open: readonly CaseRow[];
  /** What is not told of them, even when it is ticked. */
  withheld: readonly Withheld[];
}) {
  const t = useT();
  const code = useCodeText();
  const choices = useChoices();
  const { options, isLoading } = usePartnerOptions();
  return (
    <>
      <ComboBox
        label={t('referral.partner')}
        isRequired
        value={plan.partner}
        options={options}
        isLoading={isLoading}
        empty={t('partner.none')}
        onChange={(partner) => change({ partner })}
      />
      <TextField
        label={t('referral.service_asked')}
        isRequired
        value={plan.asked}
        onChange={(asked) => change({ asked })}
      />
      <TextArea
        label={t('referral.reason')}
        rows={2}
        value={plan.referral_reason}
        onChange={(referral_reason) => change({ referral_reason })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {open.length > 0 && (
          <Select
            label={t('field_name.case')}
            value={plan.case ?? NEW}
            options={[
              ...open.map((row) => ({
                key: row.case,
                label: row.number,
                ...(row.case_type === null ? {} : { note: code('case_type', row.case_type) }),
              })),
              { key: NEW, label: t('case.open') },
            ]}
            onChange={(key) => change({ case: key === NEW ? null : key })}
          />
        )}
        {plan.case === null && (
          <Select
            label={t('case.type')}
            isRequired
            value={plan.case_type}
            options={choices('case_type', CODES.CaseType)}
            onChange={(case_type) => change({ case_type, protocol: null })}
          />
        )}
      </div>
      <SharedItems value={plan.shared} withheld={withheld} onChange={(shared) => change({ shared })} />
      <Checkbox isSelected={plan.agrees} onChange={(agrees) => change({ agrees })}>
        {t('intake.consent_ask')}
      </Checkbox>
      {!plan.agrees && (
        <TextField
          label={t('referral.override')}
          description={t('referral.override_help')}
          isRequired
          value={plan.why}
          onChange={(why) => change({ why })}
        />
      )}
      <p className="text-sm text-ink-2">{t('intake.referral_text')}</p>
    </>
  );
}
