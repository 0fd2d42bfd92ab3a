import { useState } from 'react';
import { DatePicker, SearchBox, Select } from '../components';
import { useT } from '../i18n';
import { KINSHIPS } from '../ipc/codes';
import type { HouseholdMember, Kinship, MemberView, PersonCard } from '../ipc/types';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { PersonHits } from './person-hits';
import { useSend } from './send';
import { usePersonSearch } from './use-person-search';
import { Who } from './who';

/** Somebody who lives with the person: looked up, then tied. */
export function MemberDialog({
  caseId,
  person,
  onClose,
}: {
  caseId: string | null;
  person: string;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const [text, setText] = useState('');
  const [member, setMember] = useState<PersonCard | null>(null);
  const [kinship, setKinship] = useState<Kinship>('child');
  const found = usePersonSearch(text, 5);
  const { send, isPending, error } = useSend('household.add_member', { done: t('saved'), onDone: onClose });
  const people = found.people.filter((hit) => hit.person.person !== person);
  return (
    <FormDialog
      title={t('household.add')}
      submit={t('action.add')}
      onClose={onClose}
      isReady={member !== null}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        member?.person !== null &&
        member?.person !== undefined &&
        send({ person, member: member.person, kinship, case: caseId })
      }
    >
      {member === null ? (
        <>
          <SearchBox label={t('household.search')} value={text} onChange={setText} autoFocus />
          {found.asked && people.length === 0 && found.settled && (
            <p className="text-sm text-ink-2">{t('household.nobody')}</p>
          )}
          <PersonHits
            compact
            people={people}
            label={t('search.results')}
            action={t('intake.choose')}
            onChoose={(hit) => setMember(hit.person)}
          />
        </>
      ) : (
        <>
          <p className="text-lg font-semibold">
            <Who person={member} />
          </p>
          <Select
            label={t('household.kinship')}
            value={kinship}
            options={choices('kinship', KINSHIPS, { sex: member.sex })}
            onChange={setKinship}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Kinship corrected, or somebody who came to live there, or left. */
export function EditMemberDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const { membership, person } = member;
  const [patch, setPatch] = useState<Partial<HouseholdMember>>({});
  const shown = { ...membership.record, ...patch };
  const change = (more: Partial<HouseholdMember>) => setPatch((before) => ({ ...before, ...more }));
  const { send, isPending, error } = useSend('household.update_member', { done: t('saved'), onDone: onClose });
  const save = () => {
    const changed = Object.entries(patch).filter(
      ([name, to]) => to !== membership.record[name as keyof HouseholdMember],
    );
    if (changed.length === 0) return onClose();
    send({ id: membership.id, seen: membership.seen, patch: Object.fromEntries(changed) });
  };
  return (
    <FormDialog
      title={t('household.edit')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      onSubmit={save}
    >
      <p className="text-lg font-semibold">
        <Who person={person} />
      </p>
      <Select
        label={t('household.kinship')}
        value={shown.kinship}
        options={choices('kinship', KINSHIPS, { sex: person.sex })}
        onChange={(kinship) => change({ kinship })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <DatePicker label={t('household.since')} value={shown.since} onChange={(since) => change({ since })} />
        <DatePicker label={t('household.moved_out')} value={shown.until} onChange={(until) => change({ until })} />
      </div>
    </FormDialog>
  );
}
