import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  asCommandError,
  type Cause,
  type CommandArgs,
  type CommandError,
  type CommandName,
  type CommandResult,
  type ReadingName,
} from '../ipc';
import { usePort } from './port';
import { invalidate } from './query';

interface ReadOptions {
  enabled?: boolean;
  /** Keep showing the last answer while another is on its way: for searches and pages. */
  keepPrevious?: boolean;
  /** Forget the answer as soon as nobody shows it: for the content of papers. */
  keepsNothing?: boolean;
  refetchEveryMs?: number | ((last: unknown) => number);
}

/** Reads: the answer of a command, kept and refetched when what it reads changes. */
export function useCommand<N extends ReadingName>(name: N, args: CommandArgs<N>, options: ReadOptions = {}) {
  const port = usePort();
  return useQuery<CommandResult<N>, CommandError>({
    queryKey: [name, args],
    queryFn: async () => (await port.rpc(name, args)).ok,
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.keepsNothing === true ? { gcTime: 0 } : {}),
    ...(options.refetchEveryMs === undefined
      ? {}
      : {
          refetchInterval:
            typeof options.refetchEveryMs === 'number'
              ? options.refetchEveryMs
              : (query) => (options.refetchEveryMs as (last: unknown) => number)(query.state.data),
        }),
  });
}

/** Several of one command at once, each kept as its own answer. */
export function useCommands<N extends ReadingName>(name: N, all: readonly CommandArgs<N>[]) {
  const port = usePort();
  return useQueries({
    queries: all.map((args) => ({
      queryKey: [name, args],
      queryFn: async (): Promise<CommandResult<N>> => (await port.rpc(name, args)).ok,
    })),
  });
}

/** Writes: runs a command when asked, by a person unless it is said otherwise, and refetches what it changed. */
export function useAction<N extends CommandName>(name: N, cause: Cause = 'person') {
  const port = usePort();
  const client = useQueryClient();
  return useMutation<CommandResult<N>, CommandError, CommandArgs<N>>({
    mutationKey: [name],
    mutationFn: async (args) => {
      try {
        const answer = await port.rpc(name, args, cause);
        invalidate(client, answer.changes);
        return answer.ok;
      } catch (cause) {
        throw asCommandError(cause);
      }
    },
  });
}
