import { DatePicker, NumberField, Select, TextField } from '../../../components';
import { useDates, useT } from '../../../i18n';
import type { ServiceType } from '../../../ipc/types';
import { CODES, SESSIONS } from '../../../ipc/types';
import { AmountField, NO_AMOUNT, useAmount } from '../../../parts/amount/field';
import { useAboutDraft } from '../../../parts/draft/about';
import { useChoices } from '../../../parts/form/choices';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';

/** A service given: what, how much, when. */
export function ServiceDialog({
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
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'service' },
    {
      type: null as ServiceType | null,
      item: '',
      quantity: null as number | null,
      amount: NO_AMOUNT,
      minutes: null as number | null,
      day: today as string | null,
      remark: '',
    },
  );
  const { type, item, quantity, minutes, day, remark } = value;
  const amount = useAmount('aid', value.amount);
  const { sendAsync, isPending, error } = useSend('service.give', { done: t('service.recorded'), onDone: onClose });
  const session = type !== null && SESSIONS.includes(type);
  return (
    <FormDialog
      title={t('service.new')}
      submit={t('service.record')}
      onClose={onClose}
      needs={[
        type === null && t('service.type'),
        day === null && t('service.day'),
        type === 'cash' && !amount.isSettled && t('service.amount'),
      ]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        void submit(() =>
          sendAsync({
            service: {
              case: caseId,
              person,
              service_type: type,
              item: item || null,
              quantity: type === 'cash' || session ? null : quantity,
              amount: type === 'cash' ? amount.centimes : null,
              minutes: session ? minutes : null,
              day,
              remark: remark || null,
            },
            confirmed: value.amount.confirmed,
          }),
        )
      }
    >
      <Select
        label={t('service.type')}
        isRequired
        value={type}
        options={choices('service_type', CODES.ServiceType)}
        onChange={(next) => change({ type: next })}
      />
      <TextField label={t('service.item')} value={item} onChange={(next) => change({ item: next })} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {type === 'cash' ? (
          <AmountField
            label={t('service.amount')}
            typed={value.amount}
            amount={amount}
            onChange={(next) => change({ amount: next })}
          />
        ) : session ? (
          <NumberField
            label={t('service.length')}
            minValue={0}
            value={minutes}
            onChange={(next) => change({ minutes: next })}
          />
        ) : (
          <NumberField
            label={t('service.quantity')}
            minValue={1}
            value={quantity}
            onChange={(next) => change({ quantity: next })}
          />
        )}
        <DatePicker label={t('service.day')} max={today} value={day} onChange={(next) => change({ day: next })} />
      </div>
      <TextField label={t('service.remark')} value={remark} onChange={(next) => change({ remark: next })} />
    </FormDialog>
  );
}
