import { Flag as FlagIcon } from 'lucide-react';
import { useState } from 'react';
import { Button, Chip, DatePicker, TextArea } from '../../components';
import { dotted, useDates, useT } from '../../i18n';
import type { Flag, RecordView } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { Dotted } from '../person/who';
import { Value } from '../value/value';

/** What everybody who meets the person must know at once: those that stand, then those resolved, in a quieter tone. */
export function FlagList({
  person,
  caseId = null,
  mayEdit,
}: {
  person: string;
  caseId?: string | null;
  mayEdit: boolean;
}) {
  const t = useT();
  const { today, near } = useDates();
  const flags = useCommand('flag.list', { person });
  const [open, setOpen] = useState<RecordView<Flag> | 'new' | null>(null);
  const shown = (flags.data ?? []).filter(({ record }) => caseId === null || [null, caseId].includes(record.case));
  const told = (field: string, value: unknown) => <Value kind="flag" field={field} value={value} caseId={caseId} />;
  return (
    <>
      {shown.length === 0 && <p className="text-sm text-ink-2">{t('flag.none')}</p>}
      <ul aria-label={t('flag.many')} className="flex flex-col empty:hidden">
        {shown.map((flag) => {
          const { id, record } = flag;
          const isOver = record.resolution !== null || (record.until !== null && record.until < today);
          return (
            <li key={id} className="flex items-start gap-2 border-b border-dashed border-line py-2 last:border-b-0">
              <span className="min-w-0 flex-1">
                <bdi className={isOver ? 'text-ink-2' : 'font-semibold text-late'}>{record.reason}</bdi>
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  {isOver && (
                    <Chip meaning="done">{t(record.resolution === null ? 'flag.over' : 'flag.resolved')}</Chip>
                  )}
                  <Dotted
                    parts={[
                      told('noted_by', record.noted_by),
                      record.noted_on === null ? null : near(record.noted_on),
                      record.until === null ? null : dotted(t('field_name.until'), near(record.until)),
                    ]}
                  />
                </span>
                {record.resolution !== null && (
                  <span className="block text-sm">
                    <Dotted
                      parts={[
                        <bdi key="how">{record.resolution}</bdi>,
                        told('resolved_by', record.resolved_by),
                        record.resolved_on === null ? null : near(record.resolved_on),
                      ]}
                    />
                  </span>
                )}
              </span>
              {mayEdit && record.resolution === null && (
                <Button size="row" onPress={() => setOpen(flag)}>
                  {t('flag.resolve')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <Button
          size="row"
          variant="quiet"
          className="-ms-3 mt-1"
          icon={<FlagIcon aria-hidden />}
          onPress={() => setOpen('new')}
        >
          {t('flag.add')}
        </Button>
      )}
      {open !== null && (
        <FlagDialog person={person} caseId={caseId} flag={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** A new flag, or what became of one. */
function FlagDialog({
  person,
  caseId,
  flag,
  onClose,
}: {
  person: string;
  caseId: string | null;
  flag: RecordView<Flag> | null;
  onClose: () => void;
}) {
  const t = useT();
  const { today } = useDates();
  const [words, setWords] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const add = useSend('flag.add', { done: t('saved'), onDone: onClose });
  const resolve = useSend('flag.update', { done: t('saved'), onDone: onClose });
  const label = t(flag === null ? 'flag.reason' : 'field_name.resolution');
  return (
    <FormDialog
      title={t(flag === null ? 'flag.add' : 'flag.resolve')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[words.trim() === '' && label]}
      isPending={add.isPending || resolve.isPending}
      error={add.error ?? resolve.error}
      onSubmit={() =>
        flag === null
          ? add.send({ flag: { person, case: caseId, reason: words, until } })
          : resolve.send({ id: flag.id, seen: flag.seen, patch: { resolution: words } })
      }
    >
      {flag !== null && <bdi className="font-semibold">{flag.record.reason}</bdi>}
      <TextArea label={label} rows={4} autoFocus value={words} onChange={setWords} />
      {flag === null && <DatePicker label={t('field_name.until')} min={today} value={until} onChange={setUntil} />}
    </FormDialog>
  );
}
