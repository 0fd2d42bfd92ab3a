import { DatePicker, SearchBox, Segmented, Select } from '../../components';
import { useDates, useFigures, useT } from '../../i18n';
import type { HouseholdMember, Kinship, MemberView, PersonCard } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { AmountField, NO_AMOUNT, type TypedAmount, useAmount } from '../amount/field';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { PersonHits } from '../person/hits';
import { usePersonSearch } from '../person/use-search';
import { Who } from '../person/who';
import { useMay } from '../role/roles';

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
  const { today } = useDates();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'member' },
    {
      text: '',
      member: null as PersonCard | null,
      kinship: null as Kinship | null,
      since: null as string | null,
      moves: null as 'yes' | 'no' | null,
    },
  );
  const { text, member, kinship, since, moves } = value;
  const found = usePersonSearch(text, 5);
  const { sendAsync, isPending, error } = useSend('household.add_member', { done: t('saved'), onDone: onClose });
  const people = found.people.filter((hit) => hit.person.person !== person);
  return (
    <FormDialog
      title={t('household.add')}
      submit={t('action.add')}
      onClose={onClose}
      needs={[
        member === null && t('household.member'),
        member !== null && kinship === null && t('household.kinship'),
        member !== null && moves === null && t('household.moves'),
      ]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() => {
        const who = member?.person ?? null;
        if (who === null || kinship === null) return;
        void submit(() => sendAsync({ person, member: who, kinship, case: caseId, since, moves: moves === 'yes' }));
      }}
    >
      {member === null ? (
        <>
          <SearchBox label={t('household.search')} value={text} onChange={(next) => change({ text: next })} autoFocus />
          {found.asked && people.length === 0 && found.settled && (
            <p className="text-sm text-ink-2">{t('household.nobody')}</p>
          )}
          <PersonHits
            compact
            people={people}
            label={t('search.results')}
            action={t('intake.choose')}
            onChoose={(hit) => change({ member: hit.person })}
          />
        </>
      ) : (
        <>
          <p className="text-lg font-semibold">
            <Who person={member} />
          </p>
          <Select
            label={t('household.kinship')}
            isRequired
            value={kinship}
            options={choices('kinship', CODES.Kinship, { sex: member.sex })}
            onChange={(next) => change({ kinship: next })}
          />
          <DatePicker
            label={t('household.since')}
            max={today}
            value={since}
            onChange={(next) => change({ since: next })}
          />
          <Segmented
            label={t('household.moves')}
            isRequired
            value={moves}
            choices={[
              { key: 'yes', label: t('household.moves_yes') },
              { key: 'no', label: t('household.moves_no') },
            ]}
            onChange={(next) => change({ moves: next })}
          />
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
  const figures = useFigures();
  const draft = useAboutDraft(
    { kind: 'member_edit', of: membership.id },
    {
      patch: {} as Partial<HouseholdMember>,
      typed: null as TypedAmount | null,
      // Kept with the words: they were typed on what the record said then.
      seen: membership.seen,
    },
  );
  const { patch, typed, seen } = draft.value;
  const { income: had } = membership.record;
  const recorded = had === null ? NO_AMOUNT : { text: figures(had), confirmed: true };
  const amount = useAmount('month', typed ?? recorded);
  const shown = { ...membership.record, ...patch };
  const change = (more: Partial<HouseholdMember>) =>
    draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }));
  const { sendAsync, isPending, error } = useSend('household.update_member', { done: t('saved'), onDone: onClose });
  const save = () => {
    const changed = Object.entries(typed === null ? patch : { ...patch, income: amount.centimes }).filter(
      ([name, to]) => to !== membership.record[name as keyof HouseholdMember],
    );
    if (changed.length === 0) return draft.state.discard().then(onClose);
    return draft.submit(() =>
      sendAsync({
        id: membership.id,
        seen,
        patch: Object.fromEntries(changed),
        ...(typed === null ? {} : { confirmed: typed.confirmed }),
      }),
    );
  };
  return (
    <FormDialog
      title={t('household.edit')}
      submit={t('action.save')}
      needs={[typed !== null && !amount.isSettled && t('household.income')]}
      onClose={onClose}
      isPending={isPending || draft.isWriting}
      error={error}
      draft={draft.state}
      onSubmit={() => void save()}
    >
      <p className="text-lg font-semibold">
        <Who person={person} />
      </p>
      <Select
        label={t('household.kinship')}
        value={shown.kinship}
        options={choices('kinship', CODES.Kinship, { sex: person.sex })}
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
            <AmountField
              label={t('household.income')}
              typed={typed ?? recorded}
              amount={amount}
              onChange={(next) => draft.change({ typed: next })}
            />
            <Select
              label={t('household.income_source')}
              value={shown.income_source}
              options={choices('income_source', CODES.IncomeSource)}
              onChange={(income_source) => change({ income_source })}
            />
          </>
        )}
      </div>
    </FormDialog>
  );
}
