import { createContext, useContext } from 'react';
import { aboutOf, type DraftPlace, useDialogDraft, type Writing } from './use-dialog-draft';

/** What the dialogs of a page are about: where their words belong, and what a draft of them is called in the list. */
interface DraftAbout {
  place: DraftPlace;
  name: string;
  /** What the page was opened to go on with. */
  taken: Writing | null;
}

const DraftAboutContext = createContext<DraftAbout | null>(null);

/** Around a page: its dialogs keep what is typed in them. */
export const DraftAboutProvider = DraftAboutContext.Provider;

/** What the page was opened to go on with. */
export function useTakenUp(): Writing | null {
  return useContext(DraftAboutContext)?.taken ?? null;
}

/** Which of the records of a list the page was opened to go on writing about. */
export function useTaken(kind: Writing['kind']): string | null {
  const taken = useTakenUp();
  return taken?.kind === kind ? aboutOf(taken) : null;
}

/** What is typed in a dialog of this page, kept from the first key. */
export function useAboutDraft<T extends object>(writing: Writing, empty: T) {
  const about = useContext(DraftAboutContext);
  return useDialogDraft(about?.place ?? null, writing, about?.name ?? '', empty);
}
