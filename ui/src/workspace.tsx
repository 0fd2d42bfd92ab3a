import {
  ArrowLeftRight,
  BookOpen,
  CloudCog,
  FolderOpen,
  GitMerge,
  Plus,
  Route as RouteIcon,
  Search,
  Settings as SettingsIcon,
  Sun,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { Button } from './components';
import { Frame, type NavGroup, type NavItem } from './components/frame';
import { staffName, useCodeText, useLanguage, useT } from './i18n';
import { ClockNotice } from './parts/clock/clock';
import { writingOf } from './parts/draft/use-dialog-draft';
import { useMay } from './parts/role/roles';
import { paths, to } from './routes';
import { AttentionScreen } from './screens/attention/attention';
import { CaseScreen } from './screens/case/case';
import { CasesScreen } from './screens/cases/cases';
import { CompareScreen } from './screens/duplicates/compare';
import { DuplicatesScreen } from './screens/duplicates/duplicates';
import { HelpButton } from './screens/help/help';
import { topicOf } from './screens/help/topics';
import { ImportsScreen } from './screens/imports/imports';
import { IntakeScreen } from './screens/intake/intake';
import { PartnersScreen } from './screens/partners/partners';
import { PeopleScreen } from './screens/people/people';
import { PersonScreen } from './screens/person/person';
import { ReferralScreen } from './screens/referrals/referral';
import { ReferralsScreen } from './screens/referrals/referrals';
import { SettingsScreen } from './screens/settings/settings';
import { SyncScreen } from './screens/sync/sync';
import { TodayScreen } from './screens/today/today';
import { TopSearch } from './screens/top/search';
import { SyncLine } from './screens/top/sync-state';
import { VisitsScreen } from './screens/visits/visits';
import { useAddress } from './state/address';
import { useCommand } from './state/command';
import { useSession } from './state/session';
import { useAppearance, useNarrow } from './state/settings';
import { Trail, TrailProvider, useScrollOf } from './state/trail';

export function Workspace() {
  const [trail] = useState(() => new Trail());
  useEffect(() => trail.follow(), [trail]);
  return (
    <TrailProvider trail={trail}>
      <Router hook={useAddress}>
        <Inside />
      </Router>
    </TrailProvider>
  );
}

function useGroups(location: string): NavGroup[] {
  const t = useT();
  const may = useMay();
  const today = useCommand('today.get', {}, { enabled: may.meetPeople, refetchEveryMs: 60_000 });
  const counts = today.data?.counts;
  const at = (path: string) => (path === '/' ? location === '/' : location.startsWith(path));
  const place = (path: string, label: string, icon: NavItem['icon'], rest: Partial<NavItem> = {}): NavItem => ({
    to: path,
    label,
    icon,
    isCurrent: at(path),
    ...rest,
  });
  const work: NavItem[] = [];
  if (may.meetPeople) {
    work.push(
      place(to.today, t('nav.today'), <Sun aria-hidden />, {
        count: counts?.today,
        late: (counts?.today_late ?? 0) > 0,
      }),
      place(to.people, t('nav.people'), <Search aria-hidden />, {
        isCurrent: at(to.people) || at(to.intake) || at(to.imports) || at(to.duplicates),
      }),
    );
  }
  if (may.followCases) {
    work.push(
      place(to.cases, t('nav.cases'), <FolderOpen aria-hidden />, {
        // A director's list opens on the whole center.
        count: counts?.center_cases ?? counts?.cases,
      }),
      place(to.visits, t('nav.visits'), <RouteIcon aria-hidden />, {
        count: counts?.visits,
        late: (counts?.visits_late ?? 0) > 0,
      }),
      place(to.referrals, t('nav.referrals'), <ArrowLeftRight aria-hidden />, { count: counts?.referrals }),
    );
  }
  work.push(place(to.partners, t('nav.partners'), <BookOpen aria-hidden />));
  const program: NavItem[] = [];
  if (may.meetPeople && (today.data?.attention ?? 0) > 0) {
    program.push(place(to.attention, t('nav.attention'), <GitMerge aria-hidden />, { count: today.data?.attention }));
  }
  program.push(
    place(to.sync, t('nav.sync'), <CloudCog aria-hidden />),
    place(to.settings, t('nav.settings'), <SettingsIcon aria-hidden />),
  );
  return [
    { key: 'work', places: work },
    { key: 'program', title: t('nav.program'), places: program },
  ];
}

function Inside() {
  const t = useT();
  const code = useCodeText();
  const { language } = useLanguage();
  const { user, lock } = useSession();
  const may = useMay();
  const { navCollapsed, change } = useAppearance();
  const narrow = useNarrow();
  // On a narrow screen the navigation opens for a moment, and its choice is not that of the device.
  const [spread, setSpread] = useState(false);
  const [location, go] = useLocation();

  useScrollOf(location);
  const team = useCommand('user.list', {});

  return (
    <Frame
      groups={useGroups(location)}
      user={{
        name: staffName(user, language).primary,
        role: code('role', user.role, { sex: user.sex }),
      }}
      collapsed={narrow ? !spread : navCollapsed}
      onCollapse={(collapsed) => (narrow ? setSpread(!collapsed) : change({ navCollapsed: collapsed }))}
      onLock={lock}
      top={
        <>
          {may.meetPeople && (
            <>
              <TopSearch />
              <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => go(to.intake)}>
                {t('top.new_reception')}
              </Button>
            </>
          )}
          <ClockNotice />
          <div className="ms-auto flex min-w-0 max-w-95 shrink-0 justify-end narrow:max-w-[9.5rem]">
            <SyncLine />
          </div>
          <HelpButton topic={topicOf(location)} team={team.data ?? []} own={user.staff} maySearch={may.meetPeople} />
        </>
      }
    >
      {may.followCases ? <CaseworkRoutes /> : may.meetPeople ? <DeskRoutes /> : <OfficeRoutes />}
    </Frame>
  );
}

