import { Label, ProgressBar as RacProgressBar } from 'react-aria-components';

/** A bar with its words: records, size, time left. `value` is 0–100; nothing means "under way". */
export function ProgressBar({
  label,
  value,
  note,
  hideLabel = false,
  late = false,
}: {
  label: string;
  value?: number;
  note?: string;
  hideLabel?: boolean;
  late?: boolean;
}) {
  return (
    <RacProgressBar
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className="flex flex-col gap-1"
    >
      {({ percentage }) => (
        <>
          {!hideLabel && (
            <span className="flex justify-between gap-3 text-sm text-ink-2">
              <Label>{label}</Label>
              {note !== undefined && <bdi>{note}</bdi>}
            </span>
          )}
          <span className="block h-1.5 overflow-hidden rounded-full bg-sunken">
            <span
              className={`block h-full rounded-full transition-[width] ${late ? 'bg-late-fill' : 'bg-accent-fill'} ${value === undefined ? 'w-1/3 animate-[pulse-soft_1.2s_ease-in-out_infinite]' : ''}`}
              style={percentage === undefined ? {} : { width: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </RacProgressBar>
  );
}
