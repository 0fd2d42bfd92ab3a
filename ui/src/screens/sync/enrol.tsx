import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ErrorNote } from '../../components';
import { useT } from '../../i18n';
import { FormDialog } from '../../parts/form/dialog';
import { isWhole, Needs } from '../../parts/form/needs';
import { useSend } from '../../parts/form/send';
import { HubFields, hubNeeds } from '../../parts/sync/hub-fields';

/**
 * Ties this device to a hub, with the short-lived code it gave. Bringing the records of this device into another center
 * is asked when the hub says that it comes to that, never agreed to beforehand.
 */
export function EnrolForm() {
  const t = useT();
  const client = useQueryClient();
  const [typed, setTyped] = useState({ hub: '', code: '' });
  const { send, isPending, error, reset } = useSend('device.enrol', {
    done: t('sync.enrolled'),
    // Center, role and numbers may all be others now.
    onDone: () => void client.invalidateQueries(),
  });
  const joins = error?.code === 'hub_join_needed';
  const enrol = (join: boolean) => send({ hub: typed.hub.trim(), code: typed.code.trim(), join });
  const needs = hubNeeds(typed, t);
  const ready = isWhole(needs);
  return (
    <>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !isPending) enrol(false);
        }}
      >
        <HubFields value={typed} onChange={(patch) => setTyped((before) => ({ ...before, ...patch }))} />
        <ErrorNote error={joins ? null : error} />
        <Needs needs={needs} />
        <Button type="submit" variant="primary" isDisabled={!ready} isPending={isPending} className="self-start">
          {t('sync.enrol')}
        </Button>
      </form>
      {joins && (
        <FormDialog
          title={t('sync.join_title')}
          submit={t('sync.join_do')}
          onClose={reset}
          onSubmit={() => enrol(true)}
        >
          <p>{t('sync.join_text')}</p>
        </FormDialog>
      )}
    </>
  );
}
