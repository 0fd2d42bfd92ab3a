import {
  Building2,
  CalendarDays,
  CalendarX2,
  FolderOpen,
  IdCard,
  Languages,
  MapPin,
  MapPinOff,
  Phone as PhoneIcon,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { LikenessView, Reason } from '../../ipc/types';

/** The picture of what was compared; which way it speaks is said by the words. */
function iconOf({ code, favours }: Reason): ReactNode {
  if (code.startsWith('name') || code.startsWith('given') || code.startsWith('family'))
    return <Languages aria-hidden />;
  if (code.startsWith('birth')) return favours ? <CalendarDays aria-hidden /> : <CalendarX2 aria-hidden />;
  if (code.startsWith('phone')) return <PhoneIcon aria-hidden />;
  if (code.startsWith('commune')) return favours ? <MapPin aria-hidden /> : <MapPinOff aria-hidden />;
  if (code.startsWith('province')) return <Building2 aria-hidden />;
  if (code.startsWith('mother')) return <UsersRound aria-hidden />;
  if (code.startsWith('sex')) return <UserRound aria-hidden />;
  if (code.startsWith('paper')) return <FolderOpen aria-hidden />;
  return <IdCard aria-hidden />;
}

/** Why two records look alike, and what speaks against it: the weightiest first. */
export function Reasons({ reasons, most }: { reasons: readonly Reason[]; most?: number }) {
  const t = useT();
  const code = useCodeText();
  const shown = most === undefined ? reasons : reasons.slice(0, most);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t('duplicate.reasons')} className="flex flex-wrap gap-1.5">
      {shown.map((reason) => (
        <li key={reason.code} className="inline-flex">
          <Chip meaning={reason.favours ? 'calm' : 'plain'} icon={iconOf(reason)}>
            {code('match_reason', reason.code)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

/** How likely it is that two records are one person, in words. */
export function VerdictChip({ verdict }: { verdict: LikenessView['verdict'] }) {
  const code = useCodeText();
  return (
    <Chip meaning={verdict === 'same' ? 'late' : verdict === 'maybe' ? 'soon' : 'plain'}>
      {code('match_verdict', verdict)}
    </Chip>
  );
}
