import { useEffect, useState } from 'react';
import { useCommand } from '../../state/command';

const WAIT_MS = 150;

/** The text, a moment after the last key. */
export function useSettled<T>(value: T, waitMs = WAIT_MS): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), waitMs);
    return () => window.clearTimeout(timer);
  }, [value, waitMs]);
  return settled;
}

/** Search as one types: the last answer stays on screen while the next is on its way. */
export function usePersonSearch(text: string, limit = 20) {
  const query = useSettled(text.trim());
  const enabled = query.length >= 2;
  const found = useCommand('person.search', { query, limit }, { enabled, keepPrevious: true });
  return {
    asked: enabled,
    people: enabled ? (found.data?.people ?? []) : [],
    more: enabled && found.data?.more === true,
    settled: enabled && query === text.trim() && !found.isFetching,
    error: found.error,
  };
}
