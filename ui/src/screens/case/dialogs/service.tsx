import { useState } from 'react';
import { DatePicker, NumberField, Select, TextField } from '../../../components';
import { useDates, useT } from '../../../i18n';
import { SERVICE_TYPES, SESSIONS } from '../../../ipc/codes';
import type { ServiceType } from '../../../ipc/types';
import { AmountField, NO_AMOUNT, useAmount } from '../../../parts/amount-field';
import { useChoices } from '../../../parts/choices';
import { FormDialog } from '../../../parts/form-dialog';
import { useSend } from '../../../parts/send';

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
  const [type, setType] = useState<ServiceType | null>(null);
  const [item, setItem] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [typed, setTyped] = useState(NO_AMOUNT);
  const amount = useAmount('aid', typed);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [day, setDay] = useState<string | null>(today);
  const [remark, setRemark] = useState('');
  const { send, isPending, error } = useSend('service.give', { done: t('service.recorded'), onDone: onClose });
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
      isPending={isPending}
      error={error}
      onSubmit={() =>
        send({
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
          confirmed: typed.confirmed,
        })
      }
    >
      <Select
        label={t('service.type')}
        isRequired
        value={type}
        options={choices('service_type', SERVICE_TYPES)}
        onChange={setType}
      />
      <TextField label={t('service.item')} value={item} onChange={setItem} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {type === 'cash' ? (
          <AmountField label={t('service.amount')} typed={typed} amount={amount} onChange={setTyped} />
        ) : session ? (
          <NumberField label={t('service.length')} minValue={0} value={minutes} onChange={setMinutes} />
        ) : (
          <NumberField label={t('service.quantity')} minValue={1} value={quantity} onChange={setQuantity} />
        )}
        <DatePicker label={t('service.day')} max={today} value={day} onChange={setDay} />
      </div>
      <TextField label={t('service.remark')} value={remark} onChange={setRemark} />
    </FormDialog>
  );
}
