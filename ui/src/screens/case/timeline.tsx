import {
  ArrowLeftRight,
  CalendarClock,
  FileCheck2,
  FolderOpen,
  HandHeart,
  MessageSquare,
  Route as RouteIcon,
  ShieldCheck,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, EmptyState, type Meaning, type TimelineEntry as Shown, Timeline } from '../../components';
import { civil, dotted, useCodeText, useDates, useDirhams, useT } from '../../i18n';
import type { CaseView, TimelineEntry } from '../../ipc/types';
import { SESSIONS } from '../../ipc/types';
import { Dotted, useStaffText } from '../../parts/person/who';
import { useEither, useLabel } from '../../parts/protocol/label';
import { useCommand } from '../../state/command';

const LOOK: Record<string, { icon: ReactNode; meaning: Meaning }> = {
  note: { icon: <MessageSquare />, meaning: 'plain' },
  service: { icon: <HandHeart />, meaning: 'calm' },
  visit: { icon: <RouteIcon />, meaning: 'info' },
  step_event: { icon: <FileCheck2 />, meaning: 'done' },
  case_event: { icon: <FolderOpen />, meaning: 'plain' },
  referral_event: { icon: <ArrowLeftRight />, meaning: 'soon' },
  consent: { icon: <ShieldCheck />, meaning: 'done' },
  appointment: { icon: <CalendarClock />, meaning: 'info' },
};

const PAGE = 50;

/** What happened, newest first. */
export function CaseTimeline({ view }: { view: CaseView }) {
  const t = useT();
  const [limit, setLimit] = useState(0);
  const longer = useCommand(
    'case.timeline',
    { case: view.case.id, offset: 0, limit },
    { enabled: limit > 0, keepPrevious: true },
  );
  const entries = limit > 0 && longer.data !== undefined ? longer.data.items : view.timeline;
  const shown = useEntries(view, entries);
  const left = view.timeline_total - entries.length;
  if (entries.length === 0) return <EmptyState text={t('timeline.empty')} />;
  return (
    <>
      <Timeline label={t('case.tab.timeline')} entries={shown} />
      {left > 0 && (
        <Button
          size="row"
          variant="quiet"
          isPending={longer.isFetching}
          onPress={() => setLimit(entries.length + PAGE)}
        >
          {t('list.more', { count: left })}
        </Button>
      )}
    </>
  );
}

function useEntries(view: CaseView, entries: readonly TimelineEntry[]): Shown[] {
  const t = useT();
  const dirhams = useDirhams();
  const code = useCodeText();
  const label = useLabel();
  const either = useEither();
  const dates = useDates();
  const staff = useStaffText();
  const sex = view.person.card.sex;

  const what = (entry: TimelineEntry): string => {
    const words = label(entry.label);
    switch (entry.kind) {
      case 'step_event':
        return words !== '' ? words : code('step_event', entry.code, { sex });
      case 'note':
        return code('note_kind', entry.code);
      case 'service':
        return code('service_type', entry.code);
      case 'visit':
        return code('visit_entry', entry.code);
      case 'case_event':
        return code('case_event', entry.code);
      case 'referral_event':
        return code('referral_event', entry.code);
      case 'consent':
        return code('consent_entry', entry.code);
      case 'appointment':
        return dotted(code('kind', 'appointment'), code('appointment_status', entry.code));
      default:
        return code('kind', entry.kind);
    }
  };
  const how = (entry: TimelineEntry): string | null => {
    if (entry.kind !== 'step_event' || label(entry.label) === '') return null;
    return label(entry.outcome) || code('step_event', entry.code, { sex });
  };
  const detail = (entry: TimelineEntry): string | null => {
    if (entry.detail === null) return null;
    if (entry.kind === 'case_event' && entry.code === 'closed') return code('closure_reason', entry.detail);
    if (entry.kind === 'step_event' && entry.code === 'postponed') {
      return t('timeline.until', { day: dates.day(entry.detail) });
    }
    const count = /^\d+$/.test(entry.detail) ? Number(entry.detail) : null;
    if (entry.kind !== 'service' || count === null) return entry.detail;
    if (entry.code === 'cash') return dirhams(count);
    return SESSIONS.some((type) => type === entry.code) ? t('service.minutes', { count }) : entry.detail;
  };

  return entries.map((entry) => {
    const day = entry.day ?? (entry.at_ms === null ? null : civil(new Date(Number(entry.at_ms))));
    const look = LOOK[entry.kind] ?? { icon: <FolderOpen />, meaning: 'plain' as const };
    return {
      key: `${entry.kind}-${entry.id}-${entry.code}`,
      icon: look.icon,
      meaning: look.meaning,
      what: entry.corrected ? <s>{what(entry)}</s> : what(entry),
      who: (
        <Dotted
          parts={[
            how(entry),
            either(entry.with?.ar, entry.with?.lat),
            detail(entry),
            staff(entry.staff),
            entry.corrected && t('timeline.corrected'),
            entry.pending && t('timeline.pending'),
          ]}
        />
      ),
      when: day === null ? '' : dates.near(day),
      text: entry.text,
    };
  });
}
