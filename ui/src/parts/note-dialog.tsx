import { useState } from 'react';
import { Segmented, TextArea } from '../components';
import { useDates, useT } from '../i18n';
import { NOTE_KINDS } from '../ipc/codes';
import type { NoteKind } from '../ipc/types';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { useSend } from './send';

/** A note: its words, and what kind of moment they tell of. */
export function NoteDialog({
  caseId,
  person,
  onClose,
}: {
  caseId: string | null;
  person: string;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const [kind, setKind] = useState<NoteKind>('remark');
  const [body, setBody] = useState('');
  const { send, isPending, error } = useSend('note.add', { done: t('note.added'), onDone: onClose });
  return (
    <FormDialog
      title={t('note.new')}
      submit={t('action.save')}
      onClose={onClose}
      isReady={body.trim() !== ''}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ note: { case: caseId, person, kind, body, day: today } })}
    >
      <TextArea label={t('note.body')} rows={7} autoFocus value={body} onChange={setBody} />
      <Segmented label={t('note.kind')} value={kind} choices={choices('note_kind', NOTE_KINDS)} onChange={setKind} />
    </FormDialog>
  );
}
