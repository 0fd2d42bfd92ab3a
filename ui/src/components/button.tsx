import type { ReactNode, Ref } from 'react';
import {
  Link as AriaLink,
  type LinkProps,
  Button as RacButton,
  type ButtonProps as RacProps,
} from 'react-aria-components';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet';
type Size = 'normal' | 'row' | 'touch';

interface Look {
  variant?: Variant;
  size?: Size;
  icon?: ReactNode;
  children?: ReactNode;
  className?: string;
}

const BASE =
  'inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-2 rounded-control border font-semibold whitespace-nowrap transition-colors disabled:cursor-default disabled:opacity-55 data-[pending]:opacity-70 [&_svg]:size-4.5 [&_svg]:shrink-0';

const VARIANT: Record<Variant, string> = {
  primary: 'border-transparent bg-accent-fill text-on-accent hover:bg-accent-deep pressed:bg-accent-deep',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken pressed:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink pressed:bg-sunken',
  danger: 'border-transparent bg-late-fill text-white hover:brightness-90 pressed:brightness-90',
  'danger-quiet': 'border-late-line bg-surface text-late hover:bg-late-wash pressed:bg-late-soft',
};

const SIZE: Record<Size, string> = {
  normal: 'h-(--control) px-4 text-md',
  row: 'h-(--control-row) px-3 text-sm',
  touch: 'h-(--control-touch) px-5 text-base',
};

function look({ variant = 'secondary', size = 'normal', className = '' }: Look): string {
  return `${BASE} ${VARIANT[variant]} ${SIZE[size]} ${className}`;
}

export type ButtonProps = Look & Omit<RacProps, 'className' | 'children' | 'style'> & { ref?: Ref<HTMLButtonElement> };

export function Button({ variant, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <RacButton {...rest} className={look({ variant, size, className })}>
      {icon}
      {children}
    </RacButton>
  );
}

/** A place to go that looks like a button. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: Look & Omit<LinkProps, 'className' | 'children' | 'style'>) {
  return (
    <AriaLink {...rest} className={look({ variant, size, className })}>
      {icon}
      {children}
    </AriaLink>
  );
}

/** Icon alone: the label is read aloud and shown as a hint. */
export function IconButton({
  label,
  variant = 'quiet',
  size = 'normal',
  className = '',
  children,
  ...rest
}: Omit<ButtonProps, 'icon'> & { label: string }) {
  const square = size === 'row' ? 'w-(--control-row)' : size === 'touch' ? 'w-(--control-touch)' : 'w-(--control)';
  return (
    <span title={label} className="inline-flex">
      <RacButton {...rest} aria-label={label} className={`${look({ variant, size })} ${square} !px-0 ${className}`}>
        {children}
      </RacButton>
    </span>
  );
}
