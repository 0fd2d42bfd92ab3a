import type { ReactNode } from 'react';
import { Avatar, Button, Section, Skeleton } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { CaseView, PersonView } from '../../ipc/types';
import { ConsentList } from '../../parts/consent/list';
import { ContactList } from '../../parts/contact/list';
import { EntitlementList } from '../../parts/entitlement/list';
import { FlagList } from '../../parts/flag/flags';
import { HouseholdCard } from '../../parts/household/card';
import { useDraftName, useStaffText } from '../../parts/person/who';
import { GroupList } from '../../parts/situation/list';
import { useCommand } from '../../state/command';
import type { CaseDialog } from './dialogs/dialogs';

interface Props {
  view: CaseView;
  onDialog: (dialog: CaseDialog) => void;
}

/** What hangs from the person rather than from the case, once it is there: it is the person's own page that knows it. */
function OfPerson({ view, children }: { view: CaseView; children: (person: PersonView) => ReactNode }) {
  const person = useCommand('person.get', { person: view.person.person });
  return person.data === undefined ? <Skeleton rows={2} /> : children(person.data);
}

/** Who lives with the person, what they agreed to, who follows them. */
export function CaseSide({ view, onDialog }: Props) {
  const t = useT();
  const code = useCodeText();
  const staff = useStaffText();
  const name = useDraftName()(view.person.card);
  const mayEdit = view.may.includes('edit');
  return (
    <div className="grid gap-3.5 lg:order-3 lg:col-span-2 lg:grid-cols-3 xl:col-span-1 xl:grid-cols-1">
      {/* What must be known at once stands first. */}
      <Section title={t('flag.many')}>
        <FlagList person={view.person.person} caseId={view.case.id} mayEdit={mayEdit} />
      </Section>
      {view.case.record.situation !== null && (
        <Section title={t('case.situation')}>
          <p dir="auto" className="text-sm whitespace-pre-wrap">
            {view.case.record.situation}
          </p>
        </Section>
      )}
      <Section title={t('situation.many')}>
        <OfPerson view={view}>
          {({ situations, dangers }) => (
            <GroupList
              situations={situations}
              dangers={dangers}
              place={(situation) => ({
                person: view.person.person,
                caseId: situation.record.case,
                keepsApart: view.keeps_apart,
                name,
              })}
              mayEdit={mayEdit}
            />
          )}
        </OfPerson>
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'group' })}>
            {t('situation.add')}
          </Button>
        )}
      </Section>
      <Section title={t('household.title')}>
        <OfPerson view={view}>
          {(person) => (
            <HouseholdCard
              household={view.household}
              past={person.past_households}
              self={view.person.person}
              mayEdit={mayEdit}
            />
          )}
        </OfPerson>
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'member' })}>
            {t('household.add')}
          </Button>
        )}
      </Section>
      <Section title={t('contact.many')}>
        <OfPerson view={view}>
          {({ contacts }) => <ContactList contacts={contacts} person={view.person.person} mayEdit={mayEdit} />}
        </OfPerson>
        {mayEdit && (
          <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'contact' })}>
            {t('contact.add')}
          </Button>
        )}
      </Section>
      <Section title={t('entitlement.many')}>
        <OfPerson view={view}>
          {({ entitlements }) => <EntitlementList entitlements={entitlements} person={view.person.person} />}
        </OfPerson>
        <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => onDialog({ kind: 'entitlement' })}>
          {t('entitlement.add')}
        </Button>
      </Section>
      <Section title={t('consent.title')}>
        <ConsentList consents={view.consents} sex={view.person.card.sex} />
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
