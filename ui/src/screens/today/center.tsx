import { FolderOpen, Users } from 'lucide-react';
import { useLocation } from 'wouter';
import { Avatar, Button, Chip, GroupHead, Loaded, RowList, Section } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { Caseload, CenterToday } from '../../ipc/types';
import { CaseLine } from '../../parts/case/line';
import { useStaffText } from '../../parts/person/who';
import { to } from '../../routes';
import { useCommand } from '../../state/command';

const EVERY_MS = 120_000;
/** Cases a press on «more» adds. */
const MORE = 100;

/** The center as its director finds it: who follows how much, what is late, what nobody follows. */
export function useCenterToday(enabled: boolean, shown: number | null) {
  return useCommand('today.center', shown === null ? {} : { shown }, {
    enabled,
    keepPrevious: true,
    refetchEveryMs: EVERY_MS,
  });
}

export function CenterPanels({
  query,
  onMore,
}: {
  query: ReturnType<typeof useCenterToday>;
  onMore: (shown: number) => void;
}) {
  return (
    <Loaded query={query}>
      {(center) => (
        <>
          {center.unfollowed > 0 && <Unfollowed center={center} onMore={onMore} />}
          <Caseloads list={center.caseloads} />
        </>
      )}
    </Loaded>
  );
}

function Unfollowed({ center, onMore }: { center: CenterToday; onMore: (shown: number) => void }) {
  const t = useT();
  const beyond = center.unfollowed - center.unfollowed_first.length;
  return (
    <section className="card overflow-hidden">
      <GroupHead title={t('center.unfollowed')} count={center.unfollowed} icon={<FolderOpen aria-hidden />} />
      <RowList label={t('center.unfollowed')}>
        {center.unfollowed_first.map((row) => (
          <CaseLine key={row.case} row={row} />
        ))}
      </RowList>
      {beyond > 0 && (
        <div className="border-t border-line px-4 py-2">
          <Button size="row" onPress={() => onMore(center.unfollowed_first.length + MORE)}>
            {t('list.more', { count: Math.min(beyond, MORE) })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Caseloads({ list }: { list: readonly Caseload[] }) {
  const t = useT();
  const most = Math.max(1, ...list.map((one) => one.cases));
  return (
    <Section title={t('center.caseloads')} icon={<Users aria-hidden />}>
      {list.length === 0 ? (
        <p className="text-sm text-ink-2">{t('center.no_caseloads')}</p>
      ) : (
        <ul aria-label={t('center.caseloads')} className="flex flex-col">
          {list.map((one) => (
            <CaseloadLine key={one.staff.staff} one={one} most={most} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CaseloadLine({ one, most }: { one: Caseload; most: number }) {
  const t = useT();
  const code = useCodeText();
  const [, go] = useLocation();
  const name = useStaffText()(one.staff);
  const late = one.visits_late + one.appointments_late;
  return (
    <li className="border-b border-dashed border-line last:border-b-0">
      <button
        type="button"
        onClick={() => one.staff.staff !== null && go(to.casesOf(one.staff.staff))}
        className="grid w-full cursor-pointer grid-cols-[auto_minmax(0,1fr)_--spacing(40)_--spacing(34)] items-center gap-3 rounded-control px-1 py-2 text-start hover:bg-sunken"
      >
        <Avatar name={name} />
        <span className="min-w-0">
          <bdi className="block truncate font-medium">{name}</bdi>
          <span className="block text-sm text-ink-2">{code('role', one.staff.role, { sex: one.staff.sex })}</span>
        </span>
        <span>
          <span className="block text-sm">{t('cases.count', { count: one.cases })}</span>
          <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-accent-fill"
              style={{ width: `${Math.round((one.cases / most) * 100)}%` }}
            />
          </span>
        </span>
        <span className="flex justify-end">
          {late > 0 && <Chip meaning="late">{t('center.late', { count: late })}</Chip>}
        </span>
      </button>
    </li>
  );
}
