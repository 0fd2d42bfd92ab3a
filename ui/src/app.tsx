import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Loaded, Skeleton, Toasts } from './components';
import { CrashGuard } from './crash-guard';
import { LocaleProvider, type Messages } from './i18n';
import type { Port } from './ipc';
import type { Language } from './ipc/types';
import { useCommand } from './state/command';
import { PortProvider } from './state/port';
import { makeQueryClient } from './state/query';
import { SessionProvider } from './state/session';
import { AppearanceProvider } from './state/settings';

const Unlock = lazy(() => import('./screens/unlock/unlock').then((m) => ({ default: m.Unlock })));
const Setup = lazy(() => import('./screens/setup/setup').then((m) => ({ default: m.Setup })));
const Workspace = lazy(() => import('./workspace').then((m) => ({ default: m.Workspace })));

export function App({ port, language, messages }: { port: Port; language: Language; messages: Messages }) {
  const [client] = useState(makeQueryClient);
  return (
    <PortProvider port={port}>
      <QueryClientProvider client={client}>
        <LocaleProvider initial={language} messages={messages}>
          <AppearanceProvider>
            <CrashGuard>
              <Suspense fallback={<Skeleton />}>
                <Door />
              </Suspense>
            </CrashGuard>
            <Toasts />
          </AppearanceProvider>
        </LocaleProvider>
      </QueryClientProvider>
    </PortProvider>
  );
}

/** Nothing on the device yet, locked, or open. */
function Door() {
  const status = useCommand('device.status', {});
  const client = useQueryClient();
  const [settingUp, setSettingUp] = useState(false);
  return (
    <Loaded query={status}>
      {(device) => {
        // Set-up ends on its slip, although the device is already unlocked by then.
        if (device.state === 'empty' || settingUp) {
          return (
            <Setup
              onStart={() => setSettingUp(true)}
              onDone={() => {
                setSettingUp(false);
                void client.invalidateQueries();
              }}
            />
          );
        }
        if (device.state === 'locked' || device.session === null) return <Unlock status={device} />;
        return (
          <SessionProvider user={device.session} status={device}>
            <Workspace />
          </SessionProvider>
        );
      }}
    </Loaded>
  );
}
