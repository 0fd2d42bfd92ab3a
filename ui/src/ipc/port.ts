/** What the interface knows of the core: one door, whatever carries it. */

import type { CallName, CommandArgs, CommandResult } from './call';

export interface Answer<T = unknown> {
  ok: T;
  /** Kinds of records the command changed (`person`, `case` …): what the screens refetch. */
  changes: readonly string[];
}

/**
 * What made the interface ask: something a person did, or itself (an answer fetched again, a question put every few
 * seconds). Only the first keeps the core from locking.
 */
export type Cause = 'person' | 'program';

/**
 * The only way to reach the core. Rejects with {@link CommandError} and nothing else. Who does not say that a person
 * caused it asks by itself.
 */
export interface Port {
  rpc<N extends CallName>(name: N, payload: CommandArgs<N>, cause?: Cause): Promise<Answer<CommandResult<N>>>;
}

/** What a command says when it cannot: a code the locales turn into words (`error.<code>`). */
export class CommandError extends Error {
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the same request may succeed later without anything else changing. */
  readonly retry: boolean;

  constructor(code: string, args: Readonly<Record<string, unknown>> = {}, retry = false) {
    super(code);
    this.name = 'CommandError';
    this.code = code;
    this.args = args;
    this.retry = retry;
  }
}

/** Kinds named by a `changes` value: a list of kinds, or of `{kind, id}`. */
export function kindsOf(changes: unknown): string[] {
  if (!Array.isArray(changes)) return [];
  const kinds = changes.flatMap((c: unknown) => {
    if (typeof c === 'string') return [c];
    if (typeof c === 'object' && c !== null && 'kind' in c && typeof c.kind === 'string') return [c.kind];
    return [];
  });
  return [...new Set(kinds)];
}

/**
 * Reads the envelope `{ok, changes}` or `{error: {code, args, retry}}`. What is in `ok` is taken as the core's own
 * declaration of it: both ends come from one build.
 */
export function openEnvelope<T>(body: unknown): Answer<T> {
  if (typeof body === 'object' && body !== null) {
    if ('error' in body) throw asCommandError(body.error);
    if ('ok' in body) return { ok: body.ok as T, changes: kindsOf('changes' in body ? body.changes : []) };
  }
  throw new CommandError('unreadable_answer');
}

/** Turns anything thrown by a carrier into a {@link CommandError}. */
export function asCommandError(cause: unknown): CommandError {
  if (cause instanceof CommandError) return cause;
  if (typeof cause === 'object' && cause !== null) {
    const inner = 'error' in cause && typeof cause.error === 'object' && cause.error !== null ? cause.error : cause;
    if ('code' in inner && typeof inner.code === 'string') {
      const args =
        'args' in inner && typeof inner.args === 'object' && inner.args !== null
          ? (inner.args as Record<string, unknown>)
          : {};
      return new CommandError(inner.code, args, 'retry' in inner && inner.retry === true);
    }
  }
  return new CommandError('unreachable', {}, true);
}
