import { OctagonAlert, TriangleAlert } from 'lucide-react';

/** What a choice means to somebody's safety; said with a sign beside its words, never by colour alone. */
export type Tone = 'danger' | 'caution';

/** How a choice looks once it is taken: calm unless it means something to somebody's safety. */
export const TAKEN: Record<Tone | 'calm', string> = {
  danger: 'selected:border-late selected:bg-late-soft selected:text-late',
  caution: 'selected:border-soon selected:bg-soon-soft selected:text-soon',
  calm: 'selected:border-accent selected:bg-accent-soft',
};

/** The same of the sign of a radio or a box inside its group. */
export const TAKEN_SIGN: Record<Tone | 'calm', { ring: string; dot: string; box: string }> = {
  danger: {
    ring: 'group-selected:border-late',
    dot: 'group-selected:bg-late',
    box: 'group-selected:border-late-fill group-selected:bg-late-fill',
  },
  caution: {
    ring: 'group-selected:border-soon',
    dot: 'group-selected:bg-soon',
    box: 'group-selected:border-accent-fill group-selected:bg-accent-fill',
  },
  calm: {
    ring: 'group-selected:border-accent',
    dot: 'group-selected:bg-accent',
    box: 'group-selected:border-accent-fill group-selected:bg-accent-fill',
  },
};

/** Its words alone, where nothing around them can take the colour. */
export const TONE_TEXT: Record<Tone, string> = { danger: 'text-late', caution: 'text-soon' };

export function ToneSign({ tone }: { tone: Tone | undefined }) {
  if (tone === undefined) return null;
  return tone === 'danger' ? (
    <OctagonAlert aria-hidden className="shrink-0" />
  ) : (
    <TriangleAlert aria-hidden className="shrink-0" />
  );
}
