import { FolderPlus, PencilLine, Printer } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { Avatar, Button, EmptyState, IconButton, Loaded, RowList, Section, Skeleton } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { AttachmentView, Person, PersonView, RecordView } from '../../ipc/types';
import { AppointmentDialog } from '../../parts/appointment/dialog';
import { AppointmentList } from '../../parts/appointment/list';
import { AttachmentDialog } from '../../parts/attachment/dialog';
import { AttachmentList } from '../../parts/attachment/list';
import { AttachmentViewer } from '../../parts/attachment/viewer';
import { CaseLine } from '../../parts/case/line';
import { ConsentDialog } from '../../parts/consent/dialog';
import { ConsentList } from '../../parts/consent/list';
import { ContactDialog } from '../../parts/contact/dialog';
import { ContactList } from '../../parts/contact/list';
import { useDocument } from '../../parts/document/open';
import { DraftAboutProvider } from '../../parts/draft/about';
import type { Writing } from '../../parts/draft/use-dialog-draft';
import { EntitlementDialog } from '../../parts/entitlement/dialog';
import { EntitlementList } from '../../parts/entitlement/list';
import { FlagList } from '../../parts/flag/flags';
import { HouseholdCard } from '../../parts/household/card';
import { MemberDialog } from '../../parts/household/member-dialog';
import { BackToList } from '../../parts/list/back';
import { ReachChip } from '../../parts/person/reach';
import { Dotted, useDraftName, usePersonFacts, usePersonText, useStaffText, Who } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { EditGroupDialog, NewGroupDialog } from '../../parts/situation/dialog';
import { GroupList } from '../../parts/situation/list';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { CardPart } from './card';
import { EditPersonDialog } from './edit';
import { JoinedNote } from './joined';
import { OpenCaseDialog } from './open-case';

type Dialog =
  | 'person_edit'
  | 'open_case'
  | 'contact'
  | 'member'
  | 'appointment'
  | 'consent'
  | 'entitlement'
  | 'attachment'
  | 'group'
  | 'group_edit'
  | 'photo';

/** Those whose words are kept, and taken up again. */
const WRITTEN = [
  'person_edit',
  'open_case',
  'contact',
  'member',
  'appointment',
  'consent',
  'entitlement',
  'attachment',
  'group',
  'group_edit',
] satisfies Dialog[];

/** The identity card of a person and what ties to it. */
export function PersonScreen({ id, writing = null }: { id: string; writing?: Writing | null }) {
  const view = useCommand('person.get', { person: id });
  return (
    <Loaded query={view} skeleton={<Skeleton rows={6} />}>
      {(data) => <PersonPage view={data} writing={writing} />}
    </Loaded>
  );
}

