import { CalendarDays, Sun, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Card, EmptyState, GroupHead, Loaded, PageHead, RowList } from '../../components';
import { partOfDay, staffName, useDates, useLanguage, useT } from '../../i18n';
import type { Task } from '../../ipc/types';
import { useMay } from '../../parts/roles';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useSession } from '../../state/session';
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
  const [shown, setShown] = useState<number | null>(null);
  const today = useCommand('today.get', shown === null ? {} : { shown }, {
    refetchEveryMs: 60_000,
    keepPrevious: true,
  });
  const greeting = useGreeting();
  const director = useMay().seeAll;
  const center = useCenterToday(director);
  return (
    <>
      <PageHead title={greeting} note={dates.weekday(dates.today)} />
      <Loaded query={today}>
        {(data) => {
          const nothing = data.overdue.length + data.today.length + data.week.length === 0;
          return (
            <div className="grid items-start gap-[18px] lg:grid-cols-[minmax(0,1fr)_296px]">
              <div className="flex flex-col gap-3.5">
                {!(director && nothing) && (
                  <Card padded={false}>
                    {nothing ? (
                      <EmptyState
                        icon={<Sun aria-hidden />}
                        text={t(data.later > 0 ? 'today.nothing_soon' : 'today.nothing')}
                        action={
                          <Button variant="primary" onPress={() => go(to.intake)}>
                            {t('top.new_reception')}
                          </Button>
                        }
                      />
                    ) : (
                      <>
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
                      </>
                    )}
                    {data.later > 0 && !nothing && (
                      <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3">
                        {t('today.later', { count: data.later })}
                      </p>
                    )}
                  </Card>
                )}
                {director && <CenterPanels query={center} />}
              </div>
              <div className="flex flex-col gap-3.5">
                {data.attention > 0 && <AttentionCard count={data.attention} />}
                <DraftsCard />
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
    <section>
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
    </section>
  );
}
