import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Chip } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { Reach } from '../../ipc/types';

/** Whether somebody may be called, written to or visited at home: the core decided which. */
export function mayReach(reach: Reach): boolean {
  return reach === 'free' || reach === 'hours';
}

/** Why somebody must not be reached, or the hours at which they may; nothing where it is safe at any time. */
export function ReachNote({ reach, hours = null, more }: { reach: Reach; hours?: string | null; more?: string }) {
  const t = useT();
  const code = useCodeText();
  if (reach === 'free') return null;
  const may = mayReach(reach);
  return (
    <p
      role="status"
      className={`flex items-start gap-2 rounded-control px-3 py-2 text-sm ${may ? 'bg-soon-soft text-soon' : 'bg-late-soft text-late'}`}
    >
      {may ? (
        <ShieldCheck aria-hidden className="size-4.25 mt-0.5 shrink-0" />
      ) : (
        <ShieldAlert aria-hidden className="size-4.25 mt-0.5 shrink-0" />
      )}
      <span>
        {may && hours !== null ? t('safe.hours', { hours }) : code('reach', reach)}
        {more !== undefined && ` ${more}`}
      </span>
    </p>
  );
}

/** The same beside a row of a list; nothing where they may be reached. */
export function ReachChip({ reach }: { reach: Reach }) {
  const code = useCodeText();
  if (mayReach(reach)) return null;
  return (
    <Chip meaning="late" icon={<ShieldAlert aria-hidden />}>
      {code('reach_short', reach)}
    </Chip>
  );
}
