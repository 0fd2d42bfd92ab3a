import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton, ProgressBar, TextField } from '../../components';
import { type MessageKey, type T, useT } from '../../i18n';
import type { Lacking } from '../../parts/form/needs';
import { type Strength, strengthOf } from './strength';

const SHARE: Record<Strength, number> = { short: 12, weak: 35, fair: 70, good: 100 };
const WORDS: Record<Strength, MessageKey> = {
  short: 'strength.short',
  weak: 'strength.weak',
  fair: 'strength.fair',
  good: 'strength.good',
};

export function passphraseNeeds(passphrase: string, again: string, t: T): Lacking {
  const strength = strengthOf(passphrase);
  return [
    strength !== 'fair' && strength !== 'good' && t('setup.passphrase.strong'),
    (again === '' || passphrase !== again) && t('setup.passphrase.again'),
  ];
}

/** A new passphrase, twice, with its strength in words. */
export function NewPassphrase({
  label,
  passphrase,
  again,
  onPassphrase,
  onAgain,
  autoFocus = false,
}: {
  label: string;
  passphrase: string;
  again: string;
  onPassphrase: (value: string) => void;
  onAgain: (value: string) => void;
  autoFocus?: boolean;
}) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const strength = strengthOf(passphrase);
  const type = shown ? 'text' : 'password';
  return (
    <>
      <TextField
        label={label}
        type={type}
        value={passphrase}
        onChange={onPassphrase}
        autoComplete="new-password"
        autoFocus={autoFocus}
        end={
          <IconButton
            label={t(shown ? 'unlock.hide' : 'unlock.show')}
            size="row"
            className="me-1"
            onPress={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        }
      />
      {passphrase !== '' && (
        <ProgressBar
          label={t('setup.passphrase.strength')}
          value={SHARE[strength]}
          note={t(WORDS[strength])}
          late={strength === 'short' || strength === 'weak'}
        />
      )}
      <TextField
        label={t('setup.passphrase.again')}
        type={type}
        value={again}
        onChange={onAgain}
        autoComplete="new-password"
        error={again !== '' && !passphrase.startsWith(again) ? t('setup.passphrase.differ') : null}
      />
    </>
  );
}
