import { MapPin } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button, Card, Chip, EmptyState, GroupHead, Loaded, PageHead, Row, RowList, Segmented } from '../../components';
import { addDays, dotted, useCodeText, useDates, useT } from '../../i18n';
import type { VisitView } from '../../ipc/types';
import { DueChip, dueMeaning, useWindowText } from '../../parts/due/due';
import { ReachChip } from '../../parts/person/reach';
import { Dotted, useDraftName, usePersonText, useStaffText, Who } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { useMay } from '../../parts/role/roles';
import { RecordVisitDialog } from '../../parts/visit/dialog';
import { pathOfSubject, to } from '../../routes';
import { useCommand } from '../../state/command';
import { useKept } from '../../state/trail';

type Span = 'week' | 'month';
const MONTH_DAYS = 30;

/** The visits to make, place by place: the order in which one goes through them. */
export function VisitsScreen({ open }: { open?: string }) {
  const t = useT();
  const may = useMay();
  const { today } = useDates();
  const [, go] = useLocation();
  const [span, setSpan] = useKept<Span>('span', 'week');
  const [whose, setWhose] = useKept<'mine' | 'all'>('whose', 'mine');
  const [chosen, setChosen] = useKept<string | null>('chosen', open ?? null);
  const visits = useCommand(
    'visit.list',
    { to: span === 'week' ? null : addDays(today, MONTH_DAYS), all: whose === 'all' },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead
        title={t('nav.visits')}
        end={
          <div className="flex flex-wrap items-end gap-3">
            <Segmented
              hideLabel
              label={t('visits.span')}
              value={span}
              choices={[
                { key: 'week', label: t('visits.week') },
                { key: 'month', label: t('visits.month') },
              ]}
              onChange={setSpan}
            />
            {may.seeAll && (
              <Segmented
                hideLabel
                label={t('visits.whose')}
                value={whose}
                choices={[
                  { key: 'mine', label: t('visits.mine') },
                  { key: 'all', label: t('visits.all') },
                ]}
                onChange={setWhose}
              />
            )}
          </div>
        }
      />
      <Loaded query={visits}>
        {(list) => (
          <>
            <Card padded={false}>
              {list.length === 0 ? (
                <EmptyState
                  text={t('visits.empty')}
                  action={<Button onPress={() => go(to.cases)}>{t('visits.to_cases')}</Button>}
                />
              ) : (
                <Groups visits={list} onRecord={setChosen} showStaff={whose === 'all'} />
              )}
            </Card>
            <Record visits={list} chosen={chosen} onClose={() => setChosen(null)} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Groups({
  visits,
  onRecord,
  showStaff,
}: {
  visits: readonly VisitView[];
  onRecord: (visit: string) => void;
  showStaff: boolean;
}) {
  const t = useT();
  const either = useEither();
  const groups = new Map<string, VisitView[]>();
  for (const view of visits) {
    const place =
      view.visit.record.place ?? view.household_name ?? either(view.person.commune_ar, view.person.commune_fr);
    groups.set(place, [...(groups.get(place) ?? []), view]);
  }
  return [...groups].map(([place, list]) => (
    <section key={place}>
      <GroupHead
        title={place === '' ? t('visits.no_place') : place}
        count={list.length}
        icon={<MapPin aria-hidden />}
      />
      <RowList label={place === '' ? t('visits.no_place') : place}>
        {list.map((view) => (
          <VisitRow key={view.visit.id} view={view} onRecord={onRecord} showStaff={showStaff} />
        ))}
      </RowList>
    </section>
  ));
}

function VisitRow({
  view,
  onRecord,
  showStaff,
}: {
  view: VisitView;
  onRecord: (visit: string) => void;
  showStaff: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const [, go] = useLocation();
  const name = usePersonText();
  const staff = useStaffText();
  const windowText = useWindowText({ inList: true });
  const { record, id } = view.visit;
  const performed = record.performed_on !== null;
  return (
    <Row
      meaning={performed ? 'done' : dueMeaning(view.due)}
      what={<Dotted parts={[code('visit_kind', record.kind), record.purpose]} />}
      who={
        <Dotted parts={[<Who key="who" person={view.person} />, view.household_name, showStaff && staff(view.staff)]} />
      }
      chip={
        <>
          {view.not_at_home !== null && <ReachChip reach={view.not_at_home} />}
          {view.case_closed && <Chip>{t('visits.case_closed')}</Chip>}
          {performed ? <Chip meaning="done">{code('visit_outcome', record.outcome)}</Chip> : <DueChip due={view.due} />}
        </>
      }
      window={windowText(view.due)}
      onOpen={() => go(pathOfSubject(view.case, view.person))}
      button={
        performed ? undefined : (
          <Button size="row" onPress={() => onRecord(id)} aria-label={dotted(t('task.record'), name(view.person))}>
            {t('task.record')}
          </Button>
        )
      }
    />
  );
}

function Record({
  visits,
  chosen,
  onClose,
}: {
  visits: readonly VisitView[];
  chosen: string | null;
  onClose: () => void;
}) {
  const code = useCodeText();
  const name = usePersonText();
  const draftName = useDraftName();
  const view = visits.find((one) => one.visit.id === chosen);
  if (view === undefined) return null;
  return (
    <RecordVisitDialog
      visit={view.visit}
      title={dotted(code('visit_kind', view.visit.record.kind ?? 'home'), name(view.person))}
      name={draftName(view.person)}
      onClose={onClose}
    />
  );
}
