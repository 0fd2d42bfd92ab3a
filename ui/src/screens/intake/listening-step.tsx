import { Button, GO_ON_KEYS, Kbd, TextArea } from '../../components';
import { useT } from '../../i18n';
import type { IntakeFlow } from './use-intake';

/** What was heard, in the person's words. It may stay empty. */
export function ListeningStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        flow.saveListening();
      }}
    >
      <h2 className="text-lg font-semibold">{t('intake.listening_title')}</h2>
      <TextArea
        label={t('intake.listening_note')}
        description={t('intake.listening_help')}
        rows={9}
        value={flow.intake.note}
        onChange={(note) => flow.change({ note })}
      />
      <div className="form-foot -mx-4.5 -mb-4.5 rounded-b-card bg-surface px-4.5 py-3.5">
        <Button onPress={() => flow.goTo('reception')}>{t('action.back')}</Button>
        <span className="flex-1" />
        <Kbd>{GO_ON_KEYS}</Kbd>
        <Button type="submit" variant="primary">
          {t('action.next')}
        </Button>
      </div>
    </form>
  );
}
