import { Check, Printer, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Chip, IconButton } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { ConsentView, Sex } from '../../ipc/types';
import { useDocument } from '../document/open';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { Dotted, useStaffText } from '../person/who';

/** What was agreed to, until when; a withdrawal is one press and a day. */
export function ConsentList({
  consents,
  sex,
}: {
  consents: readonly ConsentView[];
  /** Of whom they are. */
  sex: Sex | null;
}) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const print = useDocument();
  const [withdrawing, setWithdrawing] = useState<ConsentView | null>(null);
  if (consents.length === 0) return <p className="text-sm text-ink-2">{t('consent.none')}</p>;
  return (
    <>
      <ul className="flex flex-col gap-3">
        {consents.map((view) => {
          const { record, id } = view.consent;
          const purposes = record.purposes.map((purpose) => code('purpose', purpose)).join(t('list.comma'));
          return (
            <li key={id}>
              <p className="flex items-start gap-1 text-sm">
                <span className="min-w-0 flex-1">
                  {purposes}
                  <span className="block text-ink-2">
                    <Dotted
                      parts={[
                        record.given_by === null ? null : code('given_by', record.given_by, { sex }),
                        record.form === null ? null : code('consent_form', record.form),
                        staff(view.staff),
                      ]}
                    />
                  </span>
                  {record.withheld !== null && <bdi className="block text-soon">{record.withheld}</bdi>}
                </span>
                <IconButton
                  size="row"
                  label={dotted(t('consent.print'), purposes)}
                  onPress={() => void print('consent.form', { consent: id, person: null })}
                >
                  <Printer aria-hidden />
                </IconButton>
              </p>
              <p className="mt-1 flex flex-wrap items-center gap-1.5">
                {view.in_force ? (
                  <Chip meaning="done" icon={<Check aria-hidden />}>
                    {record.expires_on === null
                      ? t('consent.in_force')
                      : t('consent.until', { day: dates.day(record.expires_on) })}
                  </Chip>
                ) : (
                  <Chip icon={<X aria-hidden />}>
                    {record.withdrawn_on === null
                      ? t('consent.expired')
                      : t('consent.withdrawn_on', { day: dates.full(record.withdrawn_on) })}
                  </Chip>
                )}
                {view.may_withdraw && (
                  <Button size="row" variant="quiet" className="-ms-1" onPress={() => setWithdrawing(view)}>
                    {t('consent.withdraw')}
                  </Button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {withdrawing !== null && <WithdrawDialog view={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

function WithdrawDialog({ view, onClose }: { view: ConsentView; onClose: () => void }) {
  const t = useT();
  const { send, isPending, error } = useSend('consent.withdraw', { done: t('consent.withdrawn'), onDone: onClose });
  return (
    <FormDialog
      title={t('consent.withdraw')}
      submit={t('consent.withdraw_do')}
      danger
      onClose={onClose}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ consent: view.consent.id, seen: view.consent.seen })}
    >
      <p>{t('consent.withdraw_text')}</p>
    </FormDialog>
  );
}
