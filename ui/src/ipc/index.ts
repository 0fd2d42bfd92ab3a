import { bridgePort, takeToken } from './bridge';
import type { Port } from './port';
import { isTauri, tauriPort } from './tauri';

export {
  type CallName,
  type CommandArgs,
  type CommandName,
  type CommandResult,
  type ReadingName,
  readsOf,
} from './call';
export { asCommandError, type Cause, CommandError, type Port } from './port';

/** Chosen once, at start: the desktop window, or the loopback bridge. */
export function choosePort(): Port {
  return isTauri() ? tauriPort : bridgePort(takeToken(window.location, window.sessionStorage, window.history));
}
