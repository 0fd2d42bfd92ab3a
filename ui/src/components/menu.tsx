import type { ReactNode } from 'react';
import { MenuItem, MenuTrigger, Popover, Menu as RacMenu } from 'react-aria-components';
import { POPOVER } from './select';

export interface MenuEntry {
  key: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  onChoose: () => void;
}

/** A trigger (a Button) and what it offers. */
export function Menu({
  trigger,
  entries,
  label,
}: {
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  label: string;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={`${POPOVER} min-w-52`} placement="bottom end">
        <RacMenu aria-label={label} items={entries} className="p-1 outline-none">
          {(entry) => (
            <MenuItem
              id={entry.key}
              onAction={entry.onChoose}
              className={`flex cursor-pointer items-center gap-2.5 rounded-control px-3 py-2 outline-none hover:bg-sunken focus:bg-accent-soft [&_svg]:size-4 ${entry.danger === true ? 'text-late' : ''}`}
            >
              {entry.icon}
              {entry.label}
            </MenuItem>
          )}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  );
}
