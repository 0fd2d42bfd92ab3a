import { Checkbox, Segmented, Select, TextField } from '../../components';
import { useDates, useT } from '../../i18n';
import type { Contact, RecordView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { useMay } from '../role/roles';

/**
 * Somebody to reach about the person, who came with them, or who must never be reached: new, or corrected. Of one that
 * is there only what changed is written, on what this dialog showed.
 */
export function ContactDialog({
  person,
  caseId,
  contact,
  onClose,
}: {
  person: string;
  caseId: string | null;
  contact: RecordView<Contact> | null;
  onClose: () => void;
}) {
  const t = useT();
  const may = useMay();
  const choices = useChoices();
  const { today } = useDates();
  const draft = useAboutDraft(contact === null ? { kind: 'contact' } : { kind: 'contact_edit', of: contact.id }, {
    patch: {} as Partial<Contact>,
    // Kept with the words: they were typed on what the record said then.
    seen: contact?.seen ?? '',
  });
  const { patch, seen } = draft.value;
  const shown: Partial<Contact> = { ...contact?.record, ...patch };
  const change = (more: Partial<Contact>) => draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }));
  const field = (name: 'name' | 'phone' | 'remark') => ({
    value: shown[name] ?? '',
    onChange: (text: string) => change({ [name]: text === '' ? null : text }),
  });
  const add = useSend('contact.add', { done: t('saved'), onDone: onClose });
  const update = useSend('contact.update', { done: t('saved'), onDone: onClose });
  const save = () => {
    if (contact === null) return draft.submit(() => add.sendAsync({ contact: { ...shown, person, case: caseId } }));
    const changed = Object.entries(patch).filter(([name, to]) => to !== contact.record[name as keyof Contact]);
    if (changed.length === 0) return draft.state.discard().then(onClose);
    return draft.submit(() => update.sendAsync({ id: contact.id, seen, patch: Object.fromEntries(changed) }));
  };
  return (
    <FormDialog
      title={t(contact === null ? 'contact.add' : 'contact.edit')}
      submit={t(contact === null ? 'action.add' : 'action.save')}
      onClose={onClose}
      needs={[(shown.name ?? '').trim() === '' && t('contact.name')]}
      isPending={add.isPending || update.isPending || draft.isWriting}
      error={add.error ?? update.error}
      draft={draft.state}
      onSubmit={() => void save()}
    >
      <TextField label={t('contact.name')} isRequired autoFocus {...field('name')} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Select
          label={t('household.kinship')}
          value={shown.kinship ?? null}
          options={choices('kinship', CODES.Kinship)}
          onChange={(kinship) => change({ kinship })}
        />
        <TextField
          label={t('field_name.phone')}
          dir="ltr"
          type="tel"
          isDisabled={shown.alleged_perpetrator === true}
          value={shown.phone ?? ''}
          onChange={(text) => change({ phone: text === '' ? null : text })}
        />
      </div>
      {shown.alleged_perpetrator !== true && (
        <>
          <Segmented
            label={t('field_name.safe_contact')}
            value={shown.safe_contact ?? null}
            choices={choices('safe_contact_short', CODES.SafeContact)}
            onChange={(safe_contact) => change({ safe_contact })}
          />
          <Checkbox isSelected={shown.companion === true} onChange={(on) => change({ companion: on ? true : null })}>
            {t('contact.companion')}
          </Checkbox>
        </>
      )}
      {may.followCases && (
        <Checkbox
          tone="danger"
          isSelected={shown.alleged_perpetrator === true}
          onChange={(on) => change({ alleged_perpetrator: on ? true : null })}
        >
          {t('contact.alleged_perpetrator')}
        </Checkbox>
      )}
      <TextField label={t('contact.remark')} {...field('remark')} />
      {contact !== null && (
        <Checkbox isSelected={(shown.until ?? null) !== null} onChange={(on) => change({ until: on ? today : null })}>
          {t('contact.no_longer')}
        </Checkbox>
      )}
    </FormDialog>
  );
}
