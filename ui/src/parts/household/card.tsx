import { Crown, LogOut, PencilLine } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Avatar, Button, Chip, IconButton } from '../../components';
import { dotted, Ltr, useCodeText, useDates, useDirhams, useT } from '../../i18n';
import type { HouseholdMember, HouseholdView, MemberView, PastHousehold } from '../../ipc/types';
import { to } from '../../routes';
import { useTaken } from '../draft/about';
import { Dotted, usePersonText } from '../person/who';
import { ChangeHeadDialog, EditHouseholdDialog, LeaveDialog } from './dialogs';
import { EditMemberDialog } from './member-dialog';

type Open = { kind: 'head' } | { kind: 'card' } | { kind: 'edit' | 'leave'; member: MemberView };

/** A household on one card: who lives there, on what, who has left. */
export function HouseholdCard({
  household,
  past = [],
  self,
  mayEdit,
}: {
  household: HouseholdView | null;
  /** Households the person lived in before. */
  past?: readonly PastHousehold[];
  self: string;
  mayEdit: boolean;
}) {
  const t = useT();
  const members = household?.members ?? [];
  const takenMember = useTaken('member_edit');
  const takenCard = useTaken('household_edit') === household?.household;
  const [open, setOpen] = useState<Open | null>(() => {
    const member = members.find((one) => one.membership.id === takenMember);
    if (member !== undefined) return { kind: 'edit', member };
    return takenCard ? { kind: 'card' } : null;
  });
  const close = () => setOpen(null);
  const left = (household?.past ?? []).filter((member) => member.person.person !== self);
  const own = members.find((member) => member.person.person === self);
  const hasHead = members.some((member) => member.membership.record.kinship === 'head');
  const alone = members.every((member) => member.person.person === self);
  return (
    <>
      {household !== null && members.length > 0 && (
        <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
          <HouseholdFacts household={household} />
          {!hasHead && <Chip meaning="soon">{t('household.no_head')}</Chip>}
        </p>
      )}
      {alone && <p className="text-sm text-ink-2">{t('household.alone')}</p>}
      <ul className="flex flex-col gap-2.5">
        {members
          .filter((member) => !alone || member.membership.record.kinship !== 'head')
          .map((member) => (
            <Member
              key={member.membership.id}
              member={member}
              isSelf={member.person.person === self}
              end={
                mayEdit && (
                  <MemberButtons
                    member={member}
                    onEdit={() => setOpen({ kind: 'edit', member })}
                    onLeave={() => setOpen({ kind: 'leave', member })}
                  />
                )
              }
            />
          ))}
      </ul>
      {left.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer rounded-sm text-sm text-accent">
            {t('household.past_count', { count: left.length })}
          </summary>
          <ul aria-label={t('household.past')} className="mt-2 flex flex-col gap-2.5">
            {left.map((member) => (
              <Member key={member.membership.id} member={member} isSelf={false} />
            ))}
          </ul>
        </details>
      )}
      <PastHouseholds past={past} />
      {mayEdit && household !== null && own !== undefined && (
        <p className="mt-1 flex flex-wrap gap-x-1">
          {members.length > 1 && (
            <Button
              size="row"
              variant="quiet"
              className="-ms-3"
              icon={<Crown aria-hidden />}
              onPress={() => setOpen({ kind: 'head' })}
            >
              {t('household.change_head')}
            </Button>
          )}
          {household.record !== null && (
            <Button size="row" variant="quiet" onPress={() => setOpen({ kind: 'card' })}>
              {t('household.edit_card')}
            </Button>
          )}
        </p>
      )}
      {open?.kind === 'edit' && <EditMemberDialog member={open.member} onClose={close} />}
      {open?.kind === 'leave' && <LeaveDialog member={open.member} onClose={close} />}
      {open?.kind === 'head' && household !== null && <ChangeHeadDialog household={household} onClose={close} />}
      {open?.kind === 'card' && household !== null && household.record !== null && (
        <EditHouseholdDialog household={household.record} onClose={close} />
      )}
    </>
  );
}

function HouseholdFacts({ household }: { household: HouseholdView }) {
  const t = useT();
  const dirhams = useDirhams();
  const rsu = household.record?.record.rsu_id ?? null;
  return (
    <Dotted
      parts={[
        household.name,
        household.address,
        rsu === null ? null : (
          <span key="rsu">
            {t('household.rsu')} <Ltr className="tabular">{rsu}</Ltr>
          </span>
        ),
        household.income === null ? null : (
          <span key="income">
            {t('household.total_income')} {t('household.a_month', { amount: dirhams(household.income) })}
          </span>
        ),
      ]}
    />
  );
}

function Member({ member, isSelf, end }: { member: MemberView; isSelf: boolean; end?: ReactNode }) {
  const t = useT();
  const dirhams = useDirhams();
  const code = useCodeText();
  const name = usePersonText();
  const stay = useStay();
  const { record } = member.membership;
  return (
    <li className="flex items-center gap-2">
      <Avatar name={name(member.person)} />
      <span className="min-w-0 flex-1">
        {isSelf ? (
          <bdi className="block text-md leading-snug font-semibold">{name(member.person)}</bdi>
        ) : (
          <Link
            href={to.person(member.person.person ?? '')}
            className="block rounded-sm text-md leading-snug font-medium hover:text-accent"
          >
            <bdi>{name(member.person)}</bdi>
          </Link>
        )}
        <span className="block text-sm text-ink-2">
          <Dotted
            parts={[
              record.kinship === null ? null : code('kinship', record.kinship, { sex: member.person.sex }),
              member.person.age === null ? null : t('age.years', { years: member.person.age }),
              record.income === null ? null : t('household.a_month', { amount: dirhams(record.income) }),
              record.income_source === null ? null : code('income_source', record.income_source),
              stay(record),
            ]}
          />
        </span>
      </span>
      {end}
    </li>
  );
}

/** From when to when, as far as it is known. */
function useStay(): (place: HouseholdMember) => string | null {
  const t = useT();
  const dates = useDates();
  return ({ since, until }) => {
    if (since !== null && until !== null)
      return t('household.from_to', { from: dates.full(since), to: dates.full(until) });
    if (until !== null) return t('household.to', { day: dates.full(until) });
    return since === null ? null : t('household.from', { day: dates.full(since) });
  };
}

function MemberButtons({ member, onEdit, onLeave }: { member: MemberView; onEdit: () => void; onLeave: () => void }) {
  const t = useT();
  const name = usePersonText()(member.person);
  return (
    <span className="flex shrink-0">
      <IconButton size="row" label={dotted(t('household.edit'), name)} onPress={onEdit}>
        <PencilLine aria-hidden />
      </IconButton>
      <IconButton size="row" label={dotted(t('household.leave'), name)} onPress={onLeave}>
        <LogOut aria-hidden className="mirror" />
      </IconButton>
    </span>
  );
}

function PastHouseholds({ past }: { past: readonly PastHousehold[] }) {
  const t = useT();
  const code = useCodeText();
  const name = usePersonText();
  const stay = useStay();
  if (past.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer rounded-sm text-sm text-accent">{t('household.before')}</summary>
      <ul aria-label={t('household.before')} className="mt-2 flex flex-col gap-2">
        {past.map((one) => (
          <li key={one.membership.id}>
            <bdi className="block text-md font-medium">
              {one.name ?? (one.head === null ? t('household.title') : t('household.of', { name: name(one.head) }))}
            </bdi>
            <span className="block text-sm text-ink-2">
              <Dotted
                parts={[
                  one.membership.record.kinship === null ? null : code('kinship', one.membership.record.kinship),
                  stay(one.membership.record),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
