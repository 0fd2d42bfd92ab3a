import { useState } from 'react';
import { RadioGroup } from '../../../components';
import { useT } from '../../../i18n';
import type { CaseView } from '../../../ipc/types';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { useLabel } from '../../../parts/protocol/label';
import { useCommand } from '../../../state/command';

/** The protocols a case may follow, those made for its type first. */
export function ProtocolDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const protocols = useCommand('protocol.list', {});
  const type = view.case.record.case_type;
  const list = [...(protocols.data ?? [])].sort(
    (a, b) =>
      Number(type !== null && b.case_types.includes(type)) - Number(type !== null && a.case_types.includes(type)),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  // Proposed only where one is made for what the case is recorded to be.
  const made = list.find((one) => type !== null && one.case_types.includes(type));
  const value = chosen ?? made?.protocol ?? null;
  const { send, isPending, error } = useSend('protocol.start', { done: t('protocol.started'), onDone: onClose });
  return (
    <FormDialog
      title={t('protocol.start')}
      submit={t('protocol.start_do')}
      onClose={onClose}
      needs={[value === null && t('case.protocol')]}
      isPending={isPending}
      error={error ?? protocols.error}
      onSubmit={() => value !== null && send({ case: view.case.id, protocol: value })}
    >
      <RadioGroup
        label={t('case.protocol')}
        value={value}
        choices={list.map((one) => ({
          key: one.protocol,
          label: label(one.title),
          description: t('protocol.steps', { count: one.steps }),
        }))}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
