import { useState } from 'react';
import { useT } from '../../i18n';
import type { Held, Person } from '../../ipc/types';
import { FormDialog } from '../../parts/form-dialog';
import { PersonForm } from '../../parts/person-form';
import { useSend } from '../../parts/send';
import { usePersonCheck } from '../../parts/use-person-check';

/** Only the fields that changed are written, on what this screen showed. */
export function EditPersonDialog({ person, onClose }: { person: Held<Person>; onClose: () => void }) {
  const t = useT();
  const [patch, setPatch] = useState<Partial<Person>>({});
  const value = { ...person.record, ...patch };
  const { warnings, titles } = usePersonCheck({
    ...patch,
    title: value.title ?? null,
    document_type: value.document_type ?? null,
  });
  const { send, isPending, error } = useSend('person.update', { done: t('saved'), onDone: onClose });
  const changed = Object.fromEntries(
    Object.entries(patch).filter(([name, to]) => to !== person.record[name as keyof Person]),
  );
  return (
    <FormDialog
      title={t('person.edit')}
      submit={t('action.save')}
      width="wide"
      onClose={onClose}
      isPending={isPending}
      error={error}
      onSubmit={() =>
        Object.keys(changed).length === 0 ? onClose() : send({ id: person.id, seen: person.seen, patch: changed })
      }
    >
      <PersonForm
        full
        value={value}
        warnings={warnings}
        titles={titles}
        onChange={(more) => setPatch((before) => ({ ...before, ...more }))}
      />
    </FormDialog>
  );
}