function PersonPage({ view, writing }: { view: PersonView; writing: Writing | null }) {
  const t = useT();
  const may = useMay();
  const [, go] = useLocation();
  const name = usePersonText();
  const facts = usePersonFacts();
  const dates = useDates();
  const [dialog, setDialog] = useState<Dialog | null>(WRITTEN.find((kind) => kind === writing?.kind) ?? null);
  const [edited, setEdited] = useState<RecordView<Person> | null>(
    writing?.kind === 'person_edit' ? (view.records.find((one) => one.person.id === writing.of)?.person ?? null) : null,
  );
  const close = () => {
    setDialog(null);
    setEdited(null);
  };
  const { person, card } = view;
  const photo = view.attachments.find(
    (one) => one.purpose === 'person_photo' && one.withdrawn_on === null && isHere(one),
  );
  const draftName = useDraftName()(card);
  const about = useMemo(
    () => ({ place: { person: person.id }, name: draftName, taken: writing }),
    [person.id, draftName, writing],
  );
  const groups = { person: person.id, caseId: null, keepsApart: false, name: draftName };
  const taken =
    writing?.kind === 'group_edit' ? view.situations.find((one) => one.id === writing.situation) : undefined;
  return (
    <DraftAboutProvider value={about}>
      <header className="mb-3.5 flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <div className="basis-full">
          <BackToList usual={to.people} />
        </div>
        {photo === undefined ? (
          <Avatar name={name(card)} size="page" />
        ) : (
          <button
            type="button"
            aria-label={t('person.photo_show')}
            className="cursor-pointer rounded-full ring-2 ring-accent ring-offset-2 ring-offset-paper"
            onClick={() => setDialog('photo')}
          >
            <Avatar name={name(card)} size="page" />
          </button>
        )}
        <div className="min-w-0 flex-1">
          <h1 className="text-title leading-8 font-bold [&_bdi+bdi]:text-xl">
            {person.record.title !== null && (
              <span className="font-medium text-ink-2">
                <bdi>{person.record.title}</bdi>{' '}
              </span>
            )}
            <Who person={card} />
          </h1>
          <p className="text-sm text-ink-2">
            <Dotted
              parts={[
                ...facts(card),
                // Told already where nobody knows the day.
                card.age === null || card.birth_date === null ? null : t('age.years', { years: card.age }),
              ]}
            />
          </p>
        </div>
        {/* What is refused stands where it is seen first; what was not asked yet is with the telephone. */}
        {view.reachable.reach === 'never' && <ReachChip reach={view.reachable.reach} />}
        <div className="flex flex-wrap gap-2 slim:basis-full">
          <Button icon={<PencilLine aria-hidden />} onPress={() => setDialog('person_edit')}>
            {t('person.edit')}
          </Button>
          <Button onPress={() => go(to.intakeOf(person.id))}>{t('top.new_reception')}</Button>
          {may.followCases && (
            <Button variant="primary" icon={<FolderPlus aria-hidden />} onPress={() => setDialog('open_case')}>
              {t('case.open')}
            </Button>
          )}
        </div>
      </header>
      {person.record.withdrawn_on !== null && (
        <p role="status" className="mb-3.5 rounded-control bg-soon-soft px-3 py-2 text-soon">
          {t('import.withdrawn_person', { day: dates.full(person.record.withdrawn_on) })}
        </p>
      )}
      <JoinedNote
        view={view}
        onEdit={(record) => {
          setEdited(record);
          setDialog('person_edit');
        }}
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_minmax(0,--spacing(85))]">
        <div className="flex flex-col gap-3.5">
          <CasesPart view={view} onOpen={() => setDialog('open_case')} />
          <CardPart view={view} />
          <ReceptionsPart view={view} />
        </div>
        <div className="flex flex-col gap-3.5">
          {/* What must be known at once stands first. */}
          <Section title={t('flag.many')}>
            <FlagList person={person.id} mayEdit />
          </Section>
          <Part title={t('appointment.many')} action={t('appointment.new')} onAction={() => setDialog('appointment')}>
            {view.appointments.length === 0 ? (
              <p className="text-sm text-ink-2">{t('appointment.none')}</p>
            ) : (
              <AppointmentList appointments={view.appointments} />
            )}
          </Part>
          {may.followCases && (
            <Part title={t('situation.many')} action={t('situation.add')} onAction={() => setDialog('group')}>
              <GroupList
                situations={view.situations}
                dangers={view.dangers}
                place={(situation) => ({
                  ...groups,
                  caseId: situation.record.case,
                  keepsApart: view.cases.find((row) => row.case === situation.record.case)?.keeps_apart ?? false,
                })}
                mayEdit
              />
            </Part>
          )}
          <Part title={t('household.title')} action={t('household.add')} onAction={() => setDialog('member')}>
            <HouseholdCard household={view.household} past={view.past_households} self={person.id} mayEdit />
          </Part>
          <Part title={t('contact.many')} action={t('contact.add')} onAction={() => setDialog('contact')}>
            <ContactList contacts={view.contacts} person={person.id} mayEdit />
          </Part>
          <Part title={t('attachment.many')} action={t('attachment.add')} onAction={() => setDialog('attachment')}>
            <AttachmentList attachments={view.attachments} />
          </Part>
          {may.followCases && (
            <Part title={t('entitlement.many')} action={t('entitlement.add')} onAction={() => setDialog('entitlement')}>
              <EntitlementList entitlements={view.entitlements} person={person.id} />
            </Part>
          )}
          {may.followCases && (
            <Part title={t('consent.title')} action={t('consent.record')} onAction={() => setDialog('consent')}>
              <ConsentList consents={view.consents} sex={card.sex} />
            </Part>
          )}
        </div>
      </div>
      {dialog === 'person_edit' && <EditPersonDialog person={edited ?? person} onClose={close} />}
      {dialog === 'open_case' && <OpenCaseDialog person={person.id} onClose={close} />}
      {dialog === 'contact' && <ContactDialog person={person.id} caseId={null} contact={null} onClose={close} />}
      {dialog === 'member' && <MemberDialog person={person.id} caseId={null} onClose={close} />}
      {dialog === 'appointment' && (
        <AppointmentDialog person={person.id} caseId={null} reachable={view.reachable} onClose={close} />
      )}
      {dialog === 'attachment' && (
        <AttachmentDialog person={person.id} caseId={null} purposes={view.attachment_purposes} onClose={close} />
      )}
      {dialog === 'entitlement' && <EntitlementDialog person={person.id} entitlement={null} onClose={close} />}
      {dialog === 'group' && <NewGroupDialog place={groups} onClose={close} />}
      {dialog === 'group_edit' && taken !== undefined && (
        <EditGroupDialog place={groups} situation={taken} onClose={close} />
      )}
      {dialog === 'photo' && photo !== undefined && <AttachmentViewer attachment={photo} onClose={close} />}
      {dialog === 'consent' && (
        <ConsentDialog person={person.id} sex={card.sex} caseId={null} asked={null} onClose={close} />
      )}
    </DraftAboutProvider>
  );
}

