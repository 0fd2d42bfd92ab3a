import { createContext, type ReactNode, useContext } from 'react';
import type { Port } from '../ipc';

const PortContext = createContext<Port | null>(null);

export function PortProvider({ port, children }: { port: Port; children: ReactNode }) {
  return <PortContext value={port}>{children}</PortContext>;
}

export function usePort(): Port {
  const port = useContext(PortContext);
  if (port === null) throw new Error('PortProvider is missing');
  return port;
}
