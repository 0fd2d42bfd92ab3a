import { Square } from 'lucide-react';
import { Button, ProgressBar, Section } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { ImportProgress } from '../../ipc/types';
import { useSend } from '../../parts/form/send';

/** A list under way: how far, and how to stop it. */
export function Progress({ running, refetch }: { running: ImportProgress; refetch: () => void }) {
  const t = useT();
  const code = useCodeText();
  const stop = useSend('import.stop', { onDone: refetch });
  const percent = running.total === 0 ? undefined : Math.min(100, Math.floor((running.done / running.total) * 100));
  return (
    <Section
      title={code('import_phase', running.phase)}
      end={
        <Button icon={<Square aria-hidden />} isPending={stop.isPending} onPress={() => stop.send({})}>
          {t('import.stop')}
        </Button>
      }
    >
      <div aria-live="polite">
        <ProgressBar
          label={code('import_phase', running.phase)}
          note={t('import.progress', { done: running.done, total: running.total })}
          {...(percent === undefined ? {} : { value: percent })}
        />
      </div>
      <p className="mt-2 text-sm text-ink-2">{t('import.stop_note')}</p>
    </Section>
  );
}
