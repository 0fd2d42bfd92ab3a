import { useState } from 'react';
import { Button, Segmented, TextField } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { Person, SafeContact } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useChoices } from '../../parts/form/choices';
import { useSend } from '../../parts/form/send';
import { useCommand } from '../../state/command';
import type { IntakeFlow } from './use-intake';

/** How soon, and whether they may be reached: within reach at every step, since either may be said at any moment. */
export function WithinReach({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const choices = useChoices();
  const { intake } = flow;
  return (
    <div className="mt-2 flex flex-col gap-3">
      <Segmented
        label={t('reception.urgency')}
        value={intake.desk.urgency}
        choices={choices('urgency', CODES.Urgency)}
        onChange={(urgency) => flow.change({ desk: { ...intake.desk, urgency } })}
      />
      {/* While the card is typed, the question stands there beside the number. */}
      {intake.step === 'person' ? null : intake.person?.person === null || intake.person?.person === undefined ? (
        <SafeField
          value={intake.fresh.safe_contact ?? null}
          onChange={(safe_contact) => flow.change({ fresh: { ...intake.fresh, safe_contact } })}
        />
      ) : (
        <KnownSafe person={intake.person.person} />
      )}
    </div>
  );
}

/**
 * Of somebody who is registered: written at once, on what is shown. Over an answer that is there, and of hours nobody
 * wrote yet, it is asked first: one press never makes somebody reachable who said they are not.
 */
function KnownSafe({ person }: { person: string }) {
  const t = useT();
  const code = useCodeText();
  const view = useCommand('person.get', { person });
  const [asked, setAsked] = useState<SafeContact | null>(null);
  const [hours, setHours] = useState('');
  const { send, isPending } = useSend('person.update', { done: t('saved'), onDone: () => setAsked(null) });
  const held = view.data?.person;
  const known = view.data?.safe_contact ?? null;
  const write = (patch: Partial<Person>) => held !== undefined && send({ id: held.id, seen: held.seen, patch });
  const answered = known !== null && known !== 'unknown';
  return (
    <>
      <SafeField
        value={asked ?? known}
        onChange={(next) => {
          if (next === known) setAsked(null);
          else if (answered || next === 'hours') setAsked(next);
          else write({ safe_contact: next });
        }}
      />
      {asked !== null && (
        <div className="flex flex-col gap-2 rounded-control bg-soon-soft p-3">
          <p role="status" className="text-sm text-soon">
            {t('step.card_says', { answer: code('safe_contact', known ?? 'unknown') })}{' '}
            {t('step.card_becomes', { answer: code('safe_contact', asked) })}
          </p>
          {asked === 'hours' && (
            <TextField
              label={t('field_name.safe_hours')}
              description={t('person.safe_hours_help')}
              isRequired
              value={hours}
              onChange={setHours}
            />
          )}
          <div className="flex gap-2">
            <Button
              size="row"
              isPending={isPending}
              isDisabled={asked === 'hours' && hours.trim() === ''}
              onPress={() => write({ safe_contact: asked, ...(asked === 'hours' ? { safe_hours: hours } : {}) })}
            >
              {t('action.save')}
            </Button>
            <Button size="row" variant="quiet" onPress={() => setAsked(null)}>
              {t('action.cancel')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function SafeField({ value, onChange }: { value: SafeContact | null; onChange: (value: SafeContact) => void }) {
  const t = useT();
  const choices = useChoices();
  return (
    <Segmented
      label={t('field_name.safe_contact')}
      value={value}
      choices={choices('safe_contact_short', CODES.SafeContact)}
      onChange={onChange}
    />
  );
}
