import { Checkbox, Select, TextField } from '../../components';
import { useDates, useT } from '../../i18n';
import type { Partner, RecordView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useDialogDraft } from '../../parts/draft/use-dialog-draft';
import { useChoices } from '../../parts/form/choices';
import { FormDialog } from '../../parts/form/dialog';
import { useSend } from '../../parts/form/send';
import { useEither } from '../../parts/protocol/label';
import { PlaceFields } from '../../parts/territory/place-fields';

/** An entry of the directory, new or corrected. Saving says that somebody made sure of it today. */
export function PartnerDialog({ partner, onClose }: { partner: RecordView<Partner> | null; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const draft = useDialogDraft(
    { directory: true },
    partner === null ? { kind: 'partner' } : { kind: 'partner_edit', of: partner.id },
    useEither()(partner?.record.name_ar, partner?.record.name_fr) || t('partner.add'),
    {
      patch: {} as Partial<Partner>,
      // Kept with the words: they were typed on what the record said then.
      seen: partner?.seen ?? '',
    },
  );
  const { seen } = draft.value;
  const patch: Partial<Partner> = { ...draft.value.patch, assured_on: today };
  const value: Partial<Partner> = { ...partner?.record, ...patch };
  const change = (more: Partial<Partner>) => draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }));
  const create = useSend('partner.create', { done: t('partner.added'), onDone: onClose });
  const update = useSend('partner.update', { done: t('saved'), onDone: onClose });
  const field = (name: keyof Partner) => ({
    value: (value[name] as string | null | undefined) ?? '',
    onChange: (text: string) => change({ [name]: text === '' ? null : text }),
  });
  const changed = Object.fromEntries(
    Object.entries(patch).filter(([name, to]) => partner === null || to !== partner.record[name as keyof Partner]),
  );
  return (
    <FormDialog
      title={t(partner === null ? 'partner.add' : 'partner.edit')}
      submit={t('action.save')}
      width="wide"
      onClose={onClose}
      needs={[(value.name_ar ?? '').trim() === '' && (value.name_fr ?? '').trim() === '' && t('partner.name')]}
      isPending={create.isPending || update.isPending || draft.isWriting}
      error={create.error ?? update.error}
      draft={draft.state}
      onSubmit={() => {
        if (partner === null) void draft.submit(() => create.sendAsync({ partner: patch }));
        else if (Object.keys(changed).length === 0) void draft.state.discard().then(onClose);
        else void draft.submit(() => update.sendAsync({ id: partner.id, seen, patch: changed }));
      }}
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField label={t('partner.name_ar')} lang="ar" dir="rtl" autoFocus {...field('name_ar')} />
        <TextField label={t('partner.name_fr')} lang="fr" dir="ltr" {...field('name_fr')} />
        <Select
          label={t('partner.type')}
          value={value.partner_type ?? null}
          options={choices('partner_type', CODES.PartnerType)}
          onChange={(partner_type) => change({ partner_type })}
        />
        <TextField label={t('partner.services')} {...field('services')} />
        <PlaceFields province={value.province ?? null} commune={value.commune ?? null} onChange={change} />
        <TextField label={t('field_name.address')} {...field('address')} />
        <TextField label={t('field_name.phone')} dir="ltr" type="tel" {...field('phone')} />
        <TextField label={t('partner.email')} dir="ltr" type="email" {...field('email')} />
        <TextField label={t('partner.hours')} {...field('hours')} />
      </div>
      {partner !== null && (
        <Checkbox isSelected={value.inactive === true} onChange={(on) => change({ inactive: on ? true : null })}>
          {t('partner.inactive')}
        </Checkbox>
      )}
    </FormDialog>
  );
}
