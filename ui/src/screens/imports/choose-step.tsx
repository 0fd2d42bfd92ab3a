import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button, ErrorNote, ProgressBar, Section } from '../../components';
import { useT } from '../../i18n';
import { asCommandError, CommandError } from '../../ipc';
import type { ListOpened } from '../../ipc/types';
import { useSend } from '../../parts/form/send';

/** What the core takes at most: a larger file is not even read. */
const LARGEST_MB = 64;
const TAKEN = ['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', '.xls'];

function base64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(new CommandError('import_damaged'));
    reader.readAsDataURL(file);
  });
}

/** Choosing the file: it is read into memory, and nothing is written. */
export function ChooseStep({ onOpened, onClose }: { onOpened: (list: ListOpened) => void; onClose: () => void }) {
  const t = useT();
  const [error, setError] = useState<CommandError | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const open = useSend('import.open', { onDone: onOpened });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setError(null);
    if (file.size > LARGEST_MB * 1024 * 1024) {
      setError(new CommandError('import_size', { megabytes: LARGEST_MB }));
      return;
    }
    setReading(file.name);
    try {
      await open.sendAsync({ file_name: file.name, content: await base64(file) });
    } catch (cause) {
      setError(asCommandError(cause));
    }
    setReading(null);
  };
  return (
    <Section title={t('import.new')} end={<Button onPress={onClose}>{t('action.cancel')}</Button>}>
      <p className="mb-3 text-ink-2">{t('import.intro')}</p>
      <DropZone
        aria-label={t('import.file')}
        className="relative flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong p-8 text-center drop-target:border-accent drop-target:bg-accent-soft"
        onDrop={async (event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item !== undefined) await choose(await item.getFile());
        }}
      >
        <FileSpreadsheet aria-hidden className="size-8 text-ink-3" />
        <FileTrigger acceptedFileTypes={TAKEN} onSelect={(files) => void choose(files?.[0])}>
          <Button variant="primary" isPending={reading !== null}>
            {t('import.choose')}
          </Button>
        </FileTrigger>
        <p className="text-sm text-ink-2">{t('import.drop')}</p>
      </DropZone>
      {reading !== null && (
        <div className="mt-3">
          <ProgressBar label={t('import.reading')} note={reading} />
        </div>
      )}
      <div className="mt-3 empty:hidden">
        <ErrorNote error={error} />
      </div>
    </Section>
  );
}
