import type { ReactNode } from 'react';

/** A title that may hold what somebody wrote: in its own direction, and never torn over two lines of the other one. */
export function Titled({ children }: { children: ReactNode }) {
  return typeof children === 'string' ? <bdi className="phrase">{children}</bdi> : children;
}
