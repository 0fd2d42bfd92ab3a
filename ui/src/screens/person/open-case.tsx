import { useLocation } from 'wouter';
import { useT } from '../../i18n';
import type { CaseType } from '../../ipc/types';
import { CaseFields, useProposedProtocols } from '../../parts/case/fields';
import { useAboutDraft } from '../../parts/draft/about';
import { FormDialog } from '../../parts/form/dialog';
import { useSend } from '../../parts/form/send';
import { to } from '../../routes';

/** A case for somebody already known. */
export function OpenCaseDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const {
    value: plan,
    change,
    submit,
    isWriting,
    state,
  } = useAboutDraft(
    { kind: 'open_case' },
    { case_type: null as CaseType | null, protocol: null as string | null, situation: '' },
  );
  const { proposed, protocol } = useProposedProtocols(plan);
  const { sendAsync, isPending, error } = useSend('case.open', {
    done: t('case.opened'),
    onDone: (made) => go(to.case(made.case)),
  });
  return (
    <FormDialog
      title={t('case.open')}
      submit={t('case.open')}
      onClose={onClose}
      needs={[plan.case_type === null && t('case.type')]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() => {
        const { case_type, situation } = plan;
        if (case_type === null) return;
        void submit(() =>
          sendAsync({
            person,
            case_type,
            named: [],
            situation: situation.trim() === '' ? null : situation,
            protocol: protocol === '' ? null : protocol,
          }),
        );
      }}
    >
      <CaseFields plan={plan} protocols={proposed} protocol={protocol} change={change} />
    </FormDialog>
  );
}
