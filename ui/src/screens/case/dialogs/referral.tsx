import { Button, Checkbox, ComboBox, offered, Segmented, TextArea, TextField, toast } from '../../../components';
import { useDates, useT } from '../../../i18n';
import type { CaseView, SharedItem, Urgency } from '../../../ipc/types';
import { CODES } from '../../../ipc/types';
import { useDocument } from '../../../parts/document/open';
import { useDialogDraft } from '../../../parts/draft/use-dialog-draft';
import { useChoices } from '../../../parts/form/choices';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { usePartnerOptions } from '../../../parts/partner/options';
import { SharedItems, useWithheldText } from '../../../parts/referral/withheld';

interface Asked {
  partner: string | null;
  asked: string;
  reason: string;
  urgency: Urgency | null;
  shared: SharedItem[];
  /** Why without a consent. */
  why: string;
  sending: boolean;
}

const EMPTY: Asked = {
  partner: null,
  asked: '',
  reason: '',
  urgency: null,
  shared: [],
  why: '',
  sending: true,
};

/** To whom, for what, told what, on which consent; a letter handed over is printed at once. */
export function ReferralDialog({
  view,
  name,
  onClose,
  onConsent,
}: {
  view: CaseView;
  /** What a draft is called in the list. */
  name: string;
  onClose: () => void;
  onConsent: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const dates = useDates();
  const print = useDocument();
  const withheldText = useWithheldText();
  const { options, ...partners } = usePartnerOptions();
  const safe = view.person.reachable.may_be_reached;
  const { value, change, submit, isWriting, state } = useDialogDraft(
    view.case.id,
    { kind: 'referral' },
    name,
    // A letter in her bag may be read by others: it is handed over when somebody says so.
    { ...EMPTY, sending: safe },
  );
  const { asked, reason, urgency, shared, why, sending } = value;
  const consent = view.consents.find((one) => one.consent.id === view.referral_consent);
  // A draft may name a partner who is no longer proposed.
  const partner = offered(value.partner, options);
  const { sendAsync, isPending, error } = useSend('referral.create', {
    onDone: (made) => {
      toast(t('referral.created', { reference: made.reference }));
      if (made.withheld.length > 0) toast(withheldText(made.withheld));
      if (sending) void print('referral.letter', { referral: made.referral });
      onClose();
    },
  });
  // Kept on this device, they are there at once; a field made anew when they come would lose the keyboard.
  if (partners.isPending) return null;
  return (
    <FormDialog
      title={t('referral.new')}
      submit={t(sending ? 'referral.send' : 'referral.keep_draft')}
      onClose={onClose}
      needs={[
        partner === null && t('referral.partner'),
        asked.trim() === '' && t('referral.service_asked'),
        urgency === null && t('reception.urgency'),
        consent === undefined && why.trim() === '' && t('referral.grounds'),
      ]}
      isPending={isPending || isWriting}
      error={error ?? partners.error}
      draft={state}
      onSubmit={() =>
        void submit((draft) =>
          sendAsync({
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
            draft,
          }),
        )
      }
    >
      <ComboBox
        label={t('referral.partner')}
        isRequired
        value={value.partner}
        options={options}
        isLoading={partners.isLoading}
        empty={t('partner.none')}
        onChange={(partner) => change({ partner })}
      />
      <TextField label={t('referral.service_asked')} isRequired value={asked} onChange={(asked) => change({ asked })} />
      <TextArea label={t('referral.reason')} rows={3} value={reason} onChange={(reason) => change({ reason })} />
      <Segmented
        label={t('reception.urgency')}
        isRequired
        value={urgency}
        choices={choices('urgency', CODES.Urgency)}
        onChange={(urgency) => change({ urgency })}
      />
      <SharedItems value={shared} withheld={view.person.withheld} onChange={(shared) => change({ shared })} />
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
            onChange={(why) => change({ why })}
          />
        </div>
      )}
      <Checkbox isSelected={sending} onChange={(sending) => change({ sending })}>
        {t('referral.send_now')}
      </Checkbox>
      {!safe && <p className="text-sm text-late">{t('referral.letter_unsafe')}</p>}
    </FormDialog>
  );
}
