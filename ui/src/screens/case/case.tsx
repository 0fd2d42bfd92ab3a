import { useEffect, useMemo } from 'react';
import { Loaded, Skeleton } from '../../components';
import type { CaseView } from '../../ipc/types';
import { DraftAboutProvider } from '../../parts/draft/about';
import type { Writing } from '../../parts/draft/use-dialog-draft';
import { useDraftName } from '../../parts/person/who';
import { useCommand } from '../../state/command';
import { useKept } from '../../state/trail';
import { type CaseDialog, CaseDialogs } from './dialogs/dialogs';
import { CaseHead } from './head';
import { NextStep } from './next-step';
import { CaseSide } from './side';
import { CaseTabs } from './tabs';
import { Track } from './track';

/** Everything a case opens on; the next thing to do first. */
export function CaseScreen({ id, step, writing }: { id: string; step?: string; writing?: Writing | null }) {
  const view = useCommand('case.get', { case: id });
  return (
    <Loaded query={view} skeleton={<Skeleton rows={6} />}>
      {(data) => <CasePage view={data} taken={step === undefined ? (writing ?? null) : { kind: 'step', step }} />}
    </Loaded>
  );
}

/** The dialog of the page; what is written about one record of a list is opened by its list. */
function dialogOf(writing: Writing | null): CaseDialog | null {
  if (writing === null || 'of' in writing) return null;
  switch (writing.kind) {
    // Opened by its list.
    case 'flag':
    case 'open_case':
    case 'partner':
    case 'attachment':
    case 'center':
    case 'answer':
      return null;
    default:
      return writing;
  }
}

const TYPING = 'input, textarea, [contenteditable], [role="dialog"], [role="menu"]';

function CasePage({ view, taken }: { view: CaseView; taken: Writing | null }) {
  const [dialog, setDialog] = useKept<CaseDialog | null>('dialog', dialogOf(taken));
  const name = useDraftName()(view.person.card);
  const about = useMemo(() => ({ place: { case: view.case.id }, name, taken }), [view.case.id, name, taken]);
  const mayEdit = view.may.includes('edit');

  // N adds a note, whatever the keyboard's language.
  useEffect(() => {
    if (!mayEdit) return;
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'KeyN' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).closest(TYPING) !== null) return;
      event.preventDefault();
      setDialog({ kind: 'note' });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [mayEdit, setDialog]);

  return (
    <DraftAboutProvider value={about}>
      <CaseHead view={view} onDialog={setDialog} />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,--spacing(70))_minmax(0,1fr)] xl:grid-cols-[--spacing(68)_minmax(0,1fr)_--spacing(60)]">
        {/* The next step comes first to the keyboard and on a narrow screen; on a wide one the track stands before it. */}
        <div className="flex min-w-0 flex-col gap-3.5 lg:order-2">
          <NextStep view={view} onDialog={setDialog} />
          <CaseTabs view={view} onDialog={setDialog} />
        </div>
        <div className="min-w-0 lg:order-1">
          <Track view={view} onDialog={setDialog} />
        </div>
        <CaseSide view={view} onDialog={setDialog} />
      </div>
      {dialog !== null && (
        <CaseDialogs dialog={dialog} view={view} onClose={() => setDialog(null)} onDialog={setDialog} />
      )}
    </DraftAboutProvider>
  );
}
