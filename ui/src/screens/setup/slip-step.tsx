import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, ErrorNote } from '../../components';
import { Ltr, useT } from '../../i18n';
import { useAction } from '../../state/command';
import { saveFile } from '../../state/save-file';

/** Shown once: the code, its printable slip, and a promise that it is in a safe place. */
export function SlipStep({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useT();
  const slip = useAction('device.recovery_slip');
  const [kept, setKept] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-display font-bold">{t('setup.slip.title')}</h1>
        <p className="mt-1 text-ink-2">{t('setup.slip.text')}</p>
      </div>
      <p className="rounded-card border border-line bg-sunken px-4 py-4 text-center text-xl font-semibold tracking-wide select-all">
        <Ltr className="tabular break-words">{code}</Ltr>
      </p>
      <Button
        size="touch"
        icon={<Download aria-hidden />}
        isPending={slip.isPending}
        onPress={() => slip.mutate({ recovery_code: code }, { onSuccess: saveFile })}
      >
        {t('setup.slip.get')}
      </Button>
      <ErrorNote error={slip.error} />
      <Checkbox isSelected={kept} onChange={setKept}>
        {t('setup.slip.kept')}
      </Checkbox>
      <Button variant="primary" size="touch" isDisabled={!kept} onPress={onDone}>
        {t('setup.done')}
      </Button>
    </div>
  );
}
