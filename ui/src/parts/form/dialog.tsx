import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, Dialog, ErrorNote, GO_ON_KEYS, Kbd } from '../../components';
import { useDates, useT } from '../../i18n';
import type { CommandError } from '../../ipc';
import type { DraftState } from '../draft/use-dialog-draft';
import { goesOn } from './go-on';
import { goToLacking, isWhole, type Lacking, Needs } from './needs';

const NOTHING: Lacking = [];

/**
 * A dialog with one form: Enter sends it, Ctrl Enter from a field of several lines; its failure is said inside it and nothing typed is lost. A press outside
 * closes it only when its words are kept.
 */
export function FormDialog({
  title,
  submit,
  onSubmit,
  onClose,
  children,
  error,
  isPending = false,
  needs = NOTHING,
  danger = false,
  width,
  draft,
}: {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  error?: CommandError | null;
  isPending?: boolean;
  /** What it cannot be sent without and lacks: said beside the button. */
  needs?: Lacking;
  danger?: boolean;
  width?: 'narrow' | 'normal' | 'wide';
  draft?: DraftState;
}) {
  const t = useT();
  const id = useId();
  const isReady = isWhole(needs);
  const form = useRef<HTMLFormElement>(null);
  const [hasText, setHasText] = useState(false);
  useEffect(() => setHasText(form.current?.querySelector('textarea') !== null), []);
  const sendNow = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!goesOn(event)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.requestSubmit();
  };
  const isKept = draft !== undefined && (draft.isTakenUp || draft.savedAt !== null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closesOutside={draft !== undefined}
      title={title}
      {...(width === undefined ? {} : { width })}
      foot={
        <>
          {isKept && <KeptDraft draft={draft} onClose={onClose} />}
          <Needs id={`${id}-needs`} needs={needs} />
          {hasText && isReady && <Kbd>{GO_ON_KEYS}</Kbd>}
          {/* They go to the next line together: one of them left behind would stand beside what is lacking. */}
          <span className="flex flex-wrap justify-end gap-2">
            <Button onPress={onClose}>{t(isKept ? 'action.close' : 'action.cancel')}</Button>
            <Button
              type="submit"
              form={id}
              variant={danger ? 'danger' : 'primary'}
              isDisabled={!isReady}
              isPending={isPending}
              aria-describedby={`${id}-needs`}
            >
              {submit}
            </Button>
          </span>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        className="flex flex-col gap-4"
        onKeyDownCapture={sendNow}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) goToLacking(event.currentTarget, needs);
          else if (!isPending) onSubmit();
        }}
      >
        {children}
        <ErrorNote error={error} />
      </form>
    </Dialog>
  );
}

/** That the words are kept, and the way to be rid of them. */
function KeptDraft({ draft, onClose }: { draft: DraftState; onClose: () => void }) {
  const t = useT();
  const dates = useDates();
  return (
    <span className="me-auto flex flex-wrap items-center gap-2">
      <Button
        size="row"
        variant="quiet"
        onPress={() => {
          void draft.discard();
          onClose();
        }}
      >
        {t('draft.discard_do')}
      </Button>
      <span role="status" className="text-sm text-ink-2">
        {draft.savedAt === null ? t('draft.taken_up') : t('draft.saved_at', { time: dates.time(draft.savedAt) })}
      </span>
    </span>
  );
}
