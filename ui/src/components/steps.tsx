import { Check } from 'lucide-react';
import { useT } from '../i18n';

export interface WayStep {
  key: string;
  label: string;
  /** Gone back to with a press; absent, it is only told. */
  onGo?: () => void;
}

/** The way through something that is done in a fixed order: what is behind, where one is, what comes. */
export function Steps({ label, steps, current }: { label: string; steps: readonly WayStep[]; current: string }) {
  const t = useT();
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol aria-label={label} className="flex flex-wrap gap-2">
      {steps.map((step, index) => {
        const isBehind = index < at;
        const look = `tabular flex min-h-8 items-center gap-1.5 rounded-full px-3.5 text-md font-medium ${
          index === at
            ? 'bg-accent-fill text-on-accent'
            : isBehind
              ? 'bg-accent-soft text-accent'
              : 'bg-sunken text-ink-2'
        }`;
        const words = (
          <>
            {isBehind && <Check aria-hidden className="size-3.75" />}
            {t('steps.one', { number: index + 1, step: step.label })}
          </>
        );
        return (
          <li key={step.key} aria-current={index === at ? 'step' : undefined}>
            {step.onGo === undefined ? (
              <span className={look}>{words}</span>
            ) : (
              <button type="button" onClick={step.onGo} className={`${look} cursor-pointer hover:underline`}>
                {words}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
