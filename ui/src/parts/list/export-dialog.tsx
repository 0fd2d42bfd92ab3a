import { useState } from 'react';
import { Checkbox } from '../../components';
import { useLanguage, useT } from '../../i18n';
import { asCommandError, type CommandError } from '../../ipc';
import type { PersonColumn } from '../../ipc/types';
import { CODES, USUAL_COLUMNS } from '../../ipc/types';
import { useSheet } from '../document/open';
import { FormDialog } from '../form/dialog';

type Asked =
  | { people: { query: string | null }; cases?: never }
  | { cases: { staff: string | null; closed: boolean; query: string | null }; people?: never };

/** A selection taken out of the program: what leaves is said before it does. */
export function ExportDialog({ people, cases, onClose }: Asked & { onClose: () => void }) {
  const t = useT();
  const { language } = useLanguage();
  const sheet = useSheet();
  const [columns, setColumns] = useState<ReadonlySet<PersonColumn>>(new Set(USUAL_COLUMNS));
  const [restricted, setRestricted] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError | null>(null);
  const leave = async () => {
    setPending(true);
    setError(null);
    try {
      if (people !== undefined) {
        const chosen = CODES.PersonColumn.filter((column) => columns.has(column));
        await sheet('export.people', { query: people.query, columns: chosen, language });
      } else {
        await sheet('export.cases', { ...cases, restricted, language });
      }
      onClose();
    } catch (cause) {
      setError(asCommandError(cause));
      setPending(false);
    }
  };
  return (
    <FormDialog
      title={t('export.title')}
      submit={t('export.do')}
      onClose={onClose}
      needs={[people !== undefined && columns.size === 0 && t('export.columns')]}
      isPending={pending}
      error={error}
      onSubmit={() => void leave()}
    >
      <p className="rounded-control bg-soon-soft px-3 py-2 text-sm text-soon">{t('export.text')}</p>
      {people === undefined ? (
        <Checkbox isSelected={restricted} onChange={setRestricted}>
          {t('export.restricted')}
        </Checkbox>
      ) : (
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="mb-2 text-sm font-medium">{t('export.columns')}</legend>
          {CODES.PersonColumn.map((column) => (
            <Checkbox
              key={column}
              isSelected={columns.has(column)}
              onChange={(chosen) =>
                setColumns((before) => {
                  const next = new Set(before);
                  if (chosen) next.add(column);
                  else next.delete(column);
                  return next;
                })
              }
            >
              {t(`field_name.${column}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
