import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useLayoutEffect, useMemo, useState } from 'react';
import { Loaded, Skeleton, Toasts } from './components';
import { CrashGuard } from './crash-guard';
import { LocaleProvider, type Messages } from './i18n';
import type { Port } from './ipc';
import type { DeviceStatus, Language } from './ipc/types';
import { ClockDialog } from './parts/clock/clock';
import { stayForgotten } from './state/address';
import { askingClock, ClockProvider, makeClockQuestion, useClockQuestion } from './state/clock';
import { useCommand } from './state/command';
import { KeptWordsProvider } from './state/kept-words';
import { PortProvider, telling } from './state/port';
import { makeQueryClient } from './state/query';
import { SessionProvider, useForget } from './state/session';
import { AppearanceProvider } from './state/settings';

const Unlock = lazy(() => import('./screens/unlock/unlock').then((m) => ({ default: m.Unlock })));
const Setup = lazy(() => import('./screens/setup/setup').then((m) => ({ default: m.Setup })));
const Workspace = lazy(() => import('./workspace').then((m) => ({ default: m.Workspace })));

export function App({ port, language, messages }: { port: Port; language: Language; messages: Messages }) {
  const [client] = useState(makeQueryClient);
  const [clock] = useState(makeClockQuestion);
  // The core may lock by itself: whoever hears of it first, the door closes.
  const told = useMemo(
    () =>
      askingClock(
        telling(port, 'locked', () => void client.invalidateQueries({ queryKey: ['device.status'] })),
        clock,
      ),
    [port, client, clock],
  );
  return (
    <PortProvider port={told}>
      <QueryClientProvider client={client}>
        <KeptWordsProvider>
          <LocaleProvider initial={language} messages={messages}>
            <AppearanceProvider>
              <ClockProvider question={clock}>
                <CrashGuard>
                  <Suspense fallback={<Skeleton />}>
                    <Door />
                  </Suspense>
                </CrashGuard>
                <ClockDialog />
                <Toasts />
              </ClockProvider>
            </AppearanceProvider>
          </LocaleProvider>
        </KeptWordsProvider>
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
        if (device.state === 'locked' || device.session === null) return <Locked device={device} />;
        return (
          <SessionProvider user={device.session} status={device}>
            <Workspace />
          </SessionProvider>
        );
      }}
    </Loaded>
  );
}

/** The door, with nothing behind it of who was at work. */
function Locked({ device }: { device: DeviceStatus }) {
  const forget = useForget();
  const { answer } = useClockQuestion();
  useLayoutEffect(forget, [forget]);
  // Ended before whoever is next is shown, whose first screen may have an address of its own.
  useLayoutEffect(stayForgotten, []);
  // What was asked of somebody is not asked of the next.
  useLayoutEffect(() => answer(false), [answer]);
  return <Unlock status={device} />;
}
