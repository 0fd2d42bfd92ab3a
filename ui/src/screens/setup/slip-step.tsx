import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Checkbox } from '../../components';
import { Ltr, useT } from '../../i18n';
import { useDocument } from '../../parts/document/open';
import { Needs } from '../../parts/form/needs';

/** Shown once: the code, its printable slip, and a promise that it is in a safe place. */
export function SlipStep({ code, onDone, children }: { code: string; onDone: () => void; children?: ReactNode }) {
  const t = useT();
  const [kept, setKept] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-display font-bold">{t('setup.slip.title')}</h1>
        <p className="mt-1 text-ink-2">{t('setup.slip.text')}</p>
      </div>
      <RecoveryCode code={code} />
      {children}
      <Checkbox isSelected={kept} onChange={setKept}>
        {t('setup.slip.kept')}
      </Checkbox>
      <Needs needs={[!kept && t('setup.slip.kept')]} />
      <Button variant="primary" size="touch" isDisabled={!kept} onPress={onDone}>
        {t('setup.done')}
      </Button>
    </div>
  );
}

/** The code, and the way to its printable slip. */
export function RecoveryCode({ code }: { code: string }) {
  const t = useT();
  const print = useDocument();
  const [making, setMaking] = useState(false);
  return (
    <>
      <p className="rounded-card border border-line bg-sunken px-4 py-4 text-center text-xl font-semibold tracking-wide text-balance select-all">
        {/* In lines of equal length: no group is left alone under the others. */}
        <Ltr className="tabular">{code}</Ltr>
      </p>
      <Button
        size="touch"
        autoFocus
        icon={<Download aria-hidden />}
        isPending={making}
        onPress={() => {
          setMaking(true);
          void print('device.recovery_slip', { recovery_code: code }).finally(() => setMaking(false));
        }}
      >
        {t('setup.slip.get')}
      </Button>
    </>
  );
}
