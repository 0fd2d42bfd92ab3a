import { CommandError, type Port } from '../src/ipc/port';

type Reply = (args: never) => unknown;

/** A port that answers from a table: for tests and for looking at a screen. It is never part of the program. */
export class MemoryPort implements Port {
  readonly asked: { name: string; args: unknown }[] = [];
  private readonly replies: Record<string, Reply>;

  constructor(replies: Record<string, Reply>) {
    this.replies = replies;
  }

  async rpc(name: string, payload: unknown) {
    this.asked.push({ name, args: payload });
    const reply = this.replies[name];
    if (reply === undefined) throw new CommandError('not_found', { command: name });
    const ok = await reply(payload as never);
    const changes = ok !== null && typeof ok === 'object' && 'changes' in ok ? (ok.changes as string[]) : [];
    return { ok, changes };
  }

  last(name: string): unknown {
    return this.asked.findLast((call) => call.name === name)?.args;
  }
}
