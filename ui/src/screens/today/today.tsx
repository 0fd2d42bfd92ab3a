import { CalendarClock, CalendarDays, ChevronDown, Sun, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, Card, EmptyState, GroupHead, Loaded, PageHead, RowGroup, RowGroups, RowList } from '../../components';
import { partOfDay, staffName, useDates, useLanguage, useT } from '../../i18n';
import type { Task } from '../../ipc/types';
import { useMay } from '../../parts/role/roles';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useSession } from '../../state/session';
import { useKept } from '../../state/trail';
import { CenterPanels, useCenterToday } from './center';
import { AttentionCard, DraftsCard, ReceptionsCard, ReferralsCard, RouteCard } from './side';
import { TaskRow } from './task-row';

/** Tasks a press on "show more" adds. */
const MORE = 100;

function useGreeting(): string {
  const t = useT();
  const { language } = useLanguage();
  const { user } = useSession();
  const part = partOfDay(new Date());
  const name = staffName(user, language).primary.split(' ')[0] ?? '';
  return t(`today.${part}`, { name });
}

/** What somebody finds on arriving: late, today, this week; the director, the center too; beside it what waits elsewhere. */
export function TodayScreen() {
  const t = useT();
  const dates = useDates();
  const [, go] = useLocation();
  const [shown, setShown] = useKept<number | null>('shown', null);
  const today = useCommand('today.get', shown === null ? {} : { shown }, {
    refetchEveryMs: 60_000,
    keepPrevious: true,
  });
  const greeting = useGreeting();
  const director = useMay().seeAll;
  const [unfollowed, setUnfollowed] = useKept<number | null>('unfollowed', null);
  const center = useCenterToday(director, unfollowed);
  return (
    <>
      <PageHead title={greeting} note={dates.weekday(dates.today)} />
      <Loaded query={today}>
        {(data) => {
          const later = data.later.length + data.beyond.later;
          const nothing = data.overdue.length + data.today.length + data.week.length === 0;
          return (
            <div className="grid items-start gap-4.5 lg:grid-cols-[minmax(0,1fr)_--spacing(74)]">
              <div className="flex min-w-0 flex-col gap-3.5">
                <DraftsCard />
                {!(director && nothing && later === 0) && (
                  <Card padded={false}>
                    {nothing && (
                      <EmptyState
                        icon={<Sun aria-hidden />}
                        text={t(later > 0 ? 'today.nothing_soon' : 'today.nothing')}
                        action={
                          <Button variant="primary" onPress={() => go(to.intake)}>
                            {t('top.new_reception')}
                          </Button>
                        }
                      />
                    )}
                    <RowGroups>
                      <Group
                        title={t('today.overdue')}
                        icon={<TriangleAlert aria-hidden />}
                        tasks={data.overdue}
                        beyond={data.beyond.overdue}
                        onMore={() => setShown(data.overdue.length + MORE)}
                      />
                      <Group
                        title={t('today.today')}
                        icon={<Sun aria-hidden />}
                        tasks={data.today}
                        beyond={data.beyond.today}
                        onMore={() => setShown(data.today.length + MORE)}
                      />
                      <Group
                        title={t('today.week')}
                        icon={<CalendarDays aria-hidden />}
                        tasks={data.week}
                        beyond={data.beyond.week}
                        onMore={() => setShown(data.week.length + MORE)}
                      />
                      {later > 0 && (
                        <Later
                          tasks={data.later}
                          beyond={data.beyond.later}
                          onMore={() => setShown(data.later.length + MORE)}
                        />
                      )}
                    </RowGroups>
                  </Card>
                )}
                {director && <CenterPanels query={center} onMore={setUnfollowed} />}
              </div>
              <div className="flex flex-col gap-3.5">
                {data.attention > 0 && <AttentionCard count={data.attention} />}
                {data.route.length > 0 && <RouteCard route={data.route} />}
                <ReferralsCard counts={data.referrals} />
                <ReceptionsCard count={data.receptions} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

interface GroupProps {
  title: string;
  icon: ReactNode;
  tasks: readonly Task[];
  /** How many more there are. */
  beyond: number;
  onMore: () => void;
}

function Group({ title, icon, tasks, beyond, onMore }: GroupProps) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <RowGroup>
      <GroupHead title={title} count={tasks.length + beyond} icon={icon} />
      <RowList label={title}>
        {tasks.map((task) => (
          <TaskRow key={task.key} task={task} />
        ))}
      </RowList>
      {beyond > 0 && (
        <div className="border-t border-line px-4 py-2">
          <Button size="row" onPress={onMore}>
            {t('list.more', { count: Math.min(beyond, MORE) })}
          </Button>
        </div>
      )}
    </RowGroup>
  );
}

/** What lies beyond this week: how much is told, and a press shows it. */
function Later(props: Omit<GroupProps, 'title' | 'icon'>) {
  const t = useT();
  const [isOpen, setOpen] = useKept('later', false);
  const count = props.tasks.length + props.beyond;
  return (
    <>
      <div className="col-span-full border-t border-line px-2 py-1.5">
        <Button
          size="row"
          variant="quiet"
          aria-expanded={isOpen}
          icon={<ChevronDown aria-hidden className={isOpen ? 'rotate-180' : ''} />}
          onPress={() => setOpen(!isOpen)}
        >
          {t('today.later', { count })}
        </Button>
      </div>
      {isOpen && <Group {...props} title={t('today.later_title')} icon={<CalendarClock aria-hidden />} />}
    </>
  );
}
