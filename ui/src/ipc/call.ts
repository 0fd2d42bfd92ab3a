/** What may be called, told and answered: read off the table the core writes in `types.ts`. */

import { type Commands, type Document, type Empty, READS } from './types';

/** Answered by the desktop window itself: the core has no screen to show a document on, no folder to lay it in, no window. */
interface ShellCommands {
  'document.save': { args: Document; result: { path: string } };
  'document.open': { args: Document; result: Empty };
  'window.close': { args: Empty; result: Empty };
}

type Calls = Commands & ShellCommands;
export type CommandName = keyof Commands;
/** What only reads, and says what its answer is made of: the only answers that are kept. */
export type ReadingName = keyof typeof READS;
export type CallName = keyof Calls;

/** What the answer of a command is made of; nothing for what is no reading command. */
export function readsOf(name: string): readonly string[] {
  return name in READS ? READS[name as ReadingName] : [];
}

/**
 * What may be null may be left out: the core reads both alike. Everything else, lists and yes-or-no included, is said.
 * `unknown` holds null without meaning it.
 */
type Told<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T as Omissible<T[K]> extends true ? never : K]: Told<T[K]> } & {
        [K in keyof T as Omissible<T[K]> extends true ? K : never]?: Told<T[K]>;
      }
    : T;
type Omissible<V> = unknown extends V ? false : null extends V ? true : false;

export type CommandArgs<N extends CallName> = Told<Calls[N]['args']>;
export type CommandResult<N extends CallName> = Calls[N]['result'];
