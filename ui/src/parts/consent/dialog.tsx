import { Printer } from 'lucide-react';
import { Button, Checkbox, DatePicker, RadioGroup, TextField } from '../../components';
import { addDays, useDates, useT } from '../../i18n';
import type { ConsentForm, GivenBy, Purpose, Sex } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useDocument } from '../document/open';
import { useAboutDraft } from '../draft/about';
import { CheckList } from '../form/check-list';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';

const PROPOSED_DAYS = 365;

/**
 * What the person agrees to, in the words that are read to them, until when. Nothing is ticked beforehand: what one did
 * not say is not agreed to. The sheet to sign can be printed before.
 */
export function ConsentDialog({
  caseId,
  person,
  sex,
  asked,
  onClose,
}: {
  caseId: string | null;
  person: string;
  sex: Sex | null;
  /** The purpose that is asked for at this moment: marked, never ticked. */
  asked: Purpose | null;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'consent' },
    {
      purposes: [] as Purpose[],
      givenBy: null as GivenBy | null,
      form: null as ConsentForm | null,
      expires: addDays(today, PROPOSED_DAYS) as string | null,
      withheld: '',
    },
  );
  const { purposes, givenBy, form, expires, withheld } = value;
  const print = useDocument();
  const { sendAsync, isPending, error } = useSend('consent.record', { done: t('consent.recorded'), onDone: onClose });
  return (
    <FormDialog
      title={t('consent.record')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[
        purposes.length === 0 && t('consent.purposes'),
        givenBy === null && t('consent.given_by'),
        form === null && t('consent.form'),
      ]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        void submit(() =>
          sendAsync({
            consent: {
              person,
              case: caseId,
              purposes,
              given_by: givenBy,
              form,
              expires_on: expires,
              withheld: withheld.trim() === '' ? null : withheld,
            },
          }),
        )
      }
    >
      <p className="text-sm text-ink-2">{t('consent.intro')}</p>
      <CheckList
        isOneColumn
        label={t('consent.purposes')}
        value={purposes}
        choices={choices('purpose_plain', CODES.Purpose).map((choice) =>
          choice.key === asked ? { ...choice, note: t('consent.asked') } : choice,
        )}
        onChange={(next) => change({ purposes: next })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <RadioGroup
          label={t('consent.given_by')}
          isRequired
          value={givenBy}
          choices={choices('given_by', CODES.GivenBy, { sex })}
          onChange={(next) => change({ givenBy: next })}
        />
        <RadioGroup
          label={t('consent.form')}
          isRequired
          value={form}
          choices={choices('consent_form_plain', CODES.ConsentForm)}
          onChange={(next) => change({ form: next })}
        />
      </div>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <DatePicker
          label={t('consent.expires_on')}
          min={today}
          value={expires}
          isDisabled={expires === null}
          onChange={(day) => day !== null && change({ expires: day })}
        />
        <div className="flex min-h-(--control) items-center">
          <Checkbox
            isInline
            isSelected={expires === null}
            onChange={(open) => change({ expires: open ? null : addDays(today, PROPOSED_DAYS) })}
          >
            {t('consent.no_end')}
          </Checkbox>
        </div>
      </div>
      <TextField
        label={t('consent.withheld')}
        description={t('consent.withheld_help')}
        value={withheld}
        onChange={(next) => change({ withheld: next })}
      />
      <Button
        size="row"
        className="self-start"
        icon={<Printer aria-hidden />}
        onPress={() => void print('consent.form', { consent: null, person })}
      >
        {t('consent.print_blank')}
      </Button>
    </FormDialog>
  );
}
