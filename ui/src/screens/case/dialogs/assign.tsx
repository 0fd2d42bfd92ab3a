import { Button, Checkbox, Select, TextField } from '../../../components';
import { dotted, useCodeText, useT } from '../../../i18n';
import type { CaseView } from '../../../ipc/types';
import { useAboutDraft } from '../../../parts/draft/about';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { useStaffText } from '../../../parts/person/who';

/** Who follows the case, and who answers for it. */
export function AssignDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useT();
  const code = useCodeText();
  const name = useStaffText();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'assign' },
    { staff: null as string | null, lead: view.state.lead === null, note: '' },
  );
  const { staff, lead, note } = value;
  const { sendAsync, isPending, error } = useSend('case.assign', { done: t('case.assigned'), onDone: onClose });
  const remove = useSend('case.unassign', { done: t('case.unassigned') });
  const options = view.assignable.flatMap((one) =>
    one.staff === null ? [] : [{ key: one.staff, label: name(one), note: code('role', one.role, { sex: one.sex }) }],
  );
  return (
    <FormDialog
      title={t('case.assign')}
      submit={t('case.assign_do')}
      onClose={onClose}
      needs={[staff === null && t('case.assign_to')]}
      isPending={isPending || isWriting}
      error={error ?? remove.error}
      draft={state}
      onSubmit={() =>
        staff !== null && void submit(() => sendAsync({ case: view.case.id, staff, lead, note: note || null }))
      }
    >
      <Select
        label={t('case.assign_to')}
        isRequired
        value={staff}
        options={options}
        onChange={(next) => change({ staff: next })}
      />
      <Checkbox isSelected={lead} onChange={(next) => change({ lead: next })}>
        {t('case.as_lead')}
      </Checkbox>
      <TextField label={t('case.assign_note')} value={note} onChange={(next) => change({ note: next })} />
      {view.staff.length > 0 && (
        <ul className="border-t border-line pt-3">
          {view.staff.map((one) => (
            <li key={one.staff} className="flex items-center gap-2 py-1">
              <bdi className="flex-1">{name(one)}</bdi>
              <Button
                size="row"
                variant="quiet"
                aria-label={dotted(t('case.unassign'), name(one))}
                onPress={() => one.staff !== null && remove.send({ case: view.case.id, staff: one.staff })}
              >
                {t('case.unassign')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
