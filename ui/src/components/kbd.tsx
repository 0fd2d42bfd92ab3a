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
