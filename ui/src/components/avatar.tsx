import { initials } from '../i18n';

const SIZE = {
  small: 'size-8 text-sm',
  normal: 'size-8.5 text-sm',
  large: 'size-11 text-base',
  page: 'size-13.5 text-lg',
};

/** Two letters. No pictures of people on a screen others may see. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: keyof typeof SIZE }) {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft leading-none font-semibold whitespace-nowrap text-accent ${SIZE[size]}`}
    >
      {initials(name)}
    </span>
  );
}
