/** The bridge: one arch, three pillars. It never mirrors. */
function Arch({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 56 32"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 29 C9 14 17 3 28 3 S47 14 53 29 Z" />
      <path d="M15 28 V18 M28 28 V13 M41 28 V18" strokeLinecap="round" />
    </svg>
  );
}

/** On its green square, for the navigation. */
export function Logo() {
  return (
    <span className="inline-flex size-7.5 shrink-0 items-center justify-center rounded-[7px] bg-accent-fill text-on-accent">
      <Arch className="w-5.25" />
    </span>
  );
}

/** Alone and large, for the unlock screen. */
export function LogoMark({ className = 'w-14' }: { className?: string }) {
  return <Arch className={className} />;
}
