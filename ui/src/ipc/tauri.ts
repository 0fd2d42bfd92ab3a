import { invoke, isTauri } from '@tauri-apps/api/core';
import { asCommandError, openEnvelope, type Port } from './port';

/** The desktop window: one Tauri command, `rpc`. */
export const tauriPort: Port = {
  async rpc(name, payload, cause) {
    try {
      return openEnvelope(await invoke('rpc', { name, payload, person: cause === 'person' }));
    } catch (cause) {
      throw asCommandError(cause);
    }
  },
};

export { isTauri };
