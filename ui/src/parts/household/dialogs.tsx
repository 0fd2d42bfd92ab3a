import { useState } from 'react';
import { DatePicker, Select, TextField } from '../../components';
import { useDates, useT } from '../../i18n';
import type { Household, HouseholdView, Kinship, MemberView, RecordView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { usePersonText, Who } from '../person/who';
import { PlaceFields } from '../territory/place-fields';

/** Somebody moves out: the place is kept, with its last day. */
export function LeaveDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT();
  const { today } = useDates();
  const [day, setDay] = useState<string | null>(today);
  const { send, isPending, error } = useSend('household.leave', { done: t('household.left'), onDone: onClose });
  const { membership, person } = member;
  const since = membership.record.since;
  return (
    <FormDialog
      title={t('household.leave')}
      submit={t('household.leave')}
      onClose={onClose}
      needs={[day === null && t('household.left_on')]}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ membership: membership.id, seen: membership.seen, day })}
    >
      <p className="text-lg font-semibold">
        <Who person={person} />
      </p>
      <DatePicker
        label={t('household.left_on')}
        isRequired
        max={today}
        {...(since === null ? {} : { min: since })}
        value={day}
        onChange={setDay}
      />
    </FormDialog>
  );
}

/** Another head: what each is to them is proposed where the words decide, and asked where they do not. */
export function ChangeHeadDialog({ household, onClose }: { household: HouseholdView; onClose: () => void }) {
  const t = useT();
  const name = usePersonText();
  const choices = useChoices();
  const [head, setHead] = useState<string | null>(null);
  const [said, setSaid] = useState<Record<string, Kinship>>({});
  const proposed = useCommand('household.kinships', { head: head ?? '' }, { enabled: head !== null });
  const { send, isPending, error } = useSend('household.change_head', {
    done: t('household.head_changed'),
    onDone: onClose,
  });
  const { members } = household;
  const now = members.find((one) => one.membership.record.kinship === 'head');
  const kinship = (member: MemberView): Kinship | null => {
    const { id } = member.membership;
    if (id === head) return 'head';
    return said[id] ?? proposed.data?.find((one) => one.membership === id)?.kinship ?? null;
  };
  return (
    <FormDialog
      title={t('household.change_head')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[
        head === null && t('household.new_head'),
        head !== null && proposed.data === undefined && t('state.loading'),
        ...members.map((member) => head !== null && kinship(member) === null && name(member.person)),
      ]}
      isPending={isPending}
      error={error ?? proposed.error}
      onSubmit={() =>
        send({
          household: household.household,
          members: members.flatMap((member) => {
            const word = kinship(member);
            return word === null
              ? []
              : [{ membership: member.membership.id, seen: member.membership.seen, kinship: word }];
          }),
        })
      }
    >
      <Select
        label={t('household.new_head')}
        isRequired
        value={head}
        options={members
          .filter((member) => member !== now)
          .map((member) => ({ key: member.membership.id, label: name(member.person) }))}
        onChange={(key) => {
          setHead(key);
          setSaid({});
        }}
      />
      {head !== null && (
        <>
          <p className="text-sm text-ink-2">{t('household.change_head_text')}</p>
          <div className="grid items-start gap-3 sm:grid-cols-2">
            {members
              .filter((member) => member.membership.id !== head)
              .map((member) => (
                <Select
                  key={member.membership.id}
                  label={name(member.person)}
                  isRequired
                  value={kinship(member)}
                  options={choices(
                    'kinship',
                    CODES.Kinship.filter((word) => word !== 'head'),
                    { sex: member.person.sex },
                  )}
                  onChange={(word) => setSaid((before) => ({ ...before, [member.membership.id]: word }))}
                />
              ))}
          </div>
        </>
      )}
    </FormDialog>
  );
}

/** What a household is called, where it lives, its number in the social register. */
export function EditHouseholdDialog({ household, onClose }: { household: RecordView<Household>; onClose: () => void }) {
  const t = useT();
  const draft = useAboutDraft(
    { kind: 'household_edit', of: household.id },
    {
      patch: {} as Partial<Household>,
      // Kept with the words: they were typed on what the record said then.
      seen: household.seen,
    },
  );
  const { patch, seen } = draft.value;
  const shown = { ...household.record, ...patch };
  const change = (more: Partial<Household>) => draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }));
  const text = (value: string) => (value === '' ? null : value);
  const { sendAsync, isPending, error } = useSend('household.update', { done: t('saved'), onDone: onClose });
  const changed = Object.entries(patch).filter(([field, to]) => to !== household.record[field as keyof Household]);
  return (
    <FormDialog
      title={t('household.card')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending || draft.isWriting}
      error={error}
      draft={draft.state}
      onSubmit={() =>
        void (changed.length === 0
          ? draft.state.discard().then(onClose)
          : draft.submit(() => sendAsync({ id: household.id, seen, patch: Object.fromEntries(changed) })))
      }
    >
      <TextField
        label={t('household.name')}
        value={shown.name ?? ''}
        onChange={(value) => change({ name: text(value) })}
      />
      <TextField
        label={t('household.rsu_id')}
        dir="ltr"
        value={shown.rsu_id ?? ''}
        onChange={(value) => change({ rsu_id: text(value) })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <PlaceFields province={shown.province} commune={shown.commune} onChange={change} />
      </div>
      <TextField
        label={t('field_name.address')}
        value={shown.address ?? ''}
        onChange={(value) => change({ address: text(value) })}
      />
    </FormDialog>
  );
}
