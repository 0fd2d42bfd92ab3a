import { CircleAlert, RotateCw } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useErrorText, useT } from '../i18n';
import type { CommandError } from '../ipc';
import { Button } from './button';

/** One sentence and the next step. */
export function EmptyState({ icon, text, action }: { icon?: ReactNode; text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-10 text-center text-ink-2 [&>svg]:size-7 [&>svg]:text-ink-3">
      {icon}
      <p>{text}</p>
      {action}
    </div>
  );
}

/** What happened, that nothing was lost, what to do. */
export function ErrorState({ error, onRetry }: { error: CommandError; onRetry?: () => void }) {
  const say = useErrorText();
  const t = useT();
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-10 text-center">
      <CircleAlert aria-hidden className="size-7 text-late" />
      <p>{say(error)}</p>
      {onRetry !== undefined && (
        <Button size="row" icon={<RotateCw aria-hidden />} onPress={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}

/** The same inside a form, where the fields stay on screen. */
export function ErrorNote({ error }: { error: CommandError | null | undefined }) {
  const say = useErrorText();
  const note = useRef<HTMLParagraphElement>(null);
  // On a small screen what went wrong may stand below what is seen.
  useEffect(() => {
    if (error !== null && error !== undefined) note.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (error === null || error === undefined) return null;
  return (
    <p
      ref={note}
      role="alert"
      className="flex items-start gap-2 rounded-control bg-late-soft px-3 py-2 text-sm text-late"
    >
      <CircleAlert aria-hidden className="size-4.25 mt-0.5 shrink-0" />
      <span>{say(error)}</span>
    </p>
  );
}

/** The shape of what comes, shown only when it takes a while. */
export function Skeleton({ rows = 4, children }: { rows?: number; children?: ReactNode }) {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) return <div aria-busy className="min-h-24" />;
  return (
    <div aria-busy role="status" className="animate-[pulse-soft_1.6s_ease-in-out_infinite] p-4">
      <span className="sr-only">{t('state.loading')}</span>
      {children ??
        Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars with no identity
          <div key={row} className="flex items-center gap-4 border-b border-line py-3 last:border-b-0">
            <div className="h-9 w-1 rounded-full bg-sunken" />
            <div className="flex flex-1 flex-col gap-2">
              <div className="h-3.5 w-2/5 rounded-full bg-sunken" />
              <div className="h-3 w-1/4 rounded-full bg-sunken" />
            </div>
            <div className="h-8 w-20 rounded-control bg-sunken" />
          </div>
        ))}
    </div>
  );
}

interface Query<T> {
  data: T | undefined;
  error: CommandError | null;
  refetch: () => unknown;
}

/** Loading, failure and content of one answer, always the same way. */
export function Loaded<T>({
  query,
  skeleton,
  children,
}: {
  query: Query<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <Skeleton />;
}
