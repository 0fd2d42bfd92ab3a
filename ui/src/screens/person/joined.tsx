import { Link2, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components';
import { useT } from '../../i18n';
import type { Person, PersonView, RecordView, Statement } from '../../ipc/types';
import { ContradictionNote, SaidLine } from '../../parts/duplicate/statements';
import { FormDialog } from '../../parts/form/dialog';
import { useSend } from '../../parts/form/send';
import { Dotted, usePersonFacts, usePersonText, Who } from '../../parts/person/who';
import { to } from '../../routes';

/** Statements about the same two records, whoever made them: undone together. */
function pairs(tied: readonly Statement[]): Statement[][] {
  const found = new Map<string, Statement[]>();
  for (const said of tied.filter((one) => !one.contradicted)) {
    const key = [said.left.person, said.right.person].sort().join();
    found.set(key, [...(found.get(key) ?? []), said]);
  }
  return [...found.values()];
}

/** That the person was recorded several times: each record, who joined them, and the way back. */
export function JoinedNote({ view, onEdit }: { view: PersonView; onEdit: (record: RecordView<Person>) => void }) {
  const t = useT();
  const facts = usePersonFacts();
  const [, go] = useLocation();
  const [parting, setParting] = useState<Statement[] | null>(null);
  const contradicted = view.tied.filter((said) => said.contradicted);
  if (view.records.length === 0 && contradicted.length === 0) return null;
  const [open] = contradicted;
  return (
    <section aria-label={t('person.recorded_times')} className="mb-3.5 rounded-card border border-line bg-sunken p-3.5">
      {view.records.length > 0 && (
        <>
          <h2 className="mb-1.5 flex items-center gap-2 font-semibold">
            <Link2 aria-hidden className="size-4.25 text-ink-2" />
            {t('person.records', { count: view.records.length })}
          </h2>
          <ul className="grid gap-x-6 md:grid-cols-2">
            {view.records.map(({ card, person }) => (
              <li key={person.id} className="flex items-center gap-2 py-1">
                <span className="min-w-0 flex-1">
                  <Who person={card} />{' '}
                  <span className="text-sm text-ink-2">
                    <Dotted parts={facts(card)} />
                  </span>
                </span>
                <Button size="row" variant="quiet" icon={<PencilLine aria-hidden />} onPress={() => onEdit(person)}>
                  {t('person.edit_record')}
                </Button>
              </li>
            ))}
          </ul>
          <ul className="mt-1 border-t border-line pt-1">
            {pairs(view.tied).map((said) => {
              const [first] = said;
              if (first === undefined) return null;
              return (
                <li key={first.edge} className="flex flex-wrap items-center gap-2 py-1 text-sm text-ink-2">
                  <span className="min-w-0 flex-1">
                    <SaidLine said={first} />
                  </span>
                  <Button
                    size="row"
                    variant="quiet"
                    onPress={() => go(to.compare(first.left.person ?? '', first.right.person ?? ''))}
                  >
                    {t('duplicate.compare')}
                  </Button>
                  <Button size="row" onPress={() => setParting(said)}>
                    {t('duplicate.part')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <ContradictionNote said={view.tied} />
      {open !== undefined && (
        <Button
          size="row"
          className="mt-2"
          onPress={() => go(to.compare(open.left.person ?? '', open.right.person ?? ''))}
        >
          {t('duplicate.compare')}
        </Button>
      )}
      {parting !== null && <PartDialog said={parting} onClose={() => setParting(null)} />}
    </section>
  );
}

function PartDialog({ said, onClose }: { said: Statement[]; onClose: () => void }) {
  const t = useT();
  const name = usePersonText();
  const { send, isPending, error } = useSend('duplicate.undo', { done: t('duplicate.parted'), onDone: onClose });
  const [first] = said;
  return (
    <FormDialog
      title={t('duplicate.part_title')}
      submit={t('duplicate.part')}
      width="narrow"
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => send({ edges: said.map((one) => one.edge) })}
    >
      {first !== undefined && (
        <p className="font-medium">
          <Dotted parts={[name(first.left), name(first.right)]} />
        </p>
      )}
      <p>{t('duplicate.part_help')}</p>
    </FormDialog>
  );
}
