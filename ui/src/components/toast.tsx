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

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

const STAYS_MS = 6_000;

/** Says that something is done. What went wrong stays until it is read. */
export function toast(text: string, kind: ToastWords['kind'] = 'done'): void {
  queue.add({ text, kind }, kind === 'late' ? {} : { timeout: STAYS_MS });
}

const ICON = {
  done: <CircleCheck aria-hidden size={18} className="text-done" />,
  info: <Info aria-hidden size={18} className="text-info" />,
  late: <CircleAlert aria-hidden size={18} className="text-late" />,
};

export function Toasts() {
  const t = useT();
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('toast.region')}
      className="fixed start-6 bottom-6 z-50 flex flex-col-reverse gap-2 rounded-card outline-none"
    >
      {({ toast: shown }) => (
        <RacToast
          toast={shown}
          className="flex max-w-96 min-w-72 items-center gap-3 rounded-card border border-line bg-surface px-4 py-3 shadow-raised"
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
            <X aria-hidden size={15} />
          </Button>
        </RacToast>
      )}
    </ToastRegion>
  );
}
