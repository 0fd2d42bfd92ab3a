import type { ReactNode } from 'react';
import { Titled } from './titled';

export function Card({
  children,
  className = '',
  padded = true,
}: {
  children: ReactNode;
  className?: string;
  padded?: boolean;
}) {
  return <div className={`card ${padded ? 'p-4' : ''} ${className}`}>{children}</div>;
}

/** A titled part of a page. */
export function Section({
  title,
  icon,
  end,
  children,
  className = '',
  tone = 'plain',
}: {
  title: string;
  icon?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
  className?: string;
  tone?: 'plain' | 'sealed' | 'late';
}) {
  const ground =
    tone === 'sealed'
      ? 'rounded-card border border-sealed-line bg-sealed-soft [&_h2]:text-sealed'
      : tone === 'late'
        ? 'rounded-card border border-late-line bg-late-wash [&_h2]:text-late'
        : 'card';
  return (
    <section className={`${ground} p-4 ${className}`}>
      <SectionHead title={title} icon={icon} end={end} />
      {children}
    </section>
  );
}

export function SectionHead({ title, icon, end }: { title: string; icon?: ReactNode; end?: ReactNode }) {
  return (
    <div className="mb-2 flex min-h-7 flex-wrap items-center gap-2 [&>svg]:size-4.5">
      {icon}
      <h2 className="flex-1 text-lg font-semibold">
        <Titled>{title}</Titled>
      </h2>
      {end}
    </div>
  );
}

/** Head of a group inside a list card: an icon, a word, a count. */
export function GroupHead({ title, count, icon }: { title: string; count?: number; icon?: ReactNode }) {
  return (
    <div className="flex items-center gap-2.5 border-b border-line px-4 pt-3.5 pb-2 text-ink-2 [&>svg]:size-4">
      {icon}
      <h2 className="text-md font-semibold">
        <Titled>{title}</Titled>
      </h2>
      {count !== undefined && <span className="tabular text-md font-semibold">{count}</span>}
    </div>
  );
}

export function PageHead({
  title,
  note,
  end,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <h1 className="text-title font-bold">
          <Titled>{title}</Titled>
        </h1>
        {note !== undefined && <p className="text-ink-2">{note}</p>}
        {children}
      </div>
      {end}
    </header>
  );
}

/** Label and value, the way a card of facts reads. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3 border-b border-dashed border-line py-1.5 last:border-b-0">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="min-w-0 text-end font-medium">{children}</dd>
    </div>
  );
}

/** In a wide card the values stand in a column of their own, beside their labels. */
export function Facts({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  return (
    <dl
      className={
        isWide
          ? '[&>div]:grid [&>div]:grid-cols-[minmax(0,--spacing(52.5))_minmax(0,1fr)] [&>div>dd]:text-start'
          : undefined
      }
    >
      {children}
    </dl>
  );
}
