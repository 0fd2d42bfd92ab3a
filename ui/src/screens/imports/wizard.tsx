import { useState } from 'react';
import { Button } from '../../components';
import { Bdi, useT } from '../../i18n';
import type { ListField, ListOpened } from '../../ipc/types';
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
        <ol aria-label={t('import.steps')} className="flex flex-1 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {(['file', 'columns', 'check', 'write'] as const).map((one, place) => (
            <li
              key={one}
              aria-current={one === step ? 'step' : undefined}
              className={`rounded-full px-3 py-1 ${one === step ? 'bg-accent-soft font-semibold text-accent' : 'bg-sunken text-ink-2'}`}
            >
              <span className="tabular">{place + 1}</span> {t(`import.step_${one}`)}
            </li>
          ))}
        </ol>
        <p className="text-sm text-ink-2">
          <Bdi>{list.file_name}</Bdi> · {t('import.rows', { count: list.rows })}
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
