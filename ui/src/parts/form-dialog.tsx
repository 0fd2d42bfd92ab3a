import { type ReactNode, useId } from 'react';
import { Button, Dialog, ErrorNote } from '../components';
import { useT } from '../i18n';
import type { CommandError } from '../ipc';

/** A dialog with one form: Enter sends it, its failure is said inside it and nothing typed is lost. */
export function FormDialog({
  title,
  submit,
  onSubmit,
  onClose,
  children,
  error,
  isPending = false,
  isReady = true,
  danger = false,
  width,
  extra,
}: {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  error?: CommandError | null;
  isPending?: boolean;
  isReady?: boolean;
  danger?: boolean;
  width?: 'narrow' | 'normal' | 'wide';
  extra?: ReactNode;
}) {
  const t = useT();
  const id = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      {...(width === undefined ? {} : { width })}
      foot={
        <>
          {extra}
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button
            type="submit"
            form={id}
            variant={danger ? 'danger' : 'primary'}
            isDisabled={!isReady}
            isPending={isPending}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isPending) onSubmit();
        }}
      >
        {children}
        <ErrorNote error={error} />
      </form>
    </Dialog>
  );
}
