import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { Button, EmptyState, IconButton } from '../../components';
import { dotted, useT } from '../../i18n';
import type { CaseView, StepDocumentView } from '../../ipc/types';
import { AttachmentDialog } from '../../parts/attachment/dialog';
import { AttachmentList } from '../../parts/attachment/list';
import { useTakenUp } from '../../parts/draft/about';
import { useLabel } from '../../parts/protocol/label';
import { DocumentStatusMenu } from './document-status';

/** What is added: a paper of the case, or the copy of one a step asks for. */
type Adding = { document?: { id: string; title: string } };

/** The papers of the case: those its steps ask for, each with its copies, and the others. */
export function DocumentsTab({ view }: { view: CaseView }) {
  const t = useT();
  const label = useLabel();
  const { track } = view;
  const taken = useTakenUp();
  const [adding, setAdding] = useState<Adding | null>(() => {
    if (taken?.kind === 'attachment') return {};
    if (taken?.kind !== 'paper') return null;
    const papers = (track?.steps ?? []).flatMap((step) => step.documents);
    const paper = papers.find((one) => one.id === taken.of);
    return paper === undefined ? null : { document: { id: taken.of, title: label(paper.title) } };
  });
  const mayEdit = view.may.includes('edit');
  const steps = (track?.steps ?? []).filter((step) => step.documents.length > 0);
  const asked = new Set(steps.flatMap((step) => step.documents.map((document) => document.id)));
  const copiesOf = (document: StepDocumentView) =>
    document.id === null ? [] : view.attachments.filter((one) => one.document === document.id);
  const others = view.attachments.filter((one) => one.document === null || !asked.has(one.document));
  const add = mayEdit && (
    <Button size="row" icon={<Paperclip aria-hidden />} onPress={() => setAdding({})}>
      {t('attachment.add')}
    </Button>
  );
  return (
    <>
      {steps.length === 0 && others.length === 0 ? (
        <EmptyState text={t('step.no_documents')} action={add || undefined} />
      ) : (
        <section aria-label={t('attachment.many')} className="border-b border-line py-3">
          {others.length > 0 && <AttachmentList attachments={others} />}
          {add !== false && <div className="pt-2">{add}</div>}
        </section>
      )}
      {steps.map((step) => (
        <section key={step.step} className="border-b border-line py-3 last:border-b-0">
          <h3 className="mb-1 text-sm font-semibold text-ink-2">{label(step.title)}</h3>
          <ul className="flex flex-col gap-1.5">
            {step.documents.map((document) => {
              const { id } = document;
              const copies = copiesOf(document);
              return (
                <li key={document.document}>
                  <span className="flex items-center gap-3">
                    <span className="min-w-0 flex-1">
                      {label(document.title)}
                      {!document.required && <span className="text-sm text-ink-3"> ({t('field.optional')})</span>}
                    </span>
                    {mayEdit && id !== null && (
                      <IconButton
                        size="row"
                        label={dotted(t('attachment.add'), label(document.title))}
                        onPress={() => setAdding({ document: { id, title: label(document.title) } })}
                      >
                        <Paperclip aria-hidden />
                      </IconButton>
                    )}
                    <DocumentStatusMenu
                      caseId={view.case.id}
                      instance={track?.instance ?? ''}
                      step={step.step}
                      document={document}
                      mayEdit={mayEdit}
                    />
                  </span>
                  {copies.length > 0 && (
                    <div className="ps-4">
                      <AttachmentList attachments={copies} />
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {adding !== null && (
        <AttachmentDialog
          person={view.person.person}
          caseId={view.case.id}
          {...adding}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}
