import { useState } from 'react';
import { TextArea } from '../components';
import { useT } from '../i18n';
import type { AttachmentView } from '../ipc/types';
import { FormDialog } from './form-dialog';
import { useSend } from './send';

/** Takes back what was laid in the wrong file, with the reason. */
export function AttachmentWithdraw({ attachment, onClose }: { attachment: AttachmentView; onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const withdraw = useSend('attachment.withdraw', { done: t('attachment.withdrawn'), onDone: onClose });
  return (
    <FormDialog
      title={t('attachment.withdraw')}
      submit={t('attachment.withdraw_do')}
      danger
      onClose={onClose}
      needs={[reason.trim() === '' && t('attachment.reason')]}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.send({ attachment: attachment.id, seen: attachment.seen, reason })}
    >
      <p>{t('attachment.withdraw_text')}</p>
      <TextArea label={t('attachment.reason')} isRequired value={reason} onChange={setReason} />
    </FormDialog>
  );
}
