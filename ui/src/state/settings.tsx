import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

/** How this device shows the program. Nothing personal: kept in the window's own storage. */
export type Theme = 'light' | 'dark' | 'system';
export type Density = 'normal' | 'touch';

export interface Appearance {
  theme: Theme;
  density: Density;
  /** Navigation reduced to its icons. */
  navCollapsed: boolean;
}

const KEY = 'jisr.appearance';
const DEFAULT: Appearance = { theme: 'system', density: 'normal', navCollapsed: false };

export function readAppearance(storage: Storage): Appearance {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return DEFAULT;
    const { theme, density, navCollapsed } = kept as Partial<Appearance>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      density: density === 'touch' ? 'touch' : 'normal',
      navCollapsed: navCollapsed === true,
    };
  } catch {
    return DEFAULT;
  }
}

interface AppearanceStore extends Appearance {
  change: (patch: Partial<Appearance>) => void;
}

const AppearanceContext = createContext<AppearanceStore | null>(null);

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState(() => readAppearance(window.localStorage));
  const systemDark = useSystemDark();
  const { theme, density } = appearance;

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
    root.dataset.density = density;
  }, [theme, density, systemDark]);

  const change = useCallback((patch: Partial<Appearance>) => {
    setAppearance((before) => {
      const after = { ...before, ...patch };
      window.localStorage.setItem(KEY, JSON.stringify(after));
      return after;
    });
  }, []);

  const store = useMemo(() => ({ ...appearance, change }), [appearance, change]);
  return <AppearanceContext value={store}>{children}</AppearanceContext>;
}

export function useAppearance(): AppearanceStore {
  const store = useContext(AppearanceContext);
  if (store === null) throw new Error('AppearanceProvider is missing');
  return store;
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const listen = () => setDark(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return dark;
}
