import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button, ErrorNote, TextField } from '../../components';
import { useT } from '../../i18n';
import type { StaffCard } from '../../ipc/types';
import { isWhole, Needs } from '../../parts/form/needs';
import { useAction } from '../../state/command';
import { NewPassphrase, passphraseNeeds } from '../setup/new-passphrase';
import { UserChoice } from './unlock';

/** The way back in with the printed slip: its code, then a new passphrase. */
export function Recover({
  users,
  staff,
  onChoose,
  onBack,
}: {
  users: readonly StaffCard[];
  staff: string;
  onChoose: (staff: string) => void;
  onBack: () => void;
}) {
  const t = useT();
  const recover = useAction('session.recover');
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const needs = [code.trim() === '' && t('recover.code'), ...passphraseNeeds(passphrase, again, t)];
  const ready = isWhole(needs);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !recover.isPending) recover.mutate({ recovery_code: code.trim(), staff, passphrase });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      <h1 className="text-display font-bold">{t('recover.title')}</h1>
      <p className="text-ink-2">{t('recover.intro')}</p>
      {users.length > 1 && <UserChoice users={users} staff={staff} onChoose={onChoose} />}
      <TextField label={t('recover.code')} value={code} onChange={setCode} dir="ltr" autoFocus />
      <NewPassphrase
        label={t('recover.new')}
        passphrase={passphrase}
        again={again}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
      />
      <ErrorNote error={recover.error} />
      <Needs needs={needs} />
      <Button type="submit" variant="primary" size="touch" isDisabled={!ready} isPending={recover.isPending}>
        {t('recover.do')}
      </Button>
      <Button variant="quiet" icon={<ArrowLeft aria-hidden className="mirror" />} onPress={onBack}>
        {t('recover.back')}
      </Button>
    </form>
  );
}
