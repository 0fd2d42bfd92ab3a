import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';
import { useT } from '../i18n';
import { IconButton } from './button';
import { Titled } from './titled';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, at the foot. */
  foot?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  /** Set when the person has to answer: nothing else closes it. */
  mustAnswer?: boolean;
  /** Unset when a press outside would lose what was typed. */
  closesOutside?: boolean;
  /** `drawer` comes from the end side and takes the whole height. */
  shape?: 'dialog' | 'drawer';
}

const WIDTH = { narrow: 'w-105', normal: 'w-140', wide: 'w-215' };

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  foot,
  width = 'normal',
  mustAnswer = false,
  closesOutside = true,
  shape = 'dialog',
}: DialogProps) {
  const t = useT();
  const drawer = shape === 'drawer';
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer && closesOutside}
      isKeyboardDismissDisabled={mustAnswer}
      className={`fixed inset-0 z-40 flex bg-veil ${drawer ? 'justify-end' : 'items-center justify-center p-6 narrow:p-2'}`}
    >
      <Modal
        className={`flex max-w-full flex-col overflow-hidden bg-surface shadow-raised ${WIDTH[width]} ${drawer ? 'h-full border-s border-line' : 'max-h-full rounded-card border border-line'}`}
      >
        <RacDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center gap-3 border-b border-line py-2.5 ps-5 pe-2.5">
            <Heading slot="title" className="flex-1 text-lg font-semibold">
              <Titled>{title}</Titled>
            </Heading>
            {!mustAnswer && (
              <IconButton label={t('action.close')} size="row" onPress={onClose}>
                <X aria-hidden />
              </IconButton>
            )}
          </header>
          <DialogBody>{children}</DialogBody>
          {foot !== undefined && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper px-5 py-3">
              {foot}
            </footer>
          )}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}

const FIRST =
  'input:not([hidden], [type="hidden"], [disabled], [tabindex="-1"]), textarea, [role="spinbutton"], button[aria-haspopup]';

/** The keyboard begins at the first field, or at the choice already made there, unless a field asked for it itself. */
function DialogBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = body.current;
    if (place === null || place.contains(document.activeElement)) return;
    // A box to tick is no place to begin: the first Space would tick it.
    const fields = [...place.querySelectorAll<HTMLElement>(FIRST)];
    const first = fields.find((field) => !field.matches('[type="checkbox"]')) ?? fields[0];
    const group = first?.matches('[type="radio"]') === true ? first.closest('[role="radiogroup"]') : null;
    (group?.querySelector<HTMLElement>('input:checked') ?? first)?.focus();
  }, []);
  return (
    <div ref={body} className="scroller flex flex-1 flex-col gap-4 p-5">
      {children}
    </div>
  );
}
