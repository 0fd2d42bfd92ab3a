import { useId, useState } from 'react';
import { Button, ErrorNote, Select } from '../../components';
import { useDates, useT } from '../../i18n';
import type { ReaderlessCase } from '../../ipc/types';
import { isWhole, Needs } from '../../parts/form/needs';
import { useSend } from '../../parts/form/send';
import { useStaffText } from '../../parts/person/who';
import { useCommand } from '../../state/command';

/** A case that waits for somebody who may read it: nothing of it is shown, and whoever directs says who takes it over. */
export function Readerless({ item }: { item: ReaderlessCase }) {
  const t = useT();
  const dates = useDates();
  const name = useStaffText();
  const [staff, setStaff] = useState<string | null>(null);
  const needs = [staff === null && t('readerless.staff')];
  const lacks = useId();
  const users = useCommand('user.list', {});
  const { send, isPending, error } = useSend('case.give_reader', { done: t('readerless.given') });
  return (
    <section aria-label={t('readerless.title')} className="rounded-card border border-sealed-line bg-surface p-4">
      <h2 className="mb-1 text-lg font-semibold">{t('readerless.title')}</h2>
      {item.since !== null && <p className="text-ink-2">{t('readerless.since', { day: dates.day(item.since) })}</p>}
      <p className="mb-3 text-ink-2">{t('readerless.note')}</p>
      {error !== null && <ErrorNote error={error} />}
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('readerless.staff')}
          value={staff}
          options={(users.data ?? []).flatMap((one) =>
            one.staff === null ? [] : [{ key: one.staff, label: name(one) }],
          )}
          onChange={setStaff}
        />
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={!isWhole(needs)}
          aria-describedby={lacks}
          onPress={() => staff !== null && send({ case: item.case, staff })}
        >
          {t('readerless.give')}
        </Button>
        <Needs needs={needs} id={lacks} />
      </div>
    </section>
  );
}
