import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  Button,
  UNSTABLE_Toast as RacToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useT } from '../i18n';

interface ToastWords {
  text: string;
  kind: 'done' | 'info' | 'late';
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 2 });

const STAYS_MS = 5_000;

/** The last good news on screen: the next takes its place. */
let shown: string | null = null;

/** Says that something is done. What went wrong stays until it is read. */
export function toast(text: string, kind: ToastWords['kind'] = 'done'): void {
  if (kind === 'late') {
    queue.add({ text, kind });
    return;
  }
  if (shown !== null) queue.close(shown);
  shown = queue.add({ text, kind }, { timeout: STAYS_MS });
}

/** What was said was said to who was at work. */
export function clearToasts(): void {
  for (const one of queue.visibleToasts) queue.close(one.key);
  queue.clear();
  shown = null;
}

const ICON = {
  done: <CircleCheck aria-hidden className="size-4.5 text-done" />,
  info: <Info aria-hidden className="size-4.5 text-info" />,
  late: <CircleAlert aria-hidden className="size-4.5 text-late" />,
};

export function Toasts() {
  const t = useT();
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('toast.region')}
      className="fixed end-5.5 bottom-5.5 z-50 flex max-w-74 flex-col-reverse items-end gap-2 rounded-card outline-none short:inset-x-0 short:top-2 short:bottom-auto short:mx-auto short:w-fit short:flex-col short:items-center"
    >
      {({ toast: shown }) => (
        <RacToast
          toast={shown}
          className="flex max-w-full items-center gap-2.5 rounded-card border border-line bg-surface py-2 ps-3.5 pe-2 text-md shadow-raised"
        >
          {ICON[shown.content.kind]}
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">{shown.content.text}</Text>
          </ToastContent>
          <Button
            slot="close"
            aria-label={t('action.close')}
            className="flex size-7 cursor-pointer items-center justify-center rounded-sm text-ink-3 hover:bg-sunken"
          >
            <X aria-hidden className="size-3.75" />
          </Button>
        </RacToast>
      )}
    </ToastRegion>
  );
}
