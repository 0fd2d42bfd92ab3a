import { useState } from 'react';
import { DatePicker, Segmented, TextField } from '../components';
import { addDays, useDates, useT } from '../i18n';
import { CONSENT_FORMS, GIVEN_BY, PURPOSES } from '../ipc/codes';
import type { ConsentForm, GivenBy, Purpose } from '../ipc/types';
import { CheckList } from './check-list';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { useSend } from './send';

const PROPOSED_DAYS = 365;

/** What the person agrees to, in plain words, until when. */
export function ConsentDialog({
  caseId,
  person,
  onClose,
}: {
  caseId: string | null;
  person: string;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const [purposes, setPurposes] = useState<Purpose[]>(['care', 'referral']);
  const [givenBy, setGivenBy] = useState<GivenBy>('person');
  const [form, setForm] = useState<ConsentForm>('signed');
  const [expires, setExpires] = useState<string | null>(addDays(today, PROPOSED_DAYS));
  const [withheld, setWithheld] = useState('');
  const { send, isPending, error } = useSend('consent.record', { done: t('consent.recorded'), onDone: onClose });
  return (
    <FormDialog
      title={t('consent.record')}
      submit={t('action.save')}
      onClose={onClose}
      isReady={purposes.length > 0}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        send({
          consent: {
            person,
            case: caseId,
            purposes,
            given_by: givenBy,
            form,
            expires_on: expires,
            withheld: withheld.trim() === '' ? null : withheld,
          },
        })
      }
    >
      <CheckList
        label={t('consent.purposes')}
        value={purposes}
        choices={choices('purpose', PURPOSES)}
        onChange={setPurposes}
      />
      <Segmented
        label={t('consent.given_by')}
        value={givenBy}
        choices={choices('given_by', GIVEN_BY)}
        onChange={setGivenBy}
      />
      <Segmented
        label={t('consent.form')}
        value={form}
        choices={choices('consent_form', CONSENT_FORMS)}
        onChange={setForm}
      />
      <DatePicker label={t('consent.expires_on')} min={today} value={expires} onChange={setExpires} />
      <TextField
        label={t('consent.withheld')}
        description={t('consent.withheld_help')}
        value={withheld}
        onChange={setWithheld}
      />
    </FormDialog>
  );
}
