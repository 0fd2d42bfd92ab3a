import { toast } from '../../components';
import type { CommandArgs, CommandName, CommandResult } from '../../ipc';
import { useAction } from '../../state/command';

/** Runs a command, says it is done, closes what asked for it. The error stays with the form. */
export function useSend<N extends CommandName>(
  name: N,
  { done, onDone }: { done?: string; onDone?: (result: CommandResult<N>) => void } = {},
) {
  const action = useAction(name);
  const after = (result: CommandResult<N>) => {
    if (done !== undefined) toast(done);
    onDone?.(result);
  };
  return {
    send: (args: CommandArgs<N>) => action.mutate(args, { onSuccess: after }),
    /** The same, for what comes after it in one piece of work. Rejects with the error the form shows. */
    sendAsync: async (args: CommandArgs<N>) => after(await action.mutateAsync(args)),
    isPending: action.isPending,
    error: action.error,
    reset: action.reset,
  };
}
