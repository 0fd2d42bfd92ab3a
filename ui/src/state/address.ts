import { navigate, useHashLocation } from 'wouter/use-hash-location';

/**
 * Where somebody is in the program. The address is the window's own, so that «back» leads to where one was; at a lock
 * it is forgotten with all that lies behind and ahead of it, for somebody else may be next.
 *
 * A window does not tell at which of its entries it stands: each entry carries its place, counted from the first.
 */
interface Entry {
  place?: unknown;
}

type Options = Parameters<typeof navigate>[1];

const placeOf = (): number | null => {
  const place = (window.history.state as Entry | null)?.place;
  return typeof place === 'number' ? place : null;
};

const marked = (place: number) => ({ ...(window.history.state as object | null), place });

let here = placeOf() ?? 0;
/** The first entry still there: a window keeps no more than so many. */
let first = 0;
let forgetting = false;

window.history.replaceState(marked(here), '');

function arrived(): void {
  const known = placeOf();
  here = known ?? here + 1;
  if (known === null) {
    // An address nobody of the program went to: typed, or a link.
    window.history.replaceState(marked(here), '');
    keepCount();
  }
}
// Both: between two entries of one address, as those a lock leaves, the address does not change. Uncounted, the next lock
// went back beyond the program.
window.addEventListener('popstate', arrived);
window.addEventListener('hashchange', arrived);

/** After a new entry, which is the last one. */
function keepCount(): void {
  first = Math.max(first, here - (window.history.length - 1));
}

function go(to: string, { state = null, replace = false }: NonNullable<Options> = {}): void {
  if (!replace) here += 1;
  navigate(to, { state: { ...(state as object | null), place: here }, replace });
  if (!replace) keepCount();
}

/** The router's way to the address. */
export function useAddress(): [string, typeof go] {
  const [address] = useHashLocation();
  return [forgetting ? '/' : address, go];
}
useAddress.hrefs = (href: string) => `#${href}`;

/** Longest wait for a window to go back to its first entry. */
const PATIENCE_MS = 1_000;

/** Back to the first screen, with nothing behind it and nothing ahead. */
export async function forgetAddress(): Promise<void> {
  if (forgetting) return;
  forgetting = true;
  try {
    // At once: whoever is next finds nothing here, however quick they are.
    go('/', { replace: true });
    if (here > first) {
      await new Promise<void>((done) => {
        const over = window.setTimeout(done, PATIENCE_MS);
        window.addEventListener(
          'popstate',
          () => {
            window.clearTimeout(over);
            done();
          },
          { once: true },
        );
        window.history.go(first - here);
      });
    }
    here = 0;
    first = 0;
  } finally {
    forgetting = false;
  }
  go('/', { replace: true });
  // A new entry takes away all those ahead of it.
  go('/');
}

/** While nobody is at work, an address typed or followed leads nowhere; gives back how to end that. */
export function stayForgotten(): () => void {
  const typed = () => {
    if (!['', '#', '#/'].includes(window.location.hash)) void forgetAddress();
  };
  window.addEventListener('hashchange', typed);
  return () => window.removeEventListener('hashchange', typed);
}
