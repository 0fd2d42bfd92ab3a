import { useState } from 'react';
import { Checkbox, SearchBox, Segmented, Select, TextField } from '../components';
import { useT } from '../i18n';
import { KINSHIPS, SAFE_CONTACTS } from '../ipc/codes';
import type { Kinship, PersonCard, SafeContact } from '../ipc/types';
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

/** Somebody to reach about the person, or who came with them. */
export function ContactDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const [name, setName] = useState('');
  const [kinship, setKinship] = useState<Kinship | null>(null);
  const [phone, setPhone] = useState('');
  const [safe, setSafe] = useState<SafeContact>('unknown');
  const [companion, setCompanion] = useState(false);
  const [remark, setRemark] = useState('');
  const { send, isPending, error } = useSend('contact.add', { done: t('saved'), onDone: onClose });
  return (
    <FormDialog
      title={t('contact.add')}
      submit={t('action.add')}
      onClose={onClose}
      isReady={name.trim() !== ''}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        send({
          contact: {
            person,
            name,
            kinship,
            phone: phone || null,
            safe_contact: safe,
            companion: companion ? true : null,
            remark: remark || null,
          },
        })
      }
    >
      <TextField label={t('contact.name')} isRequired autoFocus value={name} onChange={setName} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Select
          label={t('household.kinship')}
          value={kinship}
          options={choices('kinship', KINSHIPS)}
          onChange={setKinship}
        />
        <TextField label={t('person.phone')} dir="ltr" type="tel" value={phone} onChange={setPhone} />
      </div>
      <Segmented
        label={t('person.safe_contact')}
        value={safe}
        choices={choices('safe_contact_short', SAFE_CONTACTS)}
        onChange={setSafe}
      />
      <Checkbox isSelected={companion} onChange={setCompanion}>
        {t('contact.companion')}
      </Checkbox>
      <TextField label={t('contact.remark')} value={remark} onChange={setRemark} />
    </FormDialog>
  );
}
