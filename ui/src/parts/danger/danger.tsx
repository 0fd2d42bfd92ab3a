import { Siren } from 'lucide-react';
import { useCallback } from 'react';
import { Chip } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { Danger } from '../../ipc/types';
import { useLabel } from '../protocol/label';

/** A danger in words: what was asked and what was answered. */
export function useDangerText(): (danger: Danger) => string {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  return useCallback(
    (danger) =>
      danger.source === 'reception'
        ? dotted(t('kind.reception'), code('urgency', 'immediate'))
        : dotted(label(danger.about), label(danger.answer)),
    [t, code, label],
  );
}

export function DangerChip({ danger }: { danger: Danger }) {
  return (
    <Chip meaning="late" icon={<Siren aria-hidden />}>
      {useDangerText()(danger)}
    </Chip>
  );
}

/** The dangers on record, the dominant one first and alone in its size: at the head of what is opened. */
export function DangerHead({ dangers }: { dangers: readonly Danger[] }) {
  const t = useT();
  const text = useDangerText();
  const dates = useDates();
  const [first, ...others] = dangers;
  if (first === undefined) return null;
  return (
    <div
      role="note"
      aria-label={t('case.danger')}
      className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-late-line bg-late-soft px-3 py-2 text-late"
    >
      <Siren aria-hidden className="size-4.75 shrink-0" />
      <p className="font-semibold">
        {t('case.danger')} · <bdi>{text(first)}</bdi>
        {first.on !== null && <span className="font-normal"> · {dates.near(first.on)}</span>}
      </p>
      {others.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
          {others.map((danger) => (
            <li key={text(danger)} className="before:me-1.5 before:content-['·']">
              <bdi>{text(danger)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
