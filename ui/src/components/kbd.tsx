/** What goes on from a field where Enter makes a new line. */
export const GO_ON_KEYS = 'Ctrl Enter';

export function Kbd({ children }: { children: string }) {
  return (
    <kbd
      dir="ltr"
      className="rounded-[5px] border border-line-strong bg-surface px-1.5 font-sans text-xs leading-[19px] font-medium text-ink-2"
    >
      {children}
    </kbd>
  );
}
