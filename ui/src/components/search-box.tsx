import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { Button, Group, Input, SearchField } from 'react-aria-components';
import { useT } from '../i18n';
import { Kbd } from './kbd';

export interface SearchBoxHandle {
  focus: () => void;
}

/** One box for names in either script, CNIE, phone, case number. */
export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
  onSubmit,
  shortcut,
  size = 'normal',
  autoFocus = false,
  className = '',
  onKeyDown,
  list,
  onFocusChange,
  ref,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  shortcut?: string;
  size?: 'normal' | 'large';
  autoFocus?: boolean;
  className?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** The list this box moves in: its id, the option the arrows are on, whether it shows. */
  list?: { id: string; active: string | null; isOpen: boolean };
  onFocusChange?: (focused: boolean) => void;
  ref?: Ref<SearchBoxHandle>;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));
  const large = size === 'large';
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className={`group ${className}`}
      onFocusChange={(focused) => onFocusChange?.(focused)}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Group className={`field-box ${large ? 'min-h-14 text-[1.3333rem] font-medium' : ''}`}>
        <Search aria-hidden size={large ? 22 : 18} className={`ms-3 shrink-0 ${large ? '' : 'text-ink-3'}`} />
        <Input
          ref={input}
          dir="auto"
          placeholder={placeholder ?? label}
          onKeyDown={onKeyDown}
          {...(list === undefined
            ? {}
            : {
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': list.isOpen,
                'aria-controls': list.isOpen ? list.id : undefined,
                'aria-activedescendant': list.isOpen ? (list.active ?? undefined) : undefined,
              })}
          className="min-w-0 flex-1 bg-transparent px-3 text-ellipsis outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        <Button
          aria-label={t('search.clear')}
          className="me-1.5 flex size-7 cursor-pointer items-center justify-center rounded-sm text-ink-3 group-data-[empty]:hidden hover:bg-sunken"
        >
          <X aria-hidden className="size-4" />
        </Button>
        {shortcut !== undefined && value === '' && (
          <span className="pe-3">
            <Kbd>{shortcut}</Kbd>
          </span>
        )}
      </Group>
    </SearchField>
  );
}
