import { TextArea } from '../../components';
import { useT } from '../../i18n';
import type { AttachmentView } from '../../ipc/types';
import { useAboutDraft } from '../draft/about';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';

/** Takes back what was laid in the wrong file, with the reason. */
export function AttachmentWithdraw({ attachment, onClose }: { attachment: AttachmentView; onClose: () => void }) {
  const t = useT();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'attachment_withdraw', of: attachment.id },
    { reason: '' },
  );
  const { reason } = value;
  const withdraw = useSend('attachment.withdraw', { done: t('attachment.withdrawn'), onDone: onClose });
  return (
    <FormDialog
      title={t('attachment.withdraw')}
      submit={t('attachment.withdraw_do')}
      danger
      onClose={onClose}
      needs={[reason.trim() === '' && t('attachment.reason')]}
      isPending={withdraw.isPending || isWriting}
      error={withdraw.error}
      draft={state}
      onSubmit={() =>
        void submit(() => withdraw.sendAsync({ attachment: attachment.id, seen: attachment.seen, reason }))
      }
    >
      <p>{t('attachment.withdraw_text')}</p>
      <TextArea
        label={t('attachment.reason')}
        isRequired
        value={reason}
        onChange={(next) => change({ reason: next })}
      />
    </FormDialog>
  );
}
