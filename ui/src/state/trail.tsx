import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { isList } from '../routes';

/** A place somebody was at: how far down, and what they had asked for there. */
interface Stop {
  at: number;
  path: string;
  scroll: number;
  kept: Map<string, unknown>;
}

const currentPath = () => `/${window.location.hash.replace(/^#?\/?/, '')}`;
const content = () => document.getElementById('content');

/**
 * The way somebody came, for as long as the program stays unlocked: going back finds a list as it was left. It is kept
 * in memory, beside the history of the window, which holds no more than a number for each place.
 */
export class Trail {
  private stops: Stop[];
  private now: Stop;

  constructor() {
    this.now = { at: 1, path: currentPath(), scroll: 0, kept: new Map() };
    this.stops = [this.now];
  }

  /** From the first place on; gives back how to stop. Not when made: what is drawn may be given up and drawn again, and the
   * one given up would go on marking the places of the other. */
  follow(): () => void {
    if (this.now.path === currentPath()) this.mark();
    else this.move();
    // Before whoever draws the new place: it must find what was kept of it.
    window.addEventListener('hashchange', this.move, true);
    return () => window.removeEventListener('hashchange', this.move, true);
  }

  /** Where one is. */
  get here(): Stop {
    return this.now;
  }

  /** The list one came from: the nearest on the way here. */
  get list(): Stop | null {
    const before = this.stops.slice(0, this.stops.indexOf(this.now));
    return before.findLast((stop) => isList(stop.path)) ?? null;
  }

  back(stop: Stop): void {
    window.history.go(this.stops.indexOf(stop) - this.stops.indexOf(this.now));
  }

  private begin(path: string): Stop {
    const stop = { at: (this.stops.at(-1)?.at ?? 0) + 1, path, scroll: 0, kept: new Map() };
    this.stops.push(stop);
    return stop;
  }

  private mark(): void {
    window.history.replaceState({ ...window.history.state, stop: this.now.at }, '');
  }

  private move = () => {
    this.now.scroll = content()?.scrollTop ?? 0;
    const at: unknown = window.history.state?.stop;
    const path = currentPath();
    const known = this.stops.find((stop) => stop.at === at && stop.path === path);
    if (known !== undefined) {
      this.now = known;
      return;
    }
    this.stops = this.stops.slice(0, this.stops.indexOf(this.now) + 1);
    this.now = this.begin(path);
    this.mark();
  };
}

const TrailContext = createContext<Trail | null>(null);

export function TrailProvider({ trail, children }: { trail: Trail; children: ReactNode }) {
  return <TrailContext value={trail}>{children}</TrailContext>;
}

export function useTrail(): Trail {
  const trail = useContext(TrailContext);
  if (trail === null) throw new Error('TrailProvider is missing');
  return trail;
}

/** State of a screen that is found again when one comes back to it; a screen opened anew begins with `initial`. */
export function useKept<T>(name: string, initial: T): [T, (next: T) => void] {
  const trail = useTrail();
  const [stop] = useState(() => trail.here);
  const [value, setValue] = useState<T>(() => (stop.kept.has(name) ? (stop.kept.get(name) as T) : initial));
  const keep = useCallback(
    (next: T) => {
      stop.kept.set(name, next);
      setValue(next);
    },
    [stop, name],
  );
  return [value, keep];
}

const TAKES_OVER = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/** A new page is read from its top; one come back to, from where it was left, once it is as long again. */
export function useScrollOf(location: string): void {
  const trail = useTrail();
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every new address
  useEffect(() => {
    const place = content();
    if (place === null) return;
    const wanted = trail.here.scroll;
    place.scrollTop = wanted;
    if (!place.contains(document.activeElement)) place.focus({ preventScroll: true });
    if (wanted === 0 || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      place.scrollTop = wanted;
      if (place.scrollTop >= wanted - 1) end();
    });
    const end = () => {
      observer.disconnect();
      for (const sign of TAKES_OVER) window.removeEventListener(sign, end, true);
    };
    for (const sign of TAKES_OVER) window.addEventListener(sign, end, true);
    for (const child of place.children) observer.observe(child);
    return end;
  }, [location]);
}
