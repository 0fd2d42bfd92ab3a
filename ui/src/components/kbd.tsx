import { useCodeText } from '../i18n';

/** What goes on from a field where Enter makes a new line. */
export const GO_ON_KEYS = 'Ctrl Enter';

/** A hint at keys, each as the keyboards sold here name it: where there is no room for it, what it stands beside comes first, unless the key is what is told. */
export function Kbd({ children, isAlways = false }: { children: string; isAlways?: boolean }) {
  const code = useCodeText();
  const named = children.split(' ').map((key) => code('key_name', key));
  return (
    <kbd
      dir="ltr"
      className={`shrink-0 whitespace-nowrap rounded-[5px] border border-line-strong bg-surface px-1.5 font-sans text-xs leading-4.75 font-medium text-ink-2 ${isAlways ? '' : 'slim:hidden'}`}
    >
      {named.join(' ')}
    </kbd>
  );
}
