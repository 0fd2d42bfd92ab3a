import { FileText, FileUp } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button, Select, TextField } from '../components';
import { useT } from '../i18n';
import { asCommandError, type CommandError } from '../ipc';
import { ATTACHMENT_PURPOSES, DESK_PURPOSES } from '../ipc/codes';
import type { AttachmentPurpose } from '../ipc/types';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { type Kept, keep } from './picture';
import { useMay } from './roles';
import { useSend } from './send';

const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** A scan or a photo, laid with a person, a case, or a paper of one of its steps. */
export function AttachmentDialog({
  person,
  caseId,
  document,
  onClose,
}: {
  person: string;
  caseId: string | null;
  /** The paper of a step it is a copy of. */
  document?: { id: string; title: string };
  onClose: () => void;
}) {
  const t = useT();
  const may = useMay();
  const choices = useChoices();
  const [purpose, setPurpose] = useState<AttachmentPurpose | null>(null);
  const [name, setName] = useState(document?.title ?? '');
  const [kept, setKept] = useState<Kept | null>(null);
  const [unread, setUnread] = useState<CommandError | null>(null);
  const add = useSend('attachment.add', { done: t('attachment.added'), onDone: onClose });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnread(null);
    try {
      setKept(await keep(file));
      setName((before) => (before === '' ? file.name.replace(/\.[^.]*$/, '') : before));
    } catch (cause) {
      setUnread(asCommandError(cause));
    }
  };
  return (
    <FormDialog
      title={t('attachment.add')}
      submit={t('attachment.add_do')}
      onClose={onClose}
      isReady={kept !== null && purpose !== null}
      isPending={add.isPending}
      error={unread ?? add.error}
      onSubmit={() => {
        if (kept === null || purpose === null) return;
        add.send({
          person,
          case: caseId,
          document: document?.id ?? null,
          purpose,
          name: name === '' ? null : name,
          content: kept.content,
        });
      }}
    >
      {document !== undefined && (
        <p className="text-sm text-ink-2">{t('attachment.for_document', { document: document.title })}</p>
      )}
      <DropZone
        aria-label={t('attachment.file')}
        className="flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong p-4 text-center drop-target:border-accent drop-target:bg-accent-soft"
        onDrop={async (event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item !== undefined) await choose(await item.getFile());
        }}
      >
        {kept !== null && <Preview kept={kept} />}
        <FileTrigger acceptedFileTypes={TAKEN} onSelect={(files) => void choose(files?.[0])}>
          <Button icon={<FileUp aria-hidden />}>
            {t(kept === null ? 'attachment.choose' : 'attachment.choose_other')}
          </Button>
        </FileTrigger>
        <p className="text-sm text-ink-2">{t('attachment.drop')}</p>
      </DropZone>
      <Select
        label={t('attachment.purpose')}
        isRequired
        value={purpose}
        options={choices('attachment_purpose', may.followCases ? ATTACHMENT_PURPOSES : DESK_PURPOSES)}
        onChange={setPurpose}
      />
      <TextField label={t('attachment.name')} value={name} onChange={setName} />
    </FormDialog>
  );
}

function Preview({ kept }: { kept: Kept }) {
  const t = useT();
  if (!kept.mime.startsWith('image/')) return <FileText aria-hidden size={40} className="text-ink-3" />;
  return (
    <img
      src={`data:${kept.mime};base64,${kept.content}`}
      alt={t('attachment.preview')}
      className="max-h-40 max-w-full rounded-control"
    />
  );
}
