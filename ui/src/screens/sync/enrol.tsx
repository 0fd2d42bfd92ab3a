import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Checkbox, ErrorNote, TextField } from '../../components';
import { useT } from '../../i18n';
import { useSend } from '../../parts/send';

const ADDRESS_SHAPE = 'https://hub.example.ma';

/** Ties this device to a hub, with the short-lived code it gave. */
export function EnrolForm() {
  const t = useT();
  const client = useQueryClient();
  const [hub, setHub] = useState('');
  const [code, setCode] = useState('');
  const [join, setJoin] = useState(true);
  const { send, isPending, error } = useSend('device.enrol', {
    done: t('sync.enrolled'),
    // Center, role and numbers may all be others now.
    onDone: () => void client.invalidateQueries(),
  });
  const ready = hub.trim() !== '' && code.trim() !== '';
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !isPending) send({ hub: hub.trim(), code: code.trim(), join });
      }}
    >
      <TextField
        label={t('sync.hub')}
        dir="ltr"
        placeholder={ADDRESS_SHAPE}
        autoComplete="off"
        value={hub}
        onChange={setHub}
      />
      <TextField
        label={t('sync.code')}
        description={t('sync.code_help')}
        dir="ltr"
        autoComplete="off"
        value={code}
        onChange={setCode}
      />
      <Checkbox isSelected={join} onChange={setJoin}>
        {t('sync.join')}
      </Checkbox>
      <ErrorNote error={error} />
      <Button type="submit" variant="primary" isDisabled={!ready} isPending={isPending} className="self-start">
        {t('sync.enrol')}
      </Button>
    </form>
  );
}
