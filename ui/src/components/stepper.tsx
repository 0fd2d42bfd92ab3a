import { ArrowRight, Check, Circle, Hourglass, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n';

export type StepState = 'done' | 'now' | 'late' | 'waiting' | 'later' | 'closed';

export interface Step {
  key: string;
  title: string;
  note: ReactNode;
  state: StepState;
  onOpen?: () => void;
}

const DOT: Record<StepState, string> = {
  done: 'bg-accent-soft text-accent',
  now: 'bg-accent-fill text-on-accent',
  late: 'bg-late-fill text-white',
  waiting: 'bg-sunken text-ink-2',
  later: 'bg-sunken text-ink-3',
  closed: 'bg-sunken text-ink-3',
};

const ICON: Record<StepState, ReactNode> = {
  done: <Check aria-hidden className="size-3.75" />,
  now: <ArrowRight aria-hidden className="size-3.75 mirror" />,
  late: <ArrowRight aria-hidden className="size-3.75 mirror" />,
  waiting: <Hourglass aria-hidden className="size-3.5" />,
  later: <Circle aria-hidden className="size-3.25" />,
  closed: <Minus aria-hidden className="size-3.5" />,
};

/** A protocol, step by step: done, now, waiting for someone, later. */
export function Stepper({ steps, current }: { steps: readonly Step[]; current?: string | null }) {
  const t = useT();
  return (
    <ol>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className="relative flex gap-3 pb-4 last:pb-0"
          aria-current={step.key === current ? 'step' : undefined}
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden
              className={`absolute start-3 top-6 bottom-0 w-0.5 ${step.state === 'done' ? 'bg-accent-quiet' : 'bg-line'}`}
            />
          )}
          <span className={`z-[1] flex size-6.5 shrink-0 items-center justify-center rounded-full ${DOT[step.state]}`}>
            {ICON[step.state]}
            <span className="sr-only">{t(`step_state.${step.state}`)}</span>
          </span>
          <span className="min-w-0 flex-1">
            {step.onOpen === undefined ? (
              <span className="block font-medium">{step.title}</span>
            ) : (
              <button
                type="button"
                onClick={step.onOpen}
                className="block cursor-pointer rounded-sm text-start font-medium hover:text-accent"
              >
                {step.title}
              </button>
            )}
            <span className="block text-sm text-ink-2">{step.note}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
