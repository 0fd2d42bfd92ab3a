import { Select, TextArea } from '../../../components';
import { useT } from '../../../i18n';
import type { ClosureReason } from '../../../ipc/types';
import { CODES } from '../../../ipc/types';
import { useDialogDraft } from '../../../parts/draft/use-dialog-draft';
import { useChoices } from '../../../parts/form/choices';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { type Answers, becomesOf, isSettled, UnfinishedFields, useUnfinished } from './unfinished';

interface Over {
  caseId: string;
  /** What a draft is called in the list. */
  name: string;
  onClose: () => void;
}

/** How the case ended, and what becomes of each thing still open in it. */
export function CloseDialog({ caseId, name, onClose }: Over) {
  const t = useT();
  const choices = useChoices();
  const open = useUnfinished(caseId);
  const { value, change, submit, isWriting, state } = useDialogDraft(caseId, { kind: 'close' }, name, {
    reason: null as ClosureReason | null,
    note: '',
    answers: {} as Answers,
  });
  const { reason, note, answers } = value;
  const { sendAsync, isPending, error } = useSend('case.close', { done: t('case.closed'), onDone: onClose });
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
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        reason !== null &&
        void submit(() =>
          sendAsync({
            case: caseId,
            reason,
            note: note.trim() === '' ? null : note,
            becomes: becomesOf(open.data ?? [], answers),
          }),
        )
      }
    >
      <p className="text-sm text-ink-2">{t('case.close_text')}</p>
      <Select
        label={t('case.closure_reason')}
        isRequired
        value={reason}
        options={choices('closure_reason', CODES.ClosureReason)}
        onChange={(next) => change({ reason: next })}
      />
      <UnfinishedFields query={open} answers={answers} onChange={(next) => change({ answers: next })} />
      <TextArea label={t('step.note')} rows={3} value={note} onChange={(next) => change({ note: next })} />
    </FormDialog>
  );
}

export function ReopenDialog({ caseId, name, onClose }: Over) {
  const t = useT();
  const { value, change, submit, isWriting, state } = useDialogDraft(caseId, { kind: 'reopen' }, name, { note: '' });
  const { note } = value;
  const { sendAsync, isPending, error } = useSend('case.reopen', { done: t('case.reopened'), onDone: onClose });
  return (
    <FormDialog
      title={t('case.reopen')}
      submit={t('case.reopen')}
      onClose={onClose}
      needs={[note.trim() === '' && t('case.reopen_why')]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() => void submit(() => sendAsync({ case: caseId, note }))}
    >
      <TextArea
        label={t('case.reopen_why')}
        isRequired
        rows={3}
        autoFocus
        value={note}
        onChange={(next) => change({ note: next })}
      />
    </FormDialog>
  );
}
