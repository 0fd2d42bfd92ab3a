import { useCallback } from 'react';
import { toast } from '../../components';
import { useErrorText, useT } from '../../i18n';
import { asCommandError, type CommandArgs, type CommandName } from '../../ipc';
import { isTauri } from '../../ipc/tauri';
import { usePort } from '../../state/port';
import { saveFile } from '../../state/save-file';

type DocumentCommand = Extract<
  CommandName,
  | 'appointment.slip'
  | 'attachment.get'
  | 'consent.form'
  | 'device.recovery_slip'
  | 'reception.receipt'
  | 'referral.letter'
>;

type SheetCommand = Extract<CommandName, 'export.people' | 'export.cases' | 'import.error_sheet'>;

/**
 * Has the core make a workbook, then lays it where the person finds it: in the window in their downloads, and says where;
 * in a browser as a download. Rejects with the error the asking form shows.
 */
export function useSheet(): <N extends SheetCommand>(name: N, args: CommandArgs<N>) => Promise<void> {
  const port = usePort();
  const t = useT();
  return useCallback(
    async (name, args) => {
      try {
        const file = (await port.rpc(name, args, 'person')).ok;
        if (isTauri()) {
          const { path } = (await port.rpc('document.save', file)).ok;
          toast(t('export.saved', { path }));
        } else {
          saveFile(file);
        }
      } catch (cause) {
        throw asCommandError(cause);
      }
    },
    [port, t],
  );
}

/** Has the core make a document, then shows it: in the window through the shell, in a browser as a download. */
export function useDocument(): <N extends DocumentCommand>(name: N, args: CommandArgs<N>) => Promise<void> {
  const port = usePort();
  const say = useErrorText();
  return useCallback(
    async (name, args) => {
      try {
        const file = (await port.rpc(name, args, 'person')).ok;
        if (isTauri()) await port.rpc('document.open', file);
        else saveFile(file);
      } catch (cause) {
        toast(say(asCommandError(cause)), 'late');
      }
    },
    [port, say],
  );
}