const SHARED = [
  <Route key="partners" path={to.partners}>
    <PartnersScreen key="list" />
  </Route>,
  <Route key="writingIn" path={paths.writingIn}>
    {({ kind, of }) => <PartnersScreen key={`${kind}-${of}`} writing={writingOf(kind, of)} />}
  </Route>,
  <Route key="sync" path={to.sync} component={SyncScreen} />,
  <Route key="settings" path={to.settings} component={SettingsScreen} />,
];

const DESK = [
  <Route key="today" path={to.today} component={TodayScreen} />,
  <Route key="people" path={to.people} component={PeopleScreen} />,
  <Route key="writingOf" path={paths.writingOf}>
    {({ id, kind, of }) => <PersonScreen key={id} id={id} writing={writingOf(kind, of)} />}
  </Route>,
  <Route key="person" path={paths.person}>
    {({ id }) => <PersonScreen key={id} id={id} />}
  </Route>,
  <Route key="duplicates" path={to.duplicates} component={DuplicatesScreen} />,
  <Route key="compare" path={paths.compare}>
    {({ left, right }) => <CompareScreen key={`${left}-${right}`} left={left} right={right} />}
  </Route>,
  <Route key="draft" path={paths.draft}>
    {({ draft }) => <IntakeScreen key={draft} draft={draft} />}
  </Route>,
  <Route key="intake-of" path={paths.intakeOf}>
    {({ person }) => <IntakeScreen key={person} person={person} />}
  </Route>,
  <Route key="intake" path={to.intake}>
    <IntakeScreen key="new" />
  </Route>,
  <Route key="attention" path={to.attention} component={AttentionScreen} />,
];

/** Some who follow cases do not bring lists. */
function Imports() {
  return useMay().importLists ? <ImportsScreen /> : <Redirect to={to.people} replace />;
}

const CASEWORK = [
  <Route key="imports" path={to.imports}>
    <Imports />
  </Route>,
  <Route key="cases" path={to.cases}>
    <CasesScreen />
  </Route>,
  <Route key="casesOf" path={paths.casesOf}>
    {({ staff }) => <CasesScreen staff={staff} />}
  </Route>,
  <Route key="case" path={paths.case}>
    {({ id }) => <CaseScreen key={id} id={id} />}
  </Route>,
  <Route key="step" path={paths.step}>
    {({ id, step }) => <CaseScreen key={id} id={id} step={step} />}
  </Route>,
  <Route key="writing" path={paths.writing}>
    {({ id, kind, of }) => <CaseScreen key={id} id={id} writing={writingOf(kind, of)} />}
  </Route>,
  <Route key="visits" path={to.visits}>
    <VisitsScreen />
  </Route>,
  <Route key="visit" path={paths.visit}>
    {({ id }) => <VisitsScreen open={id} />}
  </Route>,
  <Route key="referrals" path={to.referrals} component={ReferralsScreen} />,
  <Route key="referral" path={paths.referral}>
    {({ id }) => <ReferralScreen key={id} id={id} />}
  </Route>,
  <Route key="answer" path={paths.answer}>
    {({ id, event }) => <ReferralScreen key={id} id={id} answering={event} />}
  </Route>,
];

function CaseworkRoutes() {
  return (
    <Switch>
      {[...DESK, ...CASEWORK, ...SHARED]}
      <Route>
        <Redirect to={to.today} replace />
      </Route>
    </Switch>
  );
}

function DeskRoutes() {
  return (
    <Switch>
      {[...DESK, ...SHARED]}
      <Route>
        <Redirect to={to.today} replace />
      </Route>
    </Switch>
  );
}

function OfficeRoutes() {
  return (
    <Switch>
      {SHARED}
      <Route>
        <Redirect to={to.partners} replace />
      </Route>
    </Switch>
  );
}
