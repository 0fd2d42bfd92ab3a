import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components';
import { useT } from '../../i18n';
import { Candidates, useCandidates } from '../../parts/duplicate/candidates';
import { PersonForm } from '../../parts/person/form';
import { PersonHits } from '../../parts/person/hits';
import { usePersonCheck } from '../../parts/person/use-check';
import { missing } from './state';
import type { IntakeFlow } from './use-intake';

const FIELD = { sex: 'sex', birth: 'birth_date' } as const;

/** The card of somebody new. One name in one script, sex and birth, or that they are unknown; the rest may come later. */
export function PersonStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const { fresh } = flow.intake;
  const { warnings, samePapers, titles } = usePersonCheck(fresh);
  const lacks = missing(fresh);
  const form = useRef<HTMLFormElement>(null);
  // Asked for only once somebody went on without: an empty form accuses nobody.
  const [asked, setAsked] = useState(0);
  const errors = asked > 0 && lacks !== null && lacks !== 'name' ? { [FIELD[lacks]]: t(`error.${lacks}_missing`) } : {};
  useEffect(() => {
    if (asked > 0) {
      form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, [role="spinbutton"])')?.focus();
    }
  }, [asked]);
  const { candidates } = useCandidates(fresh, 3);
  const others = samePapers.filter((hit) => !candidates.some((one) => one.person.person === hit.person.person));
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacks !== null) setAsked(asked + 1);
        else if (!flow.isPending) void flow.register();
      }}
    >
      <h2 className="mb-3 text-lg font-semibold">{t('intake.new_title')}</h2>
      <PersonForm
        value={fresh}
        warnings={warnings}
        errors={errors}
        titles={titles}
        onChange={(patch) => flow.change({ fresh: { ...fresh, ...patch } })}
      />
      {candidates.length > 0 && (
        <section aria-label={t('intake.candidates')} className="mt-4">
          <h3 className="mb-2 font-semibold">{t('intake.candidates_ask')}</h3>
          <Candidates
            candidates={candidates}
            label={t('intake.candidates')}
            action={t('intake.choose')}
            onChoose={(one) => void flow.choose(one.person)}
          />
          <p className="mt-2 text-sm text-ink-2">{t('intake.none_go_on')}</p>
        </section>
      )}
      {others.length > 0 && (
        <div className="mt-4 rounded-card bg-soon-soft p-3">
          <p className="mb-2 font-medium text-soon">{t('intake.same_papers')}</p>
          <PersonHits
            people={others}
            label={t('intake.same_papers')}
            action={t('intake.choose')}
            onChoose={(hit) => void flow.choose(hit.person)}
          />
        </div>
      )}
      <div className="form-foot mt-5 -mx-4.5 -mb-4.5 rounded-b-card bg-surface px-4.5 py-3.5">
        <Button onPress={() => flow.goTo('find')}>{t('action.back')}</Button>
        <span className="flex-1 text-end text-sm text-ink-3">{lacks === 'name' ? t('intake.name_needed') : ''}</span>
        <Button type="submit" variant="primary" isDisabled={lacks === 'name'} isPending={flow.isPending}>
          {t('intake.register')}
        </Button>
      </div>
    </form>
  );
}
