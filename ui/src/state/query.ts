import { QueryClient } from '@tanstack/react-query';
import { CommandError } from '../ipc';
import { tagsOf } from './tags';

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

/** Refetches every query that reads a kind of record that changed. */
export function invalidate(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.length === 0) return;
  void client.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0];
      if (typeof name !== 'string') return false;
      const tags = tagsOf(name);
      return tags === 'any' || kinds.some((kind) => tags.includes(kind));
    },
  });
}
