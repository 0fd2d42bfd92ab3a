import { Eye, EyeOff, ShieldCheck } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Avatar, Button, ErrorNote, IconButton, TextField } from '../../components';
import { staffName, useCodeText, useLanguage, useT } from '../../i18n';
import type { DeviceStatus, StaffCard } from '../../ipc/types';
import { useAction } from '../../state/command';
import { Entrance } from './entrance';
import { Recover } from './recover';
import { useCountdown } from './use-countdown';

/** Who is using the device, and the passphrase. */
export function Unlock({ status }: { status: DeviceStatus }) {
  const t = useT();
  const [staff, setStaff] = useState(status.users[0]?.staff ?? '');
  const [recovering, setRecovering] = useState(false);
  return (
    <Entrance center={status.center} topic="unlock" team={status.users}>
      {recovering ? (
        <Recover users={status.users} staff={staff} onChoose={setStaff} onBack={() => setRecovering(false)} />
      ) : (
        <>
          <h1 className="mb-3 text-display font-bold">{t('unlock.title')}</h1>
          <UserChoice users={status.users} staff={staff} onChoose={setStaff} />
          <PassphraseForm staff={staff} retryAfter={status.retry_after_seconds} />
          <p className="mt-3 text-center text-sm">
            <button
              type="button"
              onClick={() => setRecovering(true)}
              className="cursor-pointer rounded-sm px-1 text-ink-2 hover:text-accent hover:underline"
            >
              {t('unlock.forgotten')}
            </button>
          </p>
          <p className="mt-8 flex items-center justify-center gap-1.5 text-sm text-ink-2">
            <ShieldCheck aria-hidden className="size-3.75" />
            {t('unlock.private')}
          </p>
        </>
      )}
    </Entrance>
  );
}

/** From here on people stand two in a row: all of them on a low screen. */
const MANY = 4;

export function UserChoice({
  users,
  staff,
  onChoose,
}: {
  users: readonly StaffCard[];
  staff: string;
  onChoose: (staff: string) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const { language } = useLanguage();
  return (
    <RadioGroup
      aria-label={t('unlock.users')}
      value={staff}
      onChange={onChoose}
      className={`scroller -m-1.5 mb-0 grid max-h-83.5 p-1.5 ${users.length > MANY ? 'gap-2.5 sm:grid-cols-2' : 'gap-3.5'}`}
    >
      {users.map((user) => {
        const name = staffName(user, language);
        return (
          <Radio
            key={user.staff}
            value={user.staff ?? ''}
            className="flex cursor-pointer items-center gap-3 rounded-card border border-line bg-surface px-3.5 py-2.5 hover:bg-sunken selected:border-accent selected:bg-surface selected:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_4px_var(--halo)]"
          >
            <Avatar name={name.primary} />
            <span className="flex min-w-0 flex-col">
              <bdi className="block leading-snug font-semibold">{name.primary}</bdi>
              <span className="text-sm leading-snug text-ink-2">{code('role', user.role, { sex: user.sex })}</span>
            </span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}

/** A copy of a profile made while the program was open, or with a file left out. */
const NOT_WHOLE = 'profile_not_whole';

function PassphraseForm({ staff, retryAfter }: { staff: string; retryAfter: number | null }) {
  const t = useT();
  const unlock = useAction('session.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const fromError = unlock.error?.args.retry_after_seconds;
  const seconds = useCountdown(typeof fromError === 'number' ? fromError : retryAfter, unlock.failureCount);
  const waiting = seconds > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: choosing someone else starts afresh.
  useEffect(() => {
    setPassphrase('');
    unlock.reset();
    input.current?.focus();
  }, [staff]);

  const open = (asItIs: boolean) => {
    if (waiting || passphrase === '' || unlock.isPending) return;
    unlock.mutate(
      { staff, passphrase, as_it_is: asItIs },
      {
        onError: (error) => {
          // The passphrase was the right one: what is missing may be brought, or given up.
          if (error.code === NOT_WHOLE) return;
          setPassphrase('');
          input.current?.focus();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open(false);
  };

  return (
    <form onSubmit={submit} className="mt-5 flex flex-col gap-3.5">
      <TextField
        label={t('unlock.passphrase')}
        type={shown ? 'text' : 'password'}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
        size="touch"
        inputRef={input}
        autoFocus
        end={
          <IconButton
            label={t(shown ? 'unlock.hide' : 'unlock.show')}
            onPress={() => setShown(!shown)}
            className="me-1"
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        }
      />
      <Button type="submit" variant="primary" size="touch" isPending={unlock.isPending} isDisabled={waiting}>
        {t('unlock.open')}
      </Button>
      <ErrorNote error={unlock.error} />
      {unlock.error?.code === NOT_WHOLE && (
        <Button isPending={unlock.isPending} onPress={() => open(true)}>
          {t('unlock.as_it_is')}
        </Button>
      )}
      {waiting && (
        <p role="timer" className="text-center text-sm text-soon">
          {t('unlock.wait', { seconds })}
        </p>
      )}
    </form>
  );
}
