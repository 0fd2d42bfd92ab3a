/** What goes on from a field where Enter makes a new line. */
export const GO_ON_KEYS = 'Ctrl Enter';

/** A hint at a key: where there is no room for it, what it stands beside comes first, unless the key is what is told. */
export function Kbd({ children, isAlways = false }: { children: string; isAlways?: boolean }) {
  return (
    <kbd
      dir="ltr"
      className={`shrink-0 whitespace-nowrap rounded-[5px] border border-line-strong bg-surface px-1.5 font-sans text-xs leading-4.75 font-medium text-ink-2 ${isAlways ? '' : 'slim:hidden'}`}
    >
      {children}
    </kbd>
  );
}
