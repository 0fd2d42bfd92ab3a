import { createContext, type ReactNode, useContext } from 'react';
import { asCommandError, type Port } from '../ipc';

const PortContext = createContext<Port | null>(null);

export function PortProvider({ port, children }: { port: Port; children: ReactNode }) {
  return <PortContext value={port}>{children}</PortContext>;
}

export function usePort(): Port {
  const port = useContext(PortContext);
  if (port === null) throw new Error('PortProvider is missing');
  return port;
}

/** The same port, which says so each time the core answers `code`. */
export function telling(port: Port, code: string, say: () => void): Port {
  return {
    async rpc(name, payload, cause) {
      try {
        return await port.rpc(name, payload, cause);
      } catch (refused) {
        if (asCommandError(refused).code === code) say();
        throw refused;
      }
    },
  };
}
