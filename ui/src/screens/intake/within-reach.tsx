import { Segmented } from '../../components';
import { useT } from '../../i18n';
import { SAFE_CONTACTS, URGENCIES } from '../../ipc/codes';
import type { SafeContact } from '../../ipc/types';
import { useChoices } from '../../parts/choices';
import { useSend } from '../../parts/send';
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
        choices={choices('urgency', URGENCIES)}
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

/** Of somebody who is registered: written at once, on what is shown. */
function KnownSafe({ person }: { person: string }) {
  const t = useT();
  const view = useCommand('person.get', { person });
  const { send } = useSend('person.update', { done: t('saved') });
  const held = view.data?.person;
  return (
    <SafeField
      value={view.data?.safe_contact ?? null}
      onChange={(safe_contact) => held !== undefined && send({ id: person, seen: held.seen, patch: { safe_contact } })}
    />
  );
}

function SafeField({ value, onChange }: { value: SafeContact | null; onChange: (value: SafeContact) => void }) {
  const t = useT();
  const choices = useChoices();
  return (
    <Segmented
      label={t('person.safe_contact')}
      value={value}
      choices={choices('safe_contact_short', SAFE_CONTACTS)}
      onChange={onChange}
    />
  );
}
