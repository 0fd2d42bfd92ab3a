import { TextField } from '../../components';
import { type T, useT } from '../../i18n';
import type { Lacking } from '../form/needs';

const ADDRESS_SHAPE = 'https://hub.example.ma';

export interface HubTyped {
  hub: string;
  code: string;
}

export function hubNeeds({ hub, code }: HubTyped, t: T): Lacking {
  return [hub.trim() === '' && t('sync.hub'), code.trim() === '' && t('sync.code')];
}

/** Where a hub is, and the short-lived code it gave. */
export function HubFields({
  value,
  onChange,
  autoFocus = false,
}: {
  value: HubTyped;
  onChange: (patch: Partial<HubTyped>) => void;
  autoFocus?: boolean;
}) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('sync.hub')}
        dir="ltr"
        placeholder={ADDRESS_SHAPE}
        autoComplete="off"
        autoFocus={autoFocus}
        value={value.hub}
        onChange={(hub) => onChange({ hub })}
      />
      <TextField
        label={t('sync.code')}
        description={t('sync.code_help')}
        dir="ltr"
        autoComplete="off"
        value={value.code}
        onChange={(code) => onChange({ code })}
      />
    </>
  );
}
