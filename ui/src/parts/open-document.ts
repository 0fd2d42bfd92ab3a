import { useCallback } from 'react';
import { toast } from '../components';
import { useErrorText } from '../i18n';
import { asCommandError, type CommandArgs, type CommandName } from '../ipc';
import { isTauri } from '../ipc/tauri';
import { usePort } from '../state/port';
import { saveFile } from '../state/save-file';

type DocumentCommand = Extract<
  CommandName,
  'appointment.slip' | 'attachment.get' | 'referral.letter' | 'device.recovery_slip'
>;

/** Has the core make a document, then shows it: in the window through the shell, in a browser as a download. */
export function useDocument(): <N extends DocumentCommand>(name: N, args: CommandArgs<N>) => Promise<void> {
  const port = usePort();
  const say = useErrorText();
  return useCallback(
    async (name, args) => {
      try {
        const file = (await port.rpc(name, args)).ok;
        if (isTauri()) await port.rpc('document.open', file);
        else saveFile(file);
      } catch (cause) {
        toast(say(asCommandError(cause)), 'late');
      }
    },
    [port, say],
  );
}
