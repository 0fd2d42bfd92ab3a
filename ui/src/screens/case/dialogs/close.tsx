import { useState } from 'react';
import { Select, TextArea } from '../../../components';
import { useT } from '../../../i18n';
import { CLOSURE_REASONS } from '../../../ipc/codes';
import type { ClosureReason } from '../../../ipc/types';
import { useChoices } from '../../../parts/choices';
import { FormDialog } from '../../../parts/form-dialog';
import { useSend } from '../../../parts/send';
import { type Answers, becomesOf, isSettled, UnfinishedFields, useUnfinished } from './unfinished';

/** How the case ended, and what becomes of each thing still open in it. */
export function CloseDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const [reason, setReason] = useState<ClosureReason | null>(null);
  const [note, setNote] = useState('');
  const open = useUnfinished(caseId);
  const [answers, setAnswers] = useState<Answers>({});
  const { send, isPending, error } = useSend('case.close', { done: t('case.closed'), onDone: onClose });
  return (
    <FormDialog
      title={t('case.close')}
      submit={t('case.close')}
      danger
      width="wide"
      onClose={onClose}
      needs={[
        reason === null && t('case.closure_reason'),
        (open.data === undefined || !isSettled(open.data, answers)) && t('case.unfinished'),
      ]}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        reason !== null &&
        send({
          case: caseId,
          reason,
          note: note.trim() === '' ? null : note,
          becomes: becomesOf(open.data ?? [], answers),
        })
      }
    >
      <p className="text-sm text-ink-2">{t('case.close_text')}</p>
      <Select
        label={t('case.closure_reason')}
        isRequired
        value={reason}
        options={choices('closure_reason', CLOSURE_REASONS)}
        onChange={setReason}
      />
      <UnfinishedFields query={open} answers={answers} onChange={setAnswers} />
      <TextArea label={t('step.note')} rows={3} value={note} onChange={setNote} />
    </FormDialog>
  );
}

export function ReopenDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT();
  const [note, setNote] = useState('');
  const { send, isPending, error } = useSend('case.reopen', { done: t('case.reopened'), onDone: onClose });
  return (
    <FormDialog
      title={t('case.reopen')}
      submit={t('case.reopen')}
      onClose={onClose}
      needs={[note.trim() === '' && t('case.reopen_why')]}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ case: caseId, note })}
    >
      <TextArea label={t('case.reopen_why')} isRequired rows={3} autoFocus value={note} onChange={setNote} />
    </FormDialog>
  );
}
