import { useState } from 'react';
import { Button, Steps } from '../../components';
import { useT } from '../../i18n';
import type { ListField, ListOpened } from '../../ipc/types';
import { Dotted } from '../../parts/person/who';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';

export type Meanings = Record<string, ListField>;

const guessed = (list: ListOpened): Meanings =>
  Object.fromEntries(list.columns.map((column) => [column.name, column.field]));

/** A list that is open: what its columns mean, then what would be written. */
export function Wizard({
  list,
  onList,
  onClose,
  onStarted,
}: {
  list: ListOpened;
  onList: (list: ListOpened) => void;
  onClose: () => void;
  onStarted: () => void;
}) {
  const t = useT();
  const [step, setStep] = useState<'columns' | 'check'>('columns');
  const [meanings, setMeanings] = useState<Meanings>(() => guessed(list));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex-1">
          <Steps
            label={t('import.steps')}
            current={step}
            steps={(['file', 'columns', 'check', 'write'] as const).map((one) => ({
              key: one,
              label: t(`import.step_${one}`),
              ...(one === 'columns' && step === 'check' ? { onGo: () => setStep('columns') } : {}),
            }))}
          />
        </div>
        <p className="text-sm text-ink-2">
          <Dotted parts={[list.file_name, t('import.rows', { count: list.rows })]} />
        </p>
        <Button size="row" onPress={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
      {step === 'columns' ? (
        <ColumnsStep
          list={list}
          meanings={meanings}
          onChange={(column, field) => setMeanings((before) => settled({ ...before, [column]: field }, column))}
          onSheet={(next) => {
            onList(next);
            setMeanings(guessed(next));
          }}
          onNext={() => setStep('check')}
        />
      ) : (
        <CheckStep list={list} meanings={meanings} onBack={() => setStep('columns')} onStarted={onStarted} />
      )}
    </>
  );
}

const MAY_REPEAT: readonly ListField[] = ['remark', 'nothing'];

/** One column for each meaning: the one chosen last has it, the other is kept in words. */
function settled(meanings: Meanings, chosen: string): Meanings {
  const field = meanings[chosen];
  if (field === undefined || MAY_REPEAT.includes(field)) return meanings;
  return Object.fromEntries(
    Object.entries(meanings).map(([column, meant]) => [
      column,
      column !== chosen && meant === field ? 'remark' : meant,
    ]),
  );
}
