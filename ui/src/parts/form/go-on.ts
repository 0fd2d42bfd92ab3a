import type { KeyboardEvent } from 'react';

/**
 * Whether a key sends the form it is pressed in: Ctrl Enter from anywhere, Enter alone from a choice already made,
 * where not every web view does it by itself. In a line of text the browser does.
 */
export function goesOn(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.repeat) return false;
  return event.ctrlKey || event.metaKey || (event.target as Element).matches('input[type="radio"]');
}
