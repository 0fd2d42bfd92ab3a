/** Where a letter is typed and stands for itself: no single key may mean anything else there. */
const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, [role="spinbutton"], [contenteditable="true"]';

export function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(TYPING) !== null;
}
