import { FileText, FileUp } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button, Select, TextField } from '../../components';
import { useT } from '../../i18n';
import { asCommandError, type CommandError } from '../../ipc';
import type { AttachmentPurpose } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { type Chosen, PICTURES, read } from './file';

const TAKEN = [...PICTURES, 'application/pdf'];

/** A scan or a photo, laid with a person, a case, or a paper of one of its steps. The file itself is never part of a draft. */
export function AttachmentDialog({
  person,
  caseId,
  document,
  purposes = CODES.AttachmentPurpose,
  onClose,
}: {
  person: string;
  caseId: string | null;
  /** The paper of a step it is a copy of. */
  document?: { id: string; title: string };
  /** What the core lets them add; everything, in a case. */
  purposes?: readonly AttachmentPurpose[];
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    document === undefined ? { kind: 'attachment' } : { kind: 'paper', of: document.id },
    { purpose: null as AttachmentPurpose | null, name: document?.title ?? '' },
  );
  const { purpose, name } = value;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unread, setUnread] = useState<CommandError | null>(null);
  const add = useSend('attachment.add', { done: t('attachment.added'), onDone: onClose });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnread(null);
    try {
      setChosen(await read(file));
      change((now) => (now.name === '' ? { name: file.name.replace(/\.[^.]*$/, '') } : {}));
    } catch (cause) {
      setUnread(asCommandError(cause));
    }
  };
  return (
    <FormDialog
      title={t('attachment.add')}
      submit={t('attachment.add_do')}
      onClose={onClose}
      needs={[chosen === null && t('attachment.file'), purpose === null && t('attachment.purpose')]}
      isPending={add.isPending || isWriting}
      error={unread ?? add.error}
      draft={state}
      onSubmit={() => {
        if (chosen === null || purpose === null) return;
        void submit(() =>
          add.sendAsync({
            person,
            case: caseId,
            document: document?.id ?? null,
            purpose,
            name: name === '' ? null : name,
            content: chosen.content,
          }),
        );
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
        {chosen !== null && <Preview chosen={chosen} />}
        <FileTrigger acceptedFileTypes={TAKEN} onSelect={(files) => void choose(files?.[0])}>
          <Button icon={<FileUp aria-hidden />}>
            {t(chosen === null ? 'attachment.choose' : 'attachment.choose_other')}
          </Button>
        </FileTrigger>
        <p className="text-sm text-ink-2">{t('attachment.drop')}</p>
      </DropZone>
      <Select
        label={t('attachment.purpose')}
        isRequired
        value={purpose}
        options={choices(
          'attachment_purpose',
          CODES.AttachmentPurpose.filter((one) => purposes.includes(one)),
        )}
        onChange={(next) => change({ purpose: next })}
      />
      <TextField label={t('attachment.name')} value={name} onChange={(next) => change({ name: next })} />
    </FormDialog>
  );
}

function Preview({ chosen }: { chosen: Chosen }) {
  const t = useT();
  if (!chosen.mime.startsWith('image/') || chosen.mime.startsWith('image/hei'))
    return <FileText aria-hidden className="size-10 text-ink-3" />;
  return (
    <img
      src={`data:${chosen.mime};base64,${chosen.content}`}
      alt={t('attachment.preview')}
      className="max-h-40 max-w-full rounded-control"
    />
  );
}
