import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n';
import type { CaseType } from '../../ipc/types';
import { CaseFields, useProposedProtocols } from '../../parts/case-fields';
import { FormDialog } from '../../parts/form-dialog';
import { useSend } from '../../parts/send';
import { to } from '../../routes';

/** A case for somebody already known. */
export function OpenCaseDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const [plan, setPlan] = useState<{ case_type: CaseType | null; protocol: string | null; situation: string }>({
    case_type: null,
    protocol: null,
    situation: '',
  });
  const { proposed, protocol } = useProposedProtocols(plan);
  const { send, isPending, error } = useSend('case.open', {
    done: t('case.opened'),
    onDone: (made) => go(to.case(made.case)),
  });
  return (
    <FormDialog
      title={t('case.open')}
      submit={t('case.open')}
      onClose={onClose}
      needs={[plan.case_type === null && t('case.type')]}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        plan.case_type !== null &&
        send({
          person,
          case_type: plan.case_type,
          named: [],
          situation: plan.situation.trim() === '' ? null : plan.situation,
          protocol: protocol === '' ? null : protocol,
        })
      }
    >
      <CaseFields
        plan={plan}
        protocols={proposed}
        protocol={protocol}
        change={(patch) => setPlan((before) => ({ ...before, ...patch }))}
      />
    </FormDialog>
  );
}
