import { asCommandError, CommandError, openEnvelope, type Port } from './port';

const TOKEN_KEY = 'jisr.bridge.token';

/**
 * The token of the loopback bridge, from the address it printed. It is taken out of the address at once and kept for
 * this tab only, so that a reload works and a copied address carries nothing.
 */
export function takeToken(location: Location, storage: Storage, history: History): string | null {
  const query = new URLSearchParams(location.search);
  const fragment = new URLSearchParams(location.hash.replace(/^#\/?\??/, ''));
  const token = query.get('token') ?? fragment.get('token');
  if (token === null) return storage.getItem(TOKEN_KEY);
  storage.setItem(TOKEN_KEY, token);
  query.delete('token');
  const rest = query.toString();
  const hash = fragment.has('token') ? '' : location.hash;
  history.replaceState(history.state, '', location.pathname + (rest === '' ? '' : `?${rest}`) + hash);
  return token;
}

/** A browser on the loopback bridge: the same dispatcher, over HTTP. */
export function bridgePort(token: string | null): Port {
  return {
    async rpc(name, payload, cause) {
      let response: Response;
      try {
        response = await fetch('./rpc', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-jisr-token': token ?? '' },
          body: JSON.stringify({ name, payload, person: cause === 'person' }),
        });
      } catch {
        throw new CommandError('unreachable', {}, true);
      }
      try {
        return openEnvelope(await response.json());
      } catch (cause) {
        throw asCommandError(cause);
      }
    },
  };
}
