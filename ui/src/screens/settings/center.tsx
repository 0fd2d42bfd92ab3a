import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button, ErrorNote, Loaded, Section, TextField, toast } from '../../components';
import { useT } from '../../i18n';
import { asCommandError, type CommandError } from '../../ipc';
import type { CenterView } from '../../ipc/types';
import { PICTURES, read } from '../../parts/attachment/file';
import { useDialogDraft } from '../../parts/draft/use-dialog-draft';
import { useSend } from '../../parts/form/send';
import { useCommand } from '../../state/command';

/** What the papers of the center say of it: for those who keep its accounts. */
export function Center() {
  const t = useT();
  const center = useCommand('center.get', {});
  return (
    <Section title={t('settings.center')}>
      <Loaded query={center}>
        {(view) => (
          <div className="flex flex-col gap-4">
            <p className="text-sm text-ink-2">{t('settings.center_text')}</p>
            <Reach key={view.center.seen} view={view} />
            <Logo view={view} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Reach({ view }: { view: CenterView }) {
  const t = useT();
  const { address: addressNow, phone: phoneNow } = view.center.record;
  const { value, change, submit, isWriting, state } = useDialogDraft(
    { directory: true },
    { kind: 'center' },
    t('settings.center'),
    // What was seen is kept with the words: they were typed on what the center said then.
    { address: addressNow ?? '', phone: phoneNow ?? '', seen: view.center.seen },
  );
  const { address, phone, seen } = value;
  const edit = (patch: Partial<typeof value>) => change((now) => ({ ...now, ...patch }));
  const { sendAsync, isPending, error } = useSend('center.update', { done: t('saved') });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        // What is there already is saved already.
        if (address === (addressNow ?? '') && phone === (phoneNow ?? ''))
          void state.discard().then(() => toast(t('saved')));
        else void submit(() => sendAsync({ seen, address, phone }));
      }}
    >
      <TextField label={t('field_name.address')} value={address} onChange={(next) => edit({ address: next })} />
      <div className="flex items-end gap-2">
        <TextField
          label={t('field_name.phone')}
          value={phone}
          onChange={(next) => edit({ phone: next })}
          dir="ltr"
          type="tel"
          className="flex-1"
        />
        <Button type="submit" isPending={isPending || isWriting}>
          {t('action.save')}
        </Button>
      </div>
      <ErrorNote error={error} />
    </form>
  );
}

function Logo({ view: { logo } }: { view: CenterView }) {
  const t = useT();
  const [unread, setUnread] = useState<CommandError | null>(null);
  const { send, isPending, error, reset } = useSend('center.set_logo', { done: t('saved') });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnread(null);
    reset();
    try {
      send({ content: (await read(file)).content });
    } catch (cause) {
      setUnread(asCommandError(cause));
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-ink-2">{t('settings.logo')}</h3>
      <div className="flex flex-wrap items-center gap-3">
        {logo !== null && (
          // Papers are white in the dark too.
          <img
            src={`data:${logo.mime};base64,${logo.base64}`}
            alt={t('settings.logo')}
            className="max-h-16 max-w-40 rounded-control bg-white p-1"
          />
        )}
        <FileTrigger acceptedFileTypes={PICTURES} onSelect={(files) => void choose(files?.[0])}>
          <Button icon={<ImageUp aria-hidden />} isPending={isPending}>
            {t(logo === null ? 'settings.logo_choose' : 'settings.logo_change')}
          </Button>
        </FileTrigger>
        {logo !== null && (
          <Button variant="quiet" onPress={() => send({ content: null })}>
            {t('settings.logo_remove')}
          </Button>
        )}
      </div>
      <ErrorNote error={unread ?? error} />
    </div>
  );
}