/** Its bytes are on this device. */
function isHere(one: AttachmentView): boolean {
  return one.place === 'only_here' || one.place === 'at_hub';
}

function Part({
  title,
  action,
  onAction,
  children,
}: {
  title: string;
  action: string;
  onAction: () => void;
  children: ReactNode;
}) {
  return (
    <Section title={title}>
      {children}
      <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={onAction}>
        {action}
      </Button>
    </Section>
  );
}

function CasesPart({ view, onOpen }: { view: PersonView; onOpen: () => void }) {
  const t = useT();
  const may = useMay();
  if (!may.followCases) return null;
  return (
    <section aria-label={t('nav.cases')} className="card">
      <h2 className="border-b border-line px-4 py-3 text-lg font-semibold">{t('nav.cases')}</h2>
      {view.cases.length === 0 ? (
        <EmptyState
          text={t('person.no_case')}
          action={
            <Button size="row" onPress={onOpen}>
              {t('case.open')}
            </Button>
          }
        />
      ) : (
        <RowList label={t('nav.cases')}>
          {view.cases.map((row) => (
            <CaseLine key={row.case} row={row} ofPerson />
          ))}
        </RowList>
      )}
    </section>
  );
}

function ReceptionsPart({ view }: { view: PersonView }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const print = useDocument();
  if (view.receptions.length === 0) return null;
  return (
    <Section title={t('person.receptions')}>
      <ul aria-label={t('person.receptions')}>
        {view.receptions.map(({ reception, staff: who }) => (
          <li key={reception.id} className="flex gap-3 border-b border-dashed border-line py-2 last:border-b-0">
            <span className="min-w-0 flex-1">
              <bdi className="block">{reception.record.reason ?? t('reception.no_reason')}</bdi>
              <span className="text-sm text-ink-2">
                <Dotted
                  parts={[
                    reception.record.source === null ? null : code('source', reception.record.source),
                    reception.record.orientation === null ? null : code('orientation', reception.record.orientation),
                    staff(who),
                  ]}
                />
              </span>
            </span>
            <span className="text-sm text-ink-2">
              {reception.record.day === null ? '' : dates.near(reception.record.day)}
            </span>
            <IconButton
              size="row"
              label={dotted(
                t('intake.receipt'),
                reception.record.day === null ? null : dates.near(reception.record.day),
              )}
              onPress={() => void print('reception.receipt', { reception: reception.id })}
            >
              <Printer aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
