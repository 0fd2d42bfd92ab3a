import { useMemo, useState } from 'react';
import { Button, Checkbox, ComboBox, Segmented, TextArea, TextField, toast } from '../../../components';
import { useCodeText, useDates, useT } from '../../../i18n';
import { SHARED_ITEMS, URGENCIES } from '../../../ipc/codes';
import type { CaseView, SharedItem, Urgency } from '../../../ipc/types';
import { CheckList } from '../../../parts/check-list';
import { useChoices } from '../../../parts/choices';
import { FormDialog } from '../../../parts/form-dialog';
import { useEither } from '../../../parts/label';
import { useDocument } from '../../../parts/open-document';
import { useSend } from '../../../parts/send';
import { useCommand } from '../../../state/command';

/** To whom, for what, told what, on which consent; the letter is printed at once. */
export function ReferralDialog({
  view,
  onClose,
  onConsent,
}: {
  view: CaseView;
  onClose: () => void;
  onConsent: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const choices = useChoices();
  const dates = useDates();
  const either = useEither();
  const print = useDocument();
  const partners = useCommand('partner.list', { inactive: false });
  const [partner, setPartner] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  const [reason, setReason] = useState('');
  const [urgency, setUrgency] = useState<Urgency>('ordinary');
  const [shared, setShared] = useState<SharedItem[]>(['name', 'birth', 'situation']);
  const [why, setWhy] = useState('');
  const [sending, setSending] = useState(true);
  const consent = view.consents.find((one) => one.in_force && one.consent.record.purposes.includes('referral'));
  const options = useMemo(
    () =>
      (partners.data ?? []).map(({ partner: held }) => ({
        key: held.id,
        label: either(held.record.name_ar, held.record.name_fr),
        note: held.record.services ?? code('partner_type', held.record.partner_type),
        keywords: `${held.record.name_ar ?? ''} ${held.record.name_fr ?? ''} ${held.record.services ?? ''}`,
      })),
    [partners.data, either, code],
  );
  const { send, isPending, error } = useSend('referral.create', {
    onDone: (made) => {
      toast(t('referral.created', { reference: made.reference }));
      void print('referral.letter', { referral: made.referral });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('referral.new')}
      submit={t(sending ? 'referral.send' : 'referral.keep_draft')}
      onClose={onClose}
      isReady={partner !== null && asked.trim() !== '' && (consent !== undefined || why.trim() !== '')}
      isPending={isPending}
      error={error ?? partners.error}
      onSubmit={() =>
        send({
          referral: {
            case: view.case.id,
            partner,
            service_asked: asked,
            reason: reason.trim() === '' ? null : reason,
            urgency,
            shared,
            consent: consent?.consent.id ?? null,
            override_reason: consent === undefined ? why : null,
          },
          send: sending,
        })
      }
    >
      <ComboBox
        key={options.length}
        label={t('referral.partner')}
        isRequired
        value={partner}
        options={options}
        isLoading={partners.isLoading}
        empty={t('partner.none')}
        onChange={setPartner}
      />
      <TextField label={t('referral.service_asked')} isRequired value={asked} onChange={setAsked} />
      <TextArea label={t('referral.reason')} rows={3} value={reason} onChange={setReason} />
      <Segmented
        label={t('reception.urgency')}
        value={urgency}
        choices={choices('urgency', URGENCIES)}
        onChange={setUrgency}
      />
      <CheckList
        label={t('referral.shared')}
        value={shared}
        choices={choices('shared_item', SHARED_ITEMS)}
        onChange={setShared}
      />
      {consent !== undefined ? (
        <p className="rounded-control bg-done-soft px-3 py-2 text-sm text-done">
          {consent.consent.record.expires_on === null
            ? t('referral.consent_given')
            : t('consent.until', { day: dates.full(consent.consent.record.expires_on) })}
        </p>
      ) : (
        <div className="flex flex-col gap-3 rounded-control bg-soon-soft p-3">
          <p className="text-sm text-soon">{t('referral.no_consent')}</p>
          <Button size="row" className="self-start" onPress={onConsent}>
            {t('consent.record')}
          </Button>
          <TextField
            label={t('referral.override')}
            description={t('referral.override_help')}
            value={why}
            onChange={setWhy}
          />
        </div>
      )}
      <Checkbox isSelected={sending} onChange={setSending}>
        {t('referral.send_now')}
      </Checkbox>
    </FormDialog>
  );
}
