import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useT } from '../i18n';

/** What every field may carry. */
export interface FieldProps {
  label: string;
  description?: ReactNode;
  error?: string | null;
  isRequired?: boolean;
  isDisabled?: boolean;
  className?: string;
}

export const FIELD = 'relative flex flex-col gap-1 min-w-0';
export const LABEL = 'text-sm text-ink-2';
export const INPUT =
  'min-w-0 flex-1 bg-transparent px-3 text-ellipsis outline-none placeholder:text-ink-3 disabled:cursor-default';

/** Required fields are the rule where they are marked; the mark is a word, never a lone star. */
export function FieldLabel({ label, isRequired }: { label: string; isRequired?: boolean | undefined }) {
  const t = useT();
  return (
    <Label className={LABEL} data-label={label}>
      {label}
      {isRequired === true && <span className="text-ink-3"> · {t('field.required')}</span>}
    </Label>
  );
}

export function FieldNotes({ description, error }: { description?: ReactNode; error?: string | null | undefined }) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="text-xs text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1 text-sm text-late">
        {({ validationErrors }) => (
          <>
            <CircleAlert aria-hidden className="size-4 mt-0.5 shrink-0" />
            <span>{error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
