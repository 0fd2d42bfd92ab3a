import { useState } from 'react';
import { Checkbox, DatePicker, NumberField, SearchBox, Select } from '../components';
import { useDates, useT } from '../i18n';
import { INCOME_SOURCES, KINSHIPS } from '../ipc/codes';
import type { HouseholdMember, Kinship, MemberView, PersonCard } from '../ipc/types';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { PersonHits } from './person-hits';
import { useMay } from './roles';
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
  const { today } = useDates();
  const [kinship, setKinship] = useState<Kinship>('child');
  const [since, setSince] = useState<string | null>(null);
  const [moves, setMoves] = useState(true);
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
        send({ person, member: member.person, kinship, case: caseId, since, moves })
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
          <DatePicker label={t('household.since')} max={today} value={since} onChange={setSince} />
          <Checkbox isSelected={moves} onChange={setMoves}>
            {t('household.moves')}
          </Checkbox>
        </>
      )}
    </FormDialog>
  );
}

/** Kinship, days or income corrected. */
export function EditMemberDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const may = useMay();
  const { today } = useDates();
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
        <DatePicker
          label={t('household.since')}
          max={today}
          value={shown.since}
          onChange={(since) => change({ since })}
        />
        <DatePicker label={t('household.moved_out')} value={shown.until} onChange={(until) => change({ until })} />
        {may.followCases && (
          <>
            <NumberField
              label={t('household.income')}
              minValue={0}
              value={shown.income === null ? null : shown.income / 100}
              onChange={(dirhams) => change({ income: dirhams === null ? null : Math.round(dirhams * 100) })}
            />
            <Select
              label={t('household.income_source')}
              value={shown.income_source}
              options={choices('income_source', INCOME_SOURCES)}
              onChange={(income_source) => change({ income_source })}
            />
          </>
        )}
      </div>
    </FormDialog>
  );
}
