import { useT } from '../../i18n';

/** What a form still lacks, by the words of its fields; what it has is `false`. */
export type Lacking = readonly (string | false)[];

/** Whether nothing is lacking. */
export function isWhole(needs: Lacking): boolean {
  return needs.every((need) => need === false);
}

const ANSWERED =
  'input:not([hidden], [type="hidden"], [disabled], [tabindex="-1"]), textarea, [role="spinbutton"], button:not([disabled])';

/** Puts the keyboard into the first field that still lacks something. */
export function goToLacking(form: Element, needs: Lacking): void {
  const first = needs.find((need) => need !== false);
  const label = [...form.querySelectorAll<HTMLElement>('[data-label]')].find((one) => one.dataset.label === first);
  // A label stands beside what it names; a group holds it.
  const field = label?.querySelector(ANSWERED) === null ? label.parentElement : label;
  field?.querySelector<HTMLElement>(ANSWERED)?.focus();
}

/** Why the button of a form cannot be pressed yet, beside it: nothing once it can. */
export function Needs({ needs, id }: { needs: Lacking; id?: string }) {
  const t = useT();
  const lacking = needs.filter((need) => need !== false);
  return (
    <span id={id} role="status" className="min-w-0 text-sm text-ink-2 empty:hidden">
      {lacking.length > 0 && t('form.needs', { fields: lacking.join(t('list.comma')) })}
    </span>
  );
}
