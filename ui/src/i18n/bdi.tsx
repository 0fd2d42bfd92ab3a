import type { ReactNode } from 'react';
import { formatPhone } from './phones';

/** Text whose direction is its own: a name in the other script, a sentence someone typed. */
export function Bdi({ children, className }: { children: ReactNode; className?: string }) {
  return <bdi className={className}>{children}</bdi>;
}

/** Codes, numbers and dates in digits: always left to right. */
export function Ltr({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}

export function Phone({ number }: { number: string }) {
  return <Ltr className="tabular whitespace-nowrap">{formatPhone(number)}</Ltr>;
}
