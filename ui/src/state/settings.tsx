import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

/** How this device shows the program. Nothing personal: kept in the window's own storage. */
export type Theme = 'light' | 'dark' | 'system';
export type Density = 'normal' | 'touch';
/** The three sizes of text, and how much larger everything is with each. */
const SCALES = { normal: 1, large: 1.15, larger: 1.3 } as const;
export type TextSize = keyof typeof SCALES;
export const TEXT_SIZES = Object.keys(SCALES) as TextSize[];

export interface Appearance {
  theme: Theme;
  density: Density;
  text: TextSize;
  /** Navigation reduced to its icons. */
  navCollapsed: boolean;
}

const KEY = 'jisr.appearance';
/** Pixels of width at the usual size of text; `narrow` in base.css says the same in letters. */
const NARROW = 960;
const DEFAULT: Appearance = { theme: 'system', density: 'normal', text: 'normal', navCollapsed: false };

export function readAppearance(storage: Storage): Appearance {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return DEFAULT;
    const { theme, density, text, navCollapsed } = kept as Partial<Appearance>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      density: density === 'touch' ? 'touch' : 'normal',
      text: TEXT_SIZES.find((one) => one === text) ?? 'normal',
      navCollapsed: navCollapsed === true,
    };
  } catch {
    return DEFAULT;
  }
}

function measure(text: TextSize) {
  document.documentElement.style.setProperty('--text-scale', String(SCALES[text]));
  // As long as nothing on the page asked how many letters wide the window is, Chromium does not measure it again.
  document.body.style.setProperty('container-type', 'normal');
  void document.body.offsetWidth;
  document.body.style.removeProperty('container-type');
}

interface AppearanceStore extends Appearance {
  change: (patch: Partial<Appearance>) => void;
}

const AppearanceContext = createContext<AppearanceStore | null>(null);

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState(() => {
    const kept = readAppearance(window.localStorage);
    // Before anything is laid out.
    measure(kept.text);
    return kept;
  });
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const { theme, density, text } = appearance;

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
    root.dataset.density = density;
    measure(text);
  }, [theme, density, text, systemDark]);

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

function useMedia(condition: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(condition).matches);
  useEffect(() => {
    const query = window.matchMedia(condition);
    const listen = () => setHolds(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [condition]);
  return holds;
}

/** A small screen, or a large one at twice its size: the work needs the width more than the names of its places do. */
export function useNarrow(): boolean {
  const { text } = useAppearance();
  return useMedia(`(max-width: ${NARROW * SCALES[text]}px)`);
}
