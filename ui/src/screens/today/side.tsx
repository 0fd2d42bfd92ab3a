import { ArrowLeftRight, DoorOpen, GitMerge, PencilLine, Route as RouteIcon, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button, IconButton, Section } from '../../components';
import { dotted, keptNameIn, type MessageKey, useCodeText, useDates, useLanguage, useT } from '../../i18n';
import type { Draft, Today } from '../../ipc/types';
import { placeOf } from '../../parts/draft/use-dialog-draft';
import { useSend } from '../../parts/form/send';
import { Dotted } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { to } from '../../routes';
import { useCommand } from '../../state/command';

/** The places of the day, in the order to go through them. */
export function RouteCard({ route }: { route: Today['route'] }) {
  const t = useT();
  const either = useEither();
  const [, go] = useLocation();
  return (
    <Section title={t('today.route')} icon={<RouteIcon aria-hidden />}>
      <ol className="flex flex-col gap-2">
        {route.map((stop, index) => (
          <li key={`${stop.place.ar}-${stop.place.lat}`} className="flex gap-2">
            <span className="tabular text-ink-2">{index + 1}.</span>
            <span className="min-w-0">
              <span className="block font-semibold">
                <bdi>{either(stop.place.ar, stop.place.lat) || t('visits.no_place')}</bdi>
              </span>
              <span className="block text-sm text-ink-2">
                {t('today.stop', { households: stop.households, visits: stop.visits })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <Button size="row" className="mt-3 w-full" onPress={() => go(to.visits)}>
        {t('today.all_visits')}
      </Button>
    </Section>
  );
}

export function ReferralsCard({ counts }: { counts: Today['referrals'] }) {
  const t = useT();
  const lines: { key: keyof Today['referrals']; words: MessageKey }[] = [
    { key: 'awaiting', words: 'today.referrals_awaiting' },
    { key: 'accepted', words: 'today.referrals_accepted' },
    { key: 'refused', words: 'today.referrals_refused' },
  ];
  if (counts.awaiting + counts.accepted + counts.refused === 0) return null;
  return (
    <Section title={t('today.referrals')} icon={<ArrowLeftRight aria-hidden />}>
      <ul>
        {lines.map((line) => (
          <li key={line.key} className="border-b border-dashed border-line last:border-b-0">
            <Link
              href={to.referrals}
              className="flex items-center justify-between gap-3 rounded-sm py-1.5 hover:text-accent"
            >
              <span>{t(line.words)}</span>
              <span
                className={`tabular font-bold ${line.key === 'refused' && counts.refused > 0 ? 'text-late' : 'text-ink'}`}
              >
                {counts[line.key]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function AttentionCard({ count }: { count: number }) {
  const t = useT();
  const [, go] = useLocation();
  return (
    <Section title={t('today.attention')} icon={<GitMerge aria-hidden className="text-sealed" />} tone="sealed">
      <p className="text-sm">{t('today.attention_text', { count })}</p>
      <Button size="row" className="mt-3 w-full" onPress={() => go(to.attention)}>
        {t('today.attention_open')}
      </Button>
    </Section>
  );
}

export function ReceptionsCard({ count }: { count: number }) {
  const t = useT();
  return (
    <Section title={t('today.receptions')} icon={<DoorOpen aria-hidden />}>
      <Link href={to.people} className="flex items-center justify-between gap-3 rounded-sm py-1 hover:text-accent">
        <span>{t('today.receptions_count')}</span>
        <span className="tabular font-bold">{count}</span>
      </Link>
    </Section>
  );
}

/** Drafts shown before the work of the day is pushed down. */
const FIRST_DRAFTS = 3;

/** What was being typed when the program was locked or closed: offered before anything else, the last first. */
export function DraftsCard() {
  const t = useT();
  const drafts = useCommand('draft.list', {});
  const [isWhole, setWhole] = useState(false);
  const list = drafts.data ?? [];
  const more = list.length - FIRST_DRAFTS;
  if (list.length === 0) return null;
  return (
    <Section title={t('today.drafts')} icon={<PencilLine aria-hidden />}>
      <ul className="flex flex-col">
        {(isWhole ? list : list.slice(0, FIRST_DRAFTS)).map((draft) => (
          <DraftLine key={draft.draft} draft={draft} />
        ))}
      </ul>
      {more > 0 && !isWhole && (
        <Button size="row" className="mt-2" onPress={() => setWhole(true)}>
          {t('list.more', { count: more })}
        </Button>
      )}
    </Section>
  );
}

function DraftLine({ draft }: { draft: Draft }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const [, go] = useLocation();
  const discard = useSend('draft.discard', { done: t('draft.discarded') });
  const { language } = useLanguage();
  const title = draft.title === null ? code('draft_form', draft.form) : keptNameIn(draft.title, language);
  const place = placeOf(draft);
  const address =
    draft.form === 'intake' ? to.draft(draft.draft) : place === null ? null : to.writing(place, place.writing);
  return (
    <li className="flex items-center gap-1.5 border-b border-dashed border-line py-2 last:border-b-0">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{title}</bdi>
        <span className="block text-sm text-ink-2">
          <Dotted
            parts={[
              draft.title === null ? null : code('draft_form', draft.form),
              dates.ago(new Date(Number(draft.saved_at_ms)).toISOString()),
            ]}
          />
        </span>
      </span>
      {address !== null && (
        <Button size="row" onPress={() => go(address)} aria-label={dotted(t('draft.resume'), title)}>
          {t('draft.resume')}
        </Button>
      )}
      <IconButton
        size="row"
        onPress={() => discard.send({ draft: draft.draft })}
        label={dotted(t('draft.discard'), title)}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
