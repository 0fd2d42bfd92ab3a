import { Check, PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Avatar, Button, Chip, IconButton, Section } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { CaseView, ConsentView, HouseholdView, MemberView } from '../../ipc/types';
import { ContactList } from '../../parts/contact-list';
import { EntitlementList } from '../../parts/entitlement-list';
import { FormDialog } from '../../parts/form-dialog';
import { EditMemberDialog } from '../../parts/member-dialog';
import { useSend } from '../../parts/send';
import { Dotted, usePersonText, useStaffText } from '../../parts/who';
import { to } from '../../routes';
import type { CaseDialog } from './dialogs/dialogs';

interface Props {
  view: CaseView;
  onDialog: (dialog: CaseDialog) => void;
}

/** Who lives with the person, what they agreed to, who follows them. */
export function CaseSide({ view, onDialog }: Props) {
  const t = useT();
  const code = useCodeText();
  const staff = useStaffText();
  const mayEdit = view.may.includes('edit');
  return (
    <div className="grid gap-3.5 lg:order-3 lg:col-span-2 lg:grid-cols-3 xl:col-span-1 xl:grid-cols-1">
      {view.case.record.situation !== null && (
        <Section title={t('case.situation')}>
          <p dir="auto" className="text-sm whitespace-pre-wrap">
            {view.case.record.situation}
          </p>
        </Section>
      )}
      <Section title={t('household.title')}>
        <HouseholdList household={view.household} self={view.person.person.id} mayEdit={mayEdit} />
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'member' })}>
            {t('household.add')}
          </Button>
        )}
      </Section>
      <Section title={t('contact.many')}>
        <ContactList contacts={view.person.contacts} person={view.person.person.id} mayEdit={mayEdit} />
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'contact' })}>
            {t('contact.add')}
          </Button>
        )}
      </Section>
      <Section title={t('entitlement.many')}>
        <EntitlementList entitlements={view.person.entitlements} person={view.person.person.id} />
        <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'entitlement' })}>
          {t('entitlement.add')}
        </Button>
      </Section>
      <Section title={t('consent.title')}>
        <ConsentList consents={view.consents} mayEdit={mayEdit} />
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'consent' })}>
            {t('consent.record')}
          </Button>
        )}
      </Section>
      <Section title={t('case.staff')}>
        {view.staff.length === 0 && <p className="text-sm text-ink-2">{t('case.no_staff')}</p>}
        <ul className="flex flex-col gap-2.5">
          {view.staff.map((one) => (
            <li key={one.staff} className="flex items-center gap-2.5">
              <Avatar name={staff(one)} />
              <span className="min-w-0">
                <bdi className="block text-md leading-snug font-medium">{staff(one)}</bdi>
                <span className="block text-sm text-ink-2">
                  {one.staff === view.state.lead
                    ? t('case.lead', { sex: one.sex })
                    : code('role', one.role, { sex: one.sex })}
                </span>
              </span>
            </li>
          ))}
        </ul>
        {view.may.includes('assign') && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'assign' })}>
            {t('case.assign')}
          </Button>
        )}
      </Section>
    </div>
  );
}

/** The members of a household, the person themselves left out. */
export function HouseholdList({
  household,
  self,
  mayEdit,
}: {
  household: HouseholdView | null;
  self: string;
  mayEdit: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const name = usePersonText();
  const [open, setOpen] = useState<MemberView | null>(null);
  const members = (household?.members ?? []).filter((member) => member.person.person !== self);
  if (members.length === 0) return <p className="text-sm text-ink-2">{t('household.alone')}</p>;
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {members.map((member) => (
          <li key={member.membership.id} className="flex items-center gap-2">
            <Avatar name={name(member.person)} />
            <span className="min-w-0 flex-1">
              <Link
                href={to.person(member.person.person ?? '')}
                className="block rounded-sm text-md leading-snug font-medium hover:text-accent"
              >
                <bdi>{name(member.person)}</bdi>
              </Link>
              <span className="block text-sm text-ink-2">
                <Dotted
                  parts={[
                    code('kinship', member.membership.record.kinship, { sex: member.person.sex }),
                    member.person.age === null ? null : t('age.years', { years: member.person.age }),
                  ]}
                />
              </span>
            </span>
            {mayEdit && (
              <IconButton
                size="row"
                label={`${t('household.edit')} · ${name(member.person)}`}
                onPress={() => setOpen(member)}
              >
                <PencilLine aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {open !== null && <EditMemberDialog member={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What was agreed to, until when; a withdrawal is one press and a day. */
export function ConsentList({ consents, mayEdit }: { consents: readonly ConsentView[]; mayEdit: boolean }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const [withdrawing, setWithdrawing] = useState<ConsentView | null>(null);
  if (consents.length === 0) return <p className="text-sm text-ink-2">{t('consent.none')}</p>;
  return (
    <>
      <ul className="flex flex-col gap-3">
        {consents.map((view) => {
          const { record, id } = view.consent;
          return (
            <li key={id}>
              <p className="text-sm">
                {record.purposes.map((purpose) => code('purpose', purpose)).join(t('list.comma'))}
              </p>
              <p className="mt-1 flex flex-wrap items-center gap-1.5">
                {view.in_force ? (
                  <Chip meaning="done" icon={<Check aria-hidden />}>
                    {record.expires_on === null
                      ? t('consent.in_force')
                      : t('consent.until', { day: dates.day(record.expires_on) })}
                  </Chip>
                ) : (
                  <Chip icon={<X aria-hidden />}>
                    {record.withdrawn_on === null
                      ? t('consent.expired')
                      : t('consent.withdrawn_on', { day: dates.full(record.withdrawn_on) })}
                  </Chip>
                )}
                {mayEdit && view.in_force && (
                  <Button size="row" variant="quiet" className="-ms-2" onPress={() => setWithdrawing(view)}>
                    {t('consent.withdraw')}
                  </Button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {withdrawing !== null && <WithdrawDialog view={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

function WithdrawDialog({ view, onClose }: { view: ConsentView; onClose: () => void }) {
  const t = useT();
  const { send, isPending, error } = useSend('consent.withdraw', { done: t('consent.withdrawn'), onDone: onClose });
  return (
    <FormDialog
      title={t('consent.withdraw')}
      submit={t('consent.withdraw_do')}
      danger
      onClose={onClose}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ consent: view.consent.id, seen: view.consent.seen })}
    >
      <p>{t('consent.withdraw_text')}</p>
    </FormDialog>
  );
}
