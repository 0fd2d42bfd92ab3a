import { Button, GO_ON_KEYS, Kbd, Select } from '../../components';
import { useT } from '../../i18n';
import type { CaseType } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useProposedProtocols } from '../../parts/case/fields';
import { useChoices } from '../../parts/form/choices';
import { FormFields, useAnswerAmounts } from '../../parts/form/fields';
import { isWhole, Needs as Lack } from '../../parts/form/needs';
import { useForms } from '../../parts/form/use-forms';
import { ConfidentialityChip } from '../../parts/person/who';
import { IndhSelect } from '../../parts/situation/dialog';
import type { Needs } from './state';
import type { IntakeFlow } from './use-intake';

const NONE = 'none';

/** Which group the person belongs to, what its form asks, how great the danger is. All of it may wait. */
export function NeedsStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const choices = useChoices();
  const forms = useForms();
  const { needs, plan } = flow.intake;
  // Looked up here, so that the case proposed next has its protocol before anybody can press Enter.
  useProposedProtocols(plan);
  const form = forms.current(needs.group);
  const { lacking } = useAnswerAmounts(form, needs.answers, needs.meant);
  const ready = isWhole(lacking);
  const change = (patch: Partial<Needs>) => flow.change({ needs: { ...needs, ...patch } });
  const choose = (group: CaseType | null) =>
    flow.change({
      needs: { ...needs, group, answers: [], meant: [] },
      // The case that may be opened next is about what was just said.
      plan: plan.case_type === null || plan.case_type === needs.group ? { ...plan, case_type: group } : plan,
    });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) flow.saveNeeds();
      }}
    >
      <h2 className="text-lg font-semibold">{t('intake.needs_title')}</h2>
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Select
          label={t('situation.group')}
          description={t('intake.needs_help')}
          value={needs.group ?? NONE}
          options={[{ key: NONE, label: t('situation.no_group') }, ...choices('case_type', CODES.CaseType)]}
          onChange={(key) => choose(key === NONE ? null : (key as CaseType))}
        />
        <IndhSelect value={needs.indh} onChange={(indh) => change({ indh })} />
      </div>
      {needs.group !== null && forms.confidentialGroups.includes(needs.group) && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          <ConfidentialityChip value="restricted" /> {t('situation.confidential')}
        </p>
      )}
      {form !== undefined && (
        <FormFields
          form={form}
          person={flow.intake.person?.person ?? null}
          answers={needs.answers}
          meant={needs.meant}
          onChange={(answers, meant) => change({ answers, meant })}
        />
      )}
      <div className="form-foot -mx-4.5 -mb-4.5 rounded-b-card bg-surface px-4.5 py-3.5">
        <Button onPress={() => flow.goTo('listening')}>{t('action.back')}</Button>
        <span className="flex-1 text-end">
          <Lack needs={lacking} />
        </span>
        {ready && <Kbd>{GO_ON_KEYS}</Kbd>}
        <Button type="submit" variant="primary" isDisabled={!ready}>
          {t('action.next')}
        </Button>
      </div>
    </form>
  );
}
