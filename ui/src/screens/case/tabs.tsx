import { PenLine } from 'lucide-react';
import { Button, Chip, EmptyState, Kbd, Menu, Row, RowList, Tabs } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { CaseView } from '../../ipc/types';
import { AppointmentList } from '../../parts/appointment/list';
import { useTakenUp } from '../../parts/draft/about';
import type { Writing } from '../../parts/draft/use-dialog-draft';
import { ReachChip } from '../../parts/person/reach';
import { Dotted } from '../../parts/person/who';
import { ReferralRowLine } from '../../parts/referral/row';
import { useKept } from '../../state/trail';
import type { CaseDialog } from './dialogs/dialogs';
import { DocumentsTab } from './documents';
import { CaseTimeline } from './timeline';

interface Props {
  view: CaseView;
  onDialog: (dialog: CaseDialog) => void;
}

/** What is written about in the tab of the papers. */
const PAPERS: ReadonlySet<Writing['kind']> = new Set(['attachment', 'paper', 'attachment_withdraw']);

/** The timeline and what belongs to the case, one tab each. */
export function CaseTabs({ view, onDialog }: Props) {
  const t = useT();
  const documents = (view.track?.steps ?? []).flatMap((step) => step.documents);
  const taken = useTakenUp();
  const [tab, setTab] = useKept('tab', taken !== null && PAPERS.has(taken.kind) ? 'documents' : 'timeline');
  const known = documents.filter((one) => one.status === 'seen' || one.status === 'copied').length;
  return (
    <section aria-label={t('case.content')} className="card px-4 pb-4 pt-1">
      <Tabs
        label={t('case.content')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            key: 'timeline',
            label: t('case.tab.timeline'),
            content: (
              <>
                {view.may.includes('edit') && <AddBar onDialog={onDialog} />}
                <CaseTimeline view={view} />
              </>
            ),
          },
          {
            key: 'visits',
            label: t('case.tab.visits'),
            count: view.visits.length,
            content: <VisitsTab view={view} onDialog={onDialog} />,
          },
          {
            key: 'referrals',
            label: t('case.tab.referrals'),
            count: view.referrals.length,
            content: <ReferralsTab view={view} onDialog={onDialog} />,
          },
          {
            key: 'documents',
            label: t('case.tab.documents'),
            count: known,
            content: <DocumentsTab view={view} />,
          },
          {
            key: 'appointments',
            label: t('case.tab.appointments'),
            count: view.appointments.length,
            content: <AppointmentsTab view={view} onDialog={onDialog} />,
          },
        ]}
      />
    </section>
  );
}

const NOTE_KEY = 'N';

/** A note in one key; the rest one press away. */
function AddBar({ onDialog }: { onDialog: (dialog: CaseDialog) => void }) {
  const t = useT();
  const entries: { kind: 'service' | 'visit' | 'visit_made' | 'appointment' | 'referral'; label: string }[] = [
    { kind: 'service', label: t('service.new') },
    { kind: 'visit_made', label: t('visit.record_made') },
    { kind: 'visit', label: t('visit.plan') },
    { kind: 'appointment', label: t('appointment.new') },
    { kind: 'referral', label: t('referral.new') },
  ];
  return (
    <div className="flex gap-2 pt-3">
      <button
        type="button"
        aria-keyshortcuts="n"
        onClick={() => onDialog({ kind: 'note' })}
        className="field-box min-w-0 flex-1 cursor-pointer gap-2.5 px-3 text-start text-ink-2 hover:bg-sunken"
      >
        <PenLine aria-hidden className="size-4.25" />
        <span className="flex-1">{t('note.add')}</span>
        <Kbd>{NOTE_KEY}</Kbd>
      </button>
      <Menu
        label={t('case.add')}
        entries={entries.map((entry) => ({
          key: entry.kind,
          label: entry.label,
          onChoose: () => onDialog({ kind: entry.kind }),
        }))}
        trigger={<Button>{t('case.add')}</Button>}
      />
    </div>
  );
}

function VisitsTab({ view, onDialog }: Props) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const mayEdit = view.may.includes('edit');
  const plan = mayEdit && (
    <div className="flex flex-wrap gap-2 pt-3">
      <Button size="row" onPress={() => onDialog({ kind: 'visit' })}>
        {t('visit.plan')}
      </Button>
      <Button size="row" onPress={() => onDialog({ kind: 'visit_made' })}>
        {t('visit.record_made')}
      </Button>
    </div>
  );
  if (view.visits.length === 0) return <EmptyState text={t('visit.none_in_case')} action={plan || undefined} />;
  return (
    <>
      {plan}
      <RowList label={t('case.tab.visits')}>
        {view.visits.map(({ visit, standing, due, not_at_home }) => {
          const { record } = visit;
          const made = standing === 'performed';
          const cancelled = standing === 'cancelled';
          return (
            <Row
              key={visit.id}
              meaning={made ? 'done' : due?.state === 'overdue' ? 'late' : 'calm'}
              what={code('visit_kind', record.kind)}
              who={<Dotted parts={[record.place, record.purpose, record.observations]} />}
              chip={
                made && record.outcome !== null ? (
                  <Chip meaning="done">{code('visit_outcome', record.outcome)}</Chip>
                ) : cancelled ? (
                  <Chip>{t('visit.cancelled')}</Chip>
                ) : not_at_home !== null ? (
                  <ReachChip reach={not_at_home} />
                ) : undefined
              }
              window={cancelled ? '' : dates.near(record.performed_on ?? record.planned_on ?? dates.today)}
              button={
                mayEdit && !made && !cancelled ? (
                  <Button size="row" onPress={() => onDialog({ kind: 'visit_record', visit: visit.id })}>
                    {t('task.record')}
                  </Button>
                ) : undefined
              }
            />
          );
        })}
      </RowList>
    </>
  );
}

function ReferralsTab({ view, onDialog }: Props) {
  const t = useT();
  const add = view.may.includes('edit') ? (
    <div className="pt-3">
      <Button size="row" onPress={() => onDialog({ kind: 'referral' })}>
        {t('referral.new')}
      </Button>
    </div>
  ) : undefined;
  if (view.referrals.length === 0) return <EmptyState text={t('referral.none_in_case')} action={add} />;
  return (
    <>
      {add}
      <RowList label={t('case.tab.referrals')}>
        {view.referrals.map((row) => (
          <ReferralRowLine key={row.referral} row={row} inCase />
        ))}
      </RowList>
    </>
  );
}

function AppointmentsTab({ view, onDialog }: Props) {
  const t = useT();
  const add = view.may.includes('edit') ? (
    <div className="pt-3">
      <Button size="row" onPress={() => onDialog({ kind: 'appointment' })}>
        {t('appointment.new')}
      </Button>
    </div>
  ) : undefined;
  if (view.appointments.length === 0) return <EmptyState text={t('appointment.none')} action={add} />;
  return (
    <>
      {add}
      <AppointmentList appointments={view.appointments} />
    </>
  );
}
