import { Flag as FlagIcon } from 'lucide-react';
import { useState } from 'react';
import { Button, Chip, DatePicker, Loaded, Skeleton, TextArea } from '../../components';
import { dotted, useDates, useT } from '../../i18n';
import type { Flag, RecordView } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useAboutDraft, useTakenUp } from '../draft/about';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { Dotted } from '../person/who';
import { Value } from '../value/value';

const NEW = 'new';

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
  const flags = useCommand('flag.list', { person });
  return (
    // Not yet read is not «none».
    <Loaded query={flags} skeleton={<Skeleton rows={1} />}>
      {(all) => (
        <Flags
          person={person}
          caseId={caseId}
          mayEdit={mayEdit}
          shown={all.filter(({ record }) => caseId === null || [null, caseId].includes(record.case))}
        />
      )}
    </Loaded>
  );
}

/** What stands, said where the person is received: nothing to do there but to know it. */
export function StandingFlags({ person }: { person: string }) {
  const t = useT();
  const { today } = useDates();
  const flags = useCommand('flag.list', { person });
  return (
    <Loaded query={flags} skeleton={<Skeleton rows={1} />}>
      {(all) => (
        <ul aria-label={t('flag.many')} className="mb-2 flex flex-col gap-1.5 empty:hidden">
          {all
            .filter(({ record }) => !isOver(record, today))
            .map(({ id, record }) => (
              <li key={id}>
                <Reason flag={record} />
              </li>
            ))}
        </ul>
      )}
    </Loaded>
  );
}

function isOver(flag: Flag, today: string): boolean {
  return flag.resolution !== null || (flag.until !== null && flag.until < today);
}

/** Never by colour alone: what stands carries its mark. */
function Reason({ flag }: { flag: Flag }) {
  const { today } = useDates();
  const over = isOver(flag, today);
  return (
    <span className={`flex items-start gap-2 ${over ? 'text-ink-2' : 'font-semibold text-late'}`}>
      {!over && <FlagIcon aria-hidden className="mt-1 size-4 shrink-0" />}
      <bdi className="min-w-0 flex-1">{flag.reason}</bdi>
    </span>
  );
}

function Flags({
  person,
  caseId,
  mayEdit,
  shown,
}: {
  person: string;
  caseId: string | null;
  mayEdit: boolean;
  shown: readonly RecordView<Flag>[];
}) {
  const t = useT();
  const { today, near } = useDates();
  const taken = useTakenUp();
  const [open, setOpen] = useState<string | null>(
    taken?.kind === 'flag' ? NEW : taken?.kind === 'flag_resolve' ? taken.of : null,
  );
  const opened = shown.find((flag) => flag.id === open && flag.record.resolution === null);
  const told = (field: string, value: unknown) => <Value kind="flag" field={field} value={value} caseId={caseId} />;
  return (
    <>
      {shown.length === 0 && <p className="text-sm text-ink-2">{t('flag.none')}</p>}
      <ul aria-label={t('flag.many')} className="flex flex-col empty:hidden">
        {shown.map((flag) => {
          const { id, record } = flag;
          const over = isOver(record, today);
          return (
            <li key={id} className="border-b border-dashed border-line py-2 last:border-b-0">
              <Reason flag={record} />
              <span className="block">
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  {over && <Chip meaning="done">{t(record.resolution === null ? 'flag.over' : 'flag.resolved')}</Chip>}
                  <Dotted
                    parts={[
                      told('noted_by', record.noted_by),
                      record.noted_on === null ? null : near(record.noted_on),
                      caseId === null && record.case !== null && t('flag.in_case'),
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
                <Button size="row" className="mt-1.5" onPress={() => setOpen(id)}>
                  {t('flag.resolve')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <Button size="row" variant="quiet" className="-ms-3 mt-1" onPress={() => setOpen(NEW)}>
          {t('flag.add')}
        </Button>
      )}
      {(open === NEW || opened !== undefined) && (
        <FlagDialog person={person} caseId={caseId} flag={opened ?? null} onClose={() => setOpen(null)} />
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
  const draft = useAboutDraft(flag === null ? { kind: 'flag' } : { kind: 'flag_resolve', of: flag.id }, {
    words: '',
    until: null as string | null,
    // Kept with the words: they were typed on what the record said then.
    seen: flag?.seen ?? '',
  });
  const { words, until, seen } = draft.value;
  const add = useSend('flag.add', { done: t('saved'), onDone: onClose });
  const resolve = useSend('flag.update', { done: t('saved'), onDone: onClose });
  const label = t(flag === null ? 'flag.reason' : 'field_name.resolution');
  return (
    <FormDialog
      title={t(flag === null ? 'flag.add' : 'flag.resolve')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[words.trim() === '' && label]}
      isPending={add.isPending || resolve.isPending || draft.isWriting}
      error={add.error ?? resolve.error}
      draft={draft.state}
      onSubmit={() =>
        void draft.submit(() =>
          flag === null
            ? add.sendAsync({ flag: { person, case: caseId, reason: words, until } })
            : resolve.sendAsync({ id: flag.id, seen, patch: { resolution: words } }),
        )
      }
    >
      {flag !== null && <bdi className="font-semibold">{flag.record.reason}</bdi>}
      <TextArea label={label} rows={4} autoFocus value={words} onChange={(words) => draft.change({ words })} />
      {flag === null && (
        <DatePicker
          label={t('field_name.until')}
          min={today}
          value={until}
          onChange={(until) => draft.change({ until })}
        />
      )}
    </FormDialog>
  );
}
