import { Button, Select, Switch, TextField } from '../../components';
import { useT } from '../../i18n';
import { CODES } from '../../ipc/types';
import { useChoices } from '../../parts/form/choices';
import type { Intake } from './state';
import type { IntakeFlow } from './use-intake';

/** Why they came, who sent them, in which language; how soon stands beside every step. */
export function ReceptionStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const choices = useChoices();
  const { desk } = flow.intake;
  const change = (patch: Partial<Intake['desk']>) => flow.change({ desk: { ...desk, ...patch } });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!flow.isPending) void flow.saveDesk();
      }}
    >
      <h2 className="text-lg font-semibold">{t('intake.reception_title')}</h2>
      <TextField label={t('reception.reason')} value={desk.reason} onChange={(reason) => change({ reason })} />
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Select
          label={t('reception.source')}
          value={desk.source}
          options={choices('source', CODES.Source)}
          onChange={(source) => change({ source })}
        />
        <TextField
          label={t('reception.interpreter')}
          description={t('reception.interpreter_help')}
          value={desk.interpreter}
          onChange={(interpreter) => change({ interpreter })}
        />
        <div className="flex min-h-16 items-center">
          <Switch isSelected={desk.heard_alone} onChange={(heard_alone) => change({ heard_alone })}>
            {t('reception.heard_alone')}
          </Switch>
        </div>
      </div>
      <div className="form-foot justify-end -mx-4.5 -mb-4.5 rounded-b-card bg-surface px-4.5 py-3.5">
        <Button type="submit" variant="primary" isPending={flow.isPending}>
          {t('action.next')}
        </Button>
      </div>
    </form>
  );
}
