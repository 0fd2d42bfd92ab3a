import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Chip } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { Reach, Reachable } from '../../ipc/types';

/** Why somebody must not be reached, or the hours at which they may; nothing where it is safe at any time. */
export function ReachNote({ reachable, more }: { reachable: Reachable; more?: string }) {
  const t = useT();
  const code = useCodeText();
  const { may_be_reached: may, reach, hours } = reachable;
  if (reach === 'free') return null;
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

/** Why somebody must not be reached, beside a row of a list. */
export function ReachChip({ reach }: { reach: Reach }) {
  const code = useCodeText();
  return (
    <Chip meaning="late" icon={<ShieldAlert aria-hidden />}>
      {code('reach_short', reach)}
    </Chip>
  );
}
