import { useT } from '../../i18n';
import type { Person, RecordView } from '../../ipc/types';
import { useAboutDraft } from '../../parts/draft/about';
import { FormDialog } from '../../parts/form/dialog';
import { useSend } from '../../parts/form/send';
import { PersonForm } from '../../parts/person/form';
import { usePersonCheck } from '../../parts/person/use-check';

/** Only the fields that changed are written, on what this screen showed. */
export function EditPersonDialog({ person, onClose }: { person: RecordView<Person>; onClose: () => void }) {
  const t = useT();
  const draft = useAboutDraft(
    { kind: 'person_edit', of: person.id },
    {
      patch: {} as Partial<Person>,
      // Kept with the words: they were typed on what the record said then.
      seen: person.seen,
    },
  );
  const { patch, seen } = draft.value;
  const value = { ...person.record, ...patch };
  const { warnings, titles } = usePersonCheck({
    ...patch,
    title: value.title ?? null,
    document_type: value.document_type ?? null,
  });
  const { sendAsync, isPending, error } = useSend('person.update', { done: t('saved'), onDone: onClose });
  const changed = Object.fromEntries(
    Object.entries(patch).filter(([name, to]) => to !== person.record[name as keyof Person]),
  );
  return (
    <FormDialog
      title={t('person.edit')}
      submit={t('action.save')}
      width="wide"
      onClose={onClose}
      isPending={isPending || draft.isWriting}
      error={error}
      draft={draft.state}
      onSubmit={() =>
        void (Object.keys(changed).length === 0
          ? draft.state.discard().then(onClose)
          : draft.submit(() => sendAsync({ id: person.id, seen, patch: changed })))
      }
    >
      <PersonForm
        full
        value={value}
        warnings={warnings}
        titles={titles}
        onChange={(more) => draft.change((now) => ({ ...now, patch: { ...now.patch, ...more } }))}
      />
    </FormDialog>
  );
}
