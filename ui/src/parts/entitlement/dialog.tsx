import { DatePicker, Select, TextField } from '../../components';
import { useDates, useT } from '../../i18n';
import type { Entitlement, RecordView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';

/** A programme of the State and where the person stands with it: new, or as it now is. */
export function EntitlementDialog({
  person,
  entitlement,
  onClose,
}: {
  person: string;
  entitlement: RecordView<Entitlement> | null;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const draft = useAboutDraft(
    entitlement === null ? { kind: 'entitlement' } : { kind: 'entitlement_edit', of: entitlement.id },
    {
      patch: {} as Partial<Entitlement>,
      // Kept with the words: they were typed on what the record said then.
      seen: entitlement?.seen ?? '',
    },
  );
  const { patch, seen } = draft.value;
  const shown: Partial<Entitlement> = {
    ...(entitlement === null ? { status: 'to_request', since: today } : entitlement.record),
    ...patch,
  };
  const change = (more: Partial<Entitlement>) => draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }));
  const record = useSend('entitlement.record', { done: t('saved'), onDone: onClose });
  const update = useSend('entitlement.update', { done: t('saved'), onDone: onClose });
  const save = () => {
    if (entitlement === null) return draft.submit(() => record.sendAsync({ entitlement: { ...shown, person } }));
    const changed = Object.entries(patch).filter(([name, to]) => to !== entitlement.record[name as keyof Entitlement]);
    if (changed.length === 0) return draft.state.discard().then(onClose);
    return draft.submit(() => update.sendAsync({ id: entitlement.id, seen, patch: Object.fromEntries(changed) }));
  };
  return (
    <FormDialog
      title={t(entitlement === null ? 'entitlement.add' : 'entitlement.edit')}
      submit={t('action.save')}
      onClose={onClose}
      needs={[(shown.programme ?? null) === null && t('entitlement.programme')]}
      isPending={record.isPending || update.isPending || draft.isWriting}
      error={record.error ?? update.error}
      draft={draft.state}
      onSubmit={() => void save()}
    >
      <Select
        label={t('entitlement.programme')}
        isRequired
        isDisabled={entitlement !== null}
        value={shown.programme ?? null}
        options={choices('programme', CODES.Programme)}
        onChange={(programme) => change({ programme })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Select
          label={t('entitlement.status')}
          value={shown.status ?? null}
          options={choices('entitlement_status', CODES.EntitlementStatus)}
          // The day is that of the status: another status, another day.
          onChange={(status) => change({ status, since: today })}
        />
        <DatePicker
          label={t('entitlement.since')}
          max={today}
          value={shown.since ?? null}
          onChange={(since) => change({ since })}
        />
        <TextField
          label={t('entitlement.number')}
          dir="ltr"
          value={shown.number ?? ''}
          onChange={(text) => change({ number: text === '' ? null : text })}
        />
        {shown.status === 'granted' && (
          <DatePicker
            label={t('entitlement.until')}
            min={today}
            value={shown.until ?? null}
            onChange={(until) => change({ until })}
          />
        )}
      </div>
      <TextField
        label={t('entitlement.remark')}
        value={shown.remark ?? ''}
        onChange={(text) => change({ remark: text === '' ? null : text })}
      />
    </FormDialog>
  );
}
