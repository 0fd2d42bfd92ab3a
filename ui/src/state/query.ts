import { QueryClient } from '@tanstack/react-query';
import { CommandError, readsOf } from '../ipc';

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this machine: "offline" means nothing to it.
        networkMode: 'always',
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof CommandError && error.retry && count < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Refetches every query whose answer is made of something that changed, as the core declares it (`READS`). */
export function invalidate(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.length === 0) return;
  void client.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0];
      return typeof name === 'string' && kinds.some((kind) => readsOf(name).includes(kind));
    },
  });
}
