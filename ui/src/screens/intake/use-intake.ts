import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { toast } from '../../components';
import { useT } from '../../i18n';
import { asCommandError, type CommandError } from '../../ipc';
import type { PersonCard } from '../../ipc/types';
import { useDraft } from '../../parts/draft/use-draft';
import { guessFromQuery } from '../../parts/person/name-guess';
import { useDraftName } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { to } from '../../routes';
import { useAction } from '../../state/command';
import { cardOf, chipOf, type Intake, type IntakeStep, stepsFor } from './state';
import { type Kept, useFinish } from './use-finish';

/** One passage at the desk, from «who is this» to what it led to. */
export function useIntake(initial: Intake, draft: string | null) {
  const t = useT();
  const may = useMay();
  const [, go] = useLocation();
  const name = useDraftName();
  const [intake, setIntake] = useState(initial);
  const [error, setError] = useState<CommandError | null>(null);
  const [isPending, setPending] = useState(false);
  const kept = useDraft('intake', draft);
  const openReception = useAction('reception.open');
  const register = useAction('person.register');
  const finish = useFinish();
  const steps = stepsFor(may.followCases);

  const title = name(intake.person ?? cardOf('', intake.fresh));
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept is the same for the whole passage
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // A look-up alone is nobody's work yet: it leaves no draft behind.
    if (intake.step !== 'find' || intake.reception !== null) kept.keep(title, intake);
  }, [intake, title]);

  const change = useCallback((patch: Partial<Intake>) => setIntake((before) => ({ ...before, ...patch })), []);

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    setPending(true);
    try {
      await work();
    } catch (cause) {
      setError(asCommandError(cause));
    } finally {
      setPending(false);
    }
  };

  const enter = (step: IntakeStep, patch: Partial<Intake> = {}) =>
    setIntake((before) => ({
      ...before,
      ...patch,
      step,
      reached: Math.max(before.reached, steps.indexOf(chipOf(step))),
    }));

  /**
   * The clock of the passage starts when somebody is chosen or begun. Its number is among what is kept at once, whatever
   * becomes of this screen meanwhile: nobody is given a second one.
   */
  const opened = async (person: PersonCard | null): Promise<NonNullable<Intake['reception']>> => {
    if (intake.reception !== null) return intake.reception;
    const made = await openReception.mutateAsync({ reception: person === null ? {} : { person: person.person } });
    const reception = { ...made, opened_at: new Date().toISOString() };
    const begun: Intake = { ...intake, reception, person, step: person === null ? 'person' : 'reception' };
    kept.keep(person === null ? title : name(person), begun);
    void kept.flush();
    return reception;
  };

  return {
    intake,
    steps,
    error,
    isPending,
    savedAt: kept.savedAt,
    change,
    goTo: (step: IntakeStep) => setIntake((before) => ({ ...before, step })),

    choose: (person: PersonCard) =>
      attempt(async () => enter('reception', { person, reception: await opened(person), fresh: {} })),

    startNew: (urgent: boolean) =>
      attempt(async () => {
        const reception = await opened(null);
        const fresh = Object.keys(intake.fresh).length > 0 ? intake.fresh : guessFromQuery(intake.query);
        enter('person', {
          reception,
          fresh: urgent ? { ...fresh, anonymous: true } : fresh,
          ...(urgent ? { desk: { ...intake.desk, urgency: 'immediate' } } : {}),
        });
      }),

    register: () =>
      attempt(async () => {
        const reception = await opened(null);
        const made = await register.mutateAsync({
          person: { languages: [], ...intake.fresh },
          reception: reception.reception,
        });
        toast(t('intake.registered'));
        enter('reception', { reception, person: cardOf(made.id, intake.fresh) });
      }),

    saveDesk: () => enter(may.followCases ? 'listening' : 'orientation'),

    saveListening: () => enter('needs'),

    saveNeeds: () => enter('orientation'),

    finish: (
      choice: NonNullable<Intake['plan']['choice']>,
      protocol: string | null,
      needs: Kept | null,
      amount: number | null,
      slip: boolean,
    ) =>
      attempt(async () => {
        // A passage of an older program may have begun without its arrival.
        const reception = await opened(intake.person);
        change({ reception });
        try {
          const whole = { ...intake, reception };
          const done = await finish(whole, choice, protocol, needs, amount, slip, await kept.pause());
          toast(t('intake.finished'));
          go(done.case !== null ? to.case(done.case) : to.person(done.person ?? ''));
        } catch (cause) {
          // Nothing of it is written: what is typed is kept as before.
          kept.goOn();
          throw cause;
        }
      }),
  };
}

export type IntakeFlow = ReturnType<typeof useIntake>;
