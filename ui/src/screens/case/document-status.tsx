import { ChevronDown } from 'lucide-react';
import { Button, Menu } from '../../components';
import { dotted, useCodeText, useT } from '../../i18n';
import type { StepDocumentView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { useLabel } from '../../parts/protocol/label';

/** What was done with a paper: seen, copied, missing, not needed. Two presses, no dialog; told only, to who may only read. */
export function DocumentStatusMenu({
  caseId,
  instance,
  step,
  document,
  mayEdit,
}: {
  caseId: string;
  instance: string;
  step: string;
  document: StepDocumentView;
  mayEdit: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const { send, isPending } = useSend('step.document', { done: t('saved') });
  const status = document.status;
  const words = status === null ? t('step.document_unset') : code('document_status', status);
  const tone = status === 'seen' || status === 'copied' ? 'text-done' : status === 'missing' ? 'text-soon' : '';
  if (!mayEdit) return <span className={`text-sm font-medium ${tone}`}>{words}</span>;
  return (
    <Menu
      label={label(document.title)}
      entries={CODES.DocumentStatus.map((next) => ({
        key: next,
        label: code('document_status', next),
        onChoose: () =>
          send({ case: caseId, instance, step, document: document.document, status: next, seen: document.seen }),
      }))}
      trigger={
        <Button size="row" isPending={isPending} className={tone} aria-label={dotted(label(document.title), words)}>
          {words}
          <ChevronDown aria-hidden />
        </Button>
      }
    />
  );
}
