import { useState } from 'react';
import { Segmented, Select, TextField } from '../../components';
import { useT } from '../../i18n';
import { ROLES } from '../../ipc/codes';
import type { Role, Sex } from '../../ipc/types';
import { useChoices } from '../../parts/choices';
import { FormDialog } from '../../parts/form-dialog';
import { useSend } from '../../parts/send';

const SHORTEST = 10;

/** A new user of this device, with the passphrase they choose. */
export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const [nameAr, setNameAr] = useState('');
  const [nameLat, setNameLat] = useState('');
  const [sex, setSex] = useState<Sex | null>(null);
  const [role, setRole] = useState<Role>('caseworker');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { send, isPending, error } = useSend('user.add', { done: t('settings.user_added'), onDone: onClose });
  const named = nameAr.trim() !== '' || nameLat.trim() !== '';
  return (
    <FormDialog
      title={t('settings.add_user')}
      submit={t('action.add')}
      onClose={onClose}
      isReady={named && passphrase.length >= SHORTEST && passphrase === again}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ user: { name_ar: nameAr || null, name_lat: nameLat || null, sex, role }, passphrase })}
    >
      <TextField label={t('setup.user.name_ar')} lang="ar" dir="rtl" autoFocus value={nameAr} onChange={setNameAr} />
      <TextField label={t('setup.user.name_lat')} lang="fr" dir="ltr" value={nameLat} onChange={setNameLat} />
      <Segmented
        label={t('setup.user.sex')}
        value={sex}
        choices={choices('sex', ['female', 'male'] as const)}
        onChange={setSex}
      />
      <Select label={t('setup.user.role')} value={role} options={choices('role', ROLES, { sex })} onChange={setRole} />
      <NewPassphrase value={passphrase} again={again} onChange={setPassphrase} onAgain={setAgain} />
      <p className="text-sm text-ink-2">{t('settings.user_slip')}</p>
    </FormDialog>
  );
}

export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { send, isPending, error } = useSend('user.change_passphrase', {
    done: t('settings.passphrase_changed'),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('settings.change_passphrase')}
      submit={t('action.save')}
      onClose={onClose}
      isReady={old !== '' && next.length >= SHORTEST && next === again}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ old, new: next })}
    >
      <TextField
        label={t('settings.passphrase_now')}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={old}
        onChange={setOld}
      />
      <NewPassphrase value={next} again={again} onChange={setNext} onAgain={setAgain} />
    </FormDialog>
  );
}

function NewPassphrase({
  value,
  again,
  onChange,
  onAgain,
}: {
  value: string;
  again: string;
  onChange: (text: string) => void;
  onAgain: (text: string) => void;
}) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('recover.new')}
        description={t('strength.short')}
        type="password"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
      />
      <TextField
        label={t('setup.passphrase.again')}
        type="password"
        autoComplete="new-password"
        error={again !== '' && again !== value ? t('setup.passphrase.differ') : null}
        value={again}
        onChange={onAgain}
      />
    </>
  );
}
