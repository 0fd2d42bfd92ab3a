export type Strength = 'short' | 'weak' | 'fair' | 'good';

/** Shortest passphrase the core accepts. */
export const MIN_LENGTH = 10;

/** A hint while typing; the core decides. Length and variety count, odd symbols do not. */
export function strengthOf(passphrase: string): Strength {
  const text = passphrase.trim();
  const letters = [...text];
  if (letters.length < MIN_LENGTH) return 'short';
  const distinct = new Set(letters.map((letter) => letter.toLowerCase())).size;
  const words = text.split(/\s+/).filter((word) => [...word].length > 2).length;
  if (distinct < 5 || /^\d+$/.test(text)) return 'weak';
  if (letters.length >= 20 || words >= 4) return 'good';
  return letters.length >= 13 || words >= 3 ? 'fair' : distinct >= 7 ? 'fair' : 'weak';
}
