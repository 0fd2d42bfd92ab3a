import { Dialog, Loaded } from '../../components';
import { useCodeText } from '../../i18n';
import type { AttachmentView } from '../../ipc/types';
import { useCommand } from '../../state/command';

/** A picture, as large as the window lets it be. It is decrypted for as long as it is shown. */
export function AttachmentViewer({ attachment, onClose }: { attachment: AttachmentView; onClose: () => void }) {
  const code = useCodeText();
  const content = useCommand('attachment.get', { attachment: attachment.id }, { keepsNothing: true });
  const name = attachment.name ?? code('attachment_purpose', attachment.purpose ?? 'other');
  return (
    <Dialog isOpen title={name} width="wide" onClose={onClose}>
      <Loaded query={content}>
        {(file) => (
          <img
            src={`data:${file.mime};base64,${file.base64}`}
            alt={name}
            className="mx-auto max-h-[70vh] max-w-full rounded-control object-contain"
          />
        )}
      </Loaded>
    </Dialog>
  );
}
