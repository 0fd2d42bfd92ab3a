import { Archive, Check, HandHeart, Inbox, Printer, Send, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import {
  Button,
  Chip,
  DatePicker,
  Fact,
  Facts,
  Loaded,
  type Meaning,
  PageHead,
  Section,
  Select,
  TextArea,
  Timeline,
} from '../../components';
import { Ltr, Phone, useCodeText, useDates, useT } from '../../i18n';
import type { ReferralEventType, ReferralView, RefusalReason } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useDocument } from '../../parts/document/open';
import { useDialogDraft } from '../../parts/draft/use-dialog-draft';
import { useChoices } from '../../parts/form/choices';
import { FormDialog } from '../../parts/form/dialog';
import { useSend } from '../../parts/form/send';
import { BackToList } from '../../parts/list/back';
import { CaseNumber, Dotted, useDraftName, useStaffText, Who } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { REFERRAL_MEANING } from '../../parts/referral/row';
import { chipTone, toneOf } from '../../parts/value/tones';
import { to } from '../../routes';
import { useCommand } from '../../state/command';

const LOOK: Record<ReferralEventType, { icon: ReactNode; meaning: Meaning }> = {
  sent: { icon: <Send className="mirror" />, meaning: 'soon' },
  received: { icon: <Inbox />, meaning: 'soon' },
  accepted: { icon: <Check />, meaning: 'info' },
  refused: { icon: <X />, meaning: 'late' },
  served: { icon: <HandHeart />, meaning: 'done' },
  not_served: { icon: <X />, meaning: 'late' },
  closed: { icon: <Archive />, meaning: 'plain' },
  reopened: { icon: <Undo2 className="mirror" />, meaning: 'plain' },
};

/** One referral: where it stands, what happened, what may happen next. */
export function ReferralScreen({ id, answering = null }: { id: string; answering?: string | null }) {
  const view = useCommand('referral.get', { referral: id });
  return <Loaded query={view}>{(data) => <ReferralPage view={data} answering={answering} />}</Loaded>;
}

function ReferralPage({ view, answering }: { view: ReferralView; answering: string | null }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const either = useEither();
  const staff = useStaffText();
  const print = useDocument();
  const [event, setEvent] = useState<ReferralEventType | null>(view.may.find((one) => one === answering) ?? null);
  const { row, referral, partner } = view;
  const { status } = row.state;
  return (
    <>
      <BackToList usual={to.referrals} />
      <PageHead
        title={row.service_asked ?? t('referral.one')}
        note={
          <>
            <Ltr className="tabular">{row.reference}</Ltr>{' '}
            <Chip meaning={REFERRAL_MEANING[status]}>{code('referral_status', status)}</Chip>
          </>
        }
        end={
          <Button
            icon={<Printer aria-hidden />}
            onPress={() => void print('referral.letter', { referral: referral.id })}
          >
            {t('referral.letter')}
          </Button>
        }
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_minmax(0,--spacing(85))]">
        <div className="flex flex-col gap-3.5">
          {view.may.length > 0 && (
            <Section title={t('referral.what_next')}>
              <div className="flex flex-wrap gap-2">
                {view.may.map((next, index) => (
                  <Button key={next} variant={index === 0 ? 'primary' : 'secondary'} onPress={() => setEvent(next)}>
                    {code('referral_event', next)}
                  </Button>
                ))}
              </div>
            </Section>
          )}
          <Section title={t('referral.events')}>
            <Timeline
              label={t('referral.events')}
              entries={view.events.map((one, index) => ({
                key: `${one.event}-${index}`,
                ...LOOK[one.event],
                what: code('referral_event', one.event),
                who: (
                  <Dotted parts={[one.reason === null ? null : code('refusal_reason', one.reason), staff(one.staff)]} />
                ),
                when: one.day === null ? '' : dates.near(one.day),
                text: one.note,
              }))}
            />
            {view.events.length === 0 && <p className="text-ink-2">{t('referral.no_event')}</p>}
          </Section>
        </div>
        <Section title={t('referral.card')}>
          <Facts>
            <Fact label={t('referral.person')}>
              <Who person={row.person} />
            </Fact>
            <Fact label={t('case.one')}>
              <Link href={to.case(row.case.case)} className="rounded-sm text-accent hover:underline">
                <CaseNumber number={row.case.number} />
              </Link>
            </Fact>
            <Fact label={t('referral.partner')}>
              <bdi>{either(row.partner_ar, row.partner_fr)}</bdi>
            </Fact>
            {partner?.phone !== null && partner?.phone !== undefined && (
              <Fact label={t('field_name.phone')}>
                <Phone number={partner.phone} />
              </Fact>
            )}
            {referral.record.urgency !== null && (
              <Fact label={t('reception.urgency')}>
                <Chip meaning={chipTone(toneOf('urgency', referral.record.urgency), 'plain')}>
                  {code('urgency', referral.record.urgency)}
                </Chip>
              </Fact>
            )}
            {row.created_on !== null && <Fact label={t('referral.created_on')}>{dates.full(row.created_on)}</Fact>}
            {row.days_waiting !== null && (
              <Fact label={t('referral.waiting')}>{t('referral.waiting_days', { days: row.days_waiting })}</Fact>
            )}
            {referral.record.shared.length > 0 && (
              <Fact label={t('referral.shared')}>
                {referral.record.shared.map((item) => code('shared_item', item)).join(t('list.comma'))}
              </Fact>
            )}
            {referral.record.override_reason !== null && (
              <Fact label={t('referral.override')}>
                <bdi>{referral.record.override_reason}</bdi>
              </Fact>
            )}
          </Facts>
          {referral.record.reason !== null && (
            <p dir="auto" className="mt-2 text-sm whitespace-pre-wrap text-ink-2">
              {referral.record.reason}
            </p>
          )}
        </Section>
      </div>
      {event !== null && <EventDialog view={view} event={event} onClose={() => setEvent(null)} />}
    </>
  );
}

function EventDialog({ view, event, onClose }: { view: ReferralView; event: ReferralEventType; onClose: () => void }) {
  const t = useT();
  const code = useCodeText();
  const choices = useChoices();
  const { today } = useDates();
  const { value, change, submit, isWriting, state } = useDialogDraft(
    { case: view.row.case.case },
    { kind: 'answer', referral: view.referral.id, event },
    useDraftName()(view.row.person),
    { day: today as string | null, reason: null as RefusalReason | null, note: '' },
  );
  const { day, reason, note } = value;
  const needsReason = event === 'refused' || event === 'not_served';
  const { sendAsync, isPending, error } = useSend('referral.record', { done: t('saved'), onDone: onClose });
  return (
    <FormDialog
      title={code('referral_event', event)}
      submit={t('action.save')}
      onClose={onClose}
      needs={[day === null && t('step.day'), needsReason && reason === null && t('referral.refusal_reason')]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        void submit(() =>
          sendAsync({ referral: view.referral.id, event, day, reason, note: note.trim() === '' ? null : note }),
        )
      }
    >
      <DatePicker label={t('step.day')} max={today} value={day} onChange={(next) => change({ day: next })} />
      {needsReason && (
        <Select
          label={t('referral.refusal_reason')}
          isRequired
          value={reason}
          options={choices('refusal_reason', CODES.RefusalReason)}
          onChange={(next) => change({ reason: next })}
        />
      )}
      <TextArea label={t('referral.answer')} rows={3} value={note} onChange={(next) => change({ note: next })} />
    </FormDialog>
  );
}
