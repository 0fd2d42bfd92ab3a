import { Segmented, TextArea } from '../../components';
import { useDates, useT } from '../../i18n';
import type { NoteKind, Reachable } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useDialogDraft } from '../draft/use-dialog-draft';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { ReachNote } from '../person/reach';

/** A note: its words, and what kind of moment they tell of. Dated when it was begun. */
export function NoteDialog({
  caseId,
  person,
  reachable,
  name,
  onClose,
}: {
  caseId: string;
  person: string;
  /** Whether they may be called. */
  reachable: Reachable;
  /** What a draft is called in the list. */
  name: string;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const { sendAsync, isPending, error } = useSend('note.add', { done: t('note.added'), onDone: onClose });
  const { value, change, submit, isWriting, state } = useDialogDraft(caseId, { kind: 'note' }, name, {
    kind: 'remark' as NoteKind,
    body: '',
    day: today,
  });
  return (
    <FormDialog
      title={t('note.new')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[value.body.trim() === '' && t('note.body')]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() => void submit((draft) => sendAsync({ note: { case: caseId, person, ...value }, draft }))}
    >
      <TextArea label={t('note.body')} rows={7} autoFocus value={value.body} onChange={(body) => change({ body })} />
      <Segmented
        label={t('note.kind')}
        value={value.kind}
        choices={choices('note_kind', CODES.NoteKind)}
        onChange={(kind) => change({ kind })}
      />
      {value.kind === 'call' && !reachable.may_be_reached && (
        <ReachNote reachable={reachable} more={t('note.call_unsafe')} />
      )}
    </FormDialog>
  );
}
