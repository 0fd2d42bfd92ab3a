import { useState } from 'react';
import { Button, Checkbox, Dialog, Segmented, Select, TextField } from '../../components';
import { useT } from '../../i18n';
import type { DeviceUser, Role, Sex, StaffCard } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useChoices } from '../../parts/form/choices';
import { FormDialog } from '../../parts/form/dialog';
import { Needs } from '../../parts/form/needs';
import { useSend } from '../../parts/form/send';
import { useStaffText } from '../../parts/person/who';
import { RecoveryCode } from '../setup/slip-step';

const SHORTEST = 10;

/** A new user of this device, with the passphrase they choose. */
export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const [nameAr, setNameAr] = useState('');
  const [nameLat, setNameLat] = useState('');
  const [sex, setSex] = useState<Sex | null>(null);
  const [role, setRole] = useState<Role | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { send, isPending, error } = useSend('user.add', { done: t('settings.user_added'), onDone: onClose });
  const named = nameAr.trim() !== '' || nameLat.trim() !== '';
  return (
    <FormDialog
      title={t('settings.add_user')}
      submit={t('action.add')}
      onClose={onClose}
      needs={[
        !named && t('setup.user.name'),
        role === null && t('setup.user.role'),
        passphrase.length < SHORTEST && t('recover.new'),
        passphrase !== again && t('setup.passphrase.again'),
      ]}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        role !== null && send({ user: { name_ar: nameAr || null, name_lat: nameLat || null, sex, role }, passphrase })
      }
    >
      <TextField label={t('setup.user.name_ar')} lang="ar" dir="rtl" autoFocus value={nameAr} onChange={setNameAr} />
      <TextField label={t('setup.user.name_lat')} lang="fr" dir="ltr" value={nameLat} onChange={setNameLat} />
      <Segmented
        label={t('setup.user.sex')}
        value={sex}
        choices={choices('sex', ['female', 'male'] as const)}
        onChange={setSex}
      />
      <Select
        label={t('setup.user.role')}
        isRequired
        value={role}
        options={choices('role', CODES.Role, { sex })}
        onChange={setRole}
      />
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
      needs={[
        old === '' && t('settings.passphrase_now'),
        next.length < SHORTEST && t('recover.new'),
        next !== again && t('setup.passphrase.again'),
      ]}
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

/** A colleague leaves this device: said once more, since their passphrase will open nothing here. */
export function CloseUserDialog({ user, onClose }: { user: DeviceUser; onClose: () => void }) {
  const t = useT();
  const name = useStaffText()(user.card);
  const { send, isPending, error } = useSend('user.close', { done: t('settings.user_closed'), onDone: onClose });
  return (
    <FormDialog
      title={t('settings.close_user_title', { name })}
      submit={t('settings.close_user')}
      danger
      onClose={onClose}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ slot: user.slot })}
    >
      <p>{t('settings.close_user_text')}</p>
    </FormDialog>
  );
}

/** A colleague of the center works on this device, for the first time or again. */
export function OpenUserDialog({ user, onClose }: { user: StaffCard; onClose: () => void }) {
  const t = useT();
  const name = useStaffText()(user);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { send, isPending, error } = useSend('user.open', { done: t('settings.user_opened'), onDone: onClose });
  return (
    <FormDialog
      title={t('settings.open_user_title', { name })}
      submit={t('settings.open_user')}
      onClose={onClose}
      needs={[passphrase.length < SHORTEST && t('recover.new'), passphrase !== again && t('setup.passphrase.again')]}
      isPending={isPending}
      error={error}
      onSubmit={() => user.staff !== null && send({ staff: user.staff, passphrase })}
    >
      <p className="text-ink-2">{t('settings.open_user_text')}</p>
      <NewPassphrase value={passphrase} again={again} onChange={setPassphrase} onAgain={setAgain} />
    </FormDialog>
  );
}

/** Another recovery code: asked with one's passphrase, then shown once with its slip. */
export function ReplaceSlipDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const { send, isPending, error } = useSend('device.replace_recovery_code', {
    onDone: ({ recovery_code }) => setCode(recovery_code),
  });
  if (code !== null) {
    return (
      <Dialog
        isOpen
        mustAnswer
        title={t('setup.slip.title')}
        onClose={onClose}
        foot={
          <>
            <Needs needs={[!kept && t('setup.slip.kept')]} />
            <Button variant="primary" isDisabled={!kept} onPress={onClose}>
              {t('action.close')}
            </Button>
          </>
        }
      >
        <p className="text-ink-2">{t('settings.slip_replaced')}</p>
        <RecoveryCode code={code} />
        <Checkbox isSelected={kept} onChange={setKept}>
          {t('setup.slip.kept')}
        </Checkbox>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('settings.replace_slip')}
      submit={t('settings.replace_slip_do')}
      onClose={onClose}
      needs={[passphrase === '' && t('unlock.passphrase')]}
      isPending={isPending}
      error={error}
      onSubmit={() => send({ passphrase })}
    >
      <p>{t('settings.replace_slip_text')}</p>
      <TextField
        label={t('unlock.passphrase')}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
      />
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
