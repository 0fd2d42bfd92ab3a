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
import { usePort } from '../../state/port';
import { cardOf, chipOf, type Intake, type IntakeStep, stepsFor } from './state';
import { type Kept, useFinish } from './use-finish';

/** One passage at the desk, from «who is this» to what it led to. */
export function useIntake(initial: Intake, draft: string | null) {
  const t = useT();
  const may = useMay();
  const port = usePort();
  const [, go] = useLocation();
  const name = useDraftName();
  const [intake, setIntake] = useState(initial);
  const [error, setError] = useState<CommandError | null>(null);
  const [isPending, setPending] = useState(false);
  const kept = useDraft('intake', draft);
  const openReception = useAction('reception.open');
  const updateReception = useAction('reception.update');
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
    if (intake.reception !== null) {
      if (person !== null) await edit({ person: person.person }, intake.reception);
      return intake.reception;
    }
    const made = await openReception.mutateAsync({ reception: person === null ? {} : { person: person.person } });
    const reception = { ...made, opened_at: new Date().toISOString() };
    const begun: Intake = { ...intake, reception, person, step: person === null ? 'person' : 'reception' };
    kept.keep(person === null ? title : name(person), begun);
    void kept.flush();
    return reception;
  };

  /** An edit hands back what it saw: the passage as it is now, not as it was opened. */
  const edit = async (patch: Record<string, unknown>, reception: NonNullable<Intake['reception']>) => {
    const list = (await port.rpc('reception.list', {})).ok;
    const now = list.find((one) => one.reception.id === reception.reception);
    await updateReception.mutateAsync({
      id: reception.reception,
      seen: now?.reception.seen ?? reception.seen,
      patch,
    });
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

    saveDesk: () =>
      attempt(async () => {
        if (intake.reception === null) return;
        const { source, reason, urgency, interpreter, heard_alone } = intake.desk;
        await edit(
          {
            source,
            urgency,
            reason: reason.trim() === '' ? null : reason,
            interpreter: interpreter.trim() === '' ? null : interpreter,
            heard_alone: heard_alone ? true : null,
          },
          intake.reception,
        );
        enter(may.followCases ? 'listening' : 'orientation');
      }),

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
        const done = await finish(intake, choice, protocol, needs, amount, slip, (written) => change({ written }));
        // Urgency is within reach at every step: what it is at the end is what is written.
        if (intake.reception !== null) {
          await edit({ orientation: choice, urgency: intake.desk.urgency }, intake.reception);
        }
        await kept.drop();
        toast(t('intake.finished'));
        const followed = done.case?.case ?? (choice === 'referral' ? intake.plan.case : null);
        go(followed !== null ? to.case(followed) : to.person(intake.person?.person ?? ''));
      }),
  };
}

export type IntakeFlow = ReturnType<typeof useIntake>;
