import type { CallName, CommandArgs, CommandResult } from '../src/ipc/call';
import { type Cause, CommandError, type Port } from '../src/ipc/port';

/** What a command answers, or what it answers with the kinds of records it changed. */
type Said<T> = T | Changed<T>;

/** A typed answer for any of the commands: what the core cannot say, a test cannot make it say. */
export type Replies = {
  [N in CallName]?: (args: CommandArgs<N>) => Said<CommandResult<N>> | Promise<Said<CommandResult<N>>>;
};

class Changed<T> {
  readonly ok: T;
  readonly kinds: readonly string[];

  constructor(ok: T, kinds: readonly string[]) {
    this.ok = ok;
    this.kinds = kinds;
  }
}

export function changed<T>(ok: T, ...kinds: string[]): Changed<T> {
  return new Changed(ok, kinds);
}

/** A port that answers from a table: for tests and for looking at a screen. It is never part of the program. */
export class MemoryPort implements Port {
  readonly asked: { name: string; args: unknown; cause: Cause }[] = [];
  private readonly replies: Replies;

  constructor(replies: Replies) {
    this.replies = replies;
  }

  async rpc<N extends CallName>(name: N, payload: CommandArgs<N>, cause: Cause = 'program') {
    this.asked.push({ name, args: payload, cause });
    const reply = this.replies[name];
    if (reply === undefined) throw new CommandError('not_found', { command: name });
    const said = await reply(payload);
    return said instanceof Changed ? { ok: said.ok, changes: said.kinds } : { ok: said, changes: [] };
  }

  /** Arguments of the last call of a command. */
  last<N extends CallName>(name: N): CommandArgs<N> | undefined {
    return this.asked.findLast((call) => call.name === name)?.args as CommandArgs<N> | undefined;
  }
}
