import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  Button,
  Card,
  Chip,
  Dialog,
  EmptyState,
  ErrorNote,
  Loaded,
  type Meaning,
  Row,
  RowList,
} from '../../components';
import { Bdi, useCodeText, useDates, useErrorText, useT } from '../../i18n';
import { CommandError } from '../../ipc';
import type { ImportEnded, ImportState, ImportView } from '../../ipc/types';
import { useSheet } from '../../parts/document/open';
import { useSend } from '../../parts/form/send';
import { Dotted, usePersonFacts, usePersonText, useStaffText, Who } from '../../parts/person/who';
import { to } from '../../routes';
import { useCommand } from '../../state/command';

const MEANING: Record<ImportState, Meaning> = {
  running: 'info',
  unfinished: 'soon',
  elsewhere: 'info',
  done: 'done',
  undone: 'plain',
};

/** The lists brought in, each with what can still be done about it. */
export function Past({ last, refetchStatus }: { last: ImportEnded | null; refetchStatus: () => void }) {
  const t = useT();
  const say = useErrorText();
  const imports = useCommand('import.list', {});
  const [undoing, setUndoing] = useState<ImportView | null>(null);
  const [kept, setKept] = useState<ImportView | null>(null);
  return (
    <section aria-label={t('import.past')}>
      <h2 className="mb-2 text-lg font-semibold">{t('import.past')}</h2>
      {last !== null && (
        <p
          role="status"
          className={`mb-3 rounded-control px-3 py-2 ${last.error !== null ? 'bg-late-soft text-late' : last.stopped ? 'bg-soon-soft text-soon' : 'bg-done-soft text-done'}`}
        >
          {last.error !== null
            ? say(new CommandError(last.error))
            : last.stopped
              ? t('import.stopped')
              : t(`import.ended_${last.phase}`)}
        </p>
      )}
      <Card padded={false}>
        <Loaded query={imports}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState text={t('import.none')} />
            ) : (
              <RowList label={t('import.past')}>
                {list.map((one) => (
                  <ImportLine
                    key={one.import}
                    view={one}
                    onChanged={refetchStatus}
                    onUndo={() => setUndoing(one)}
                    onKept={() => setKept(one)}
                  />
                ))}
              </RowList>
            )
          }
        </Loaded>
      </Card>
      {undoing !== null && (
        <UndoDialog
          view={undoing}
          onClose={() => setUndoing(null)}
          onStarted={() => {
            setUndoing(null);
            refetchStatus();
          }}
        />
      )}
      {kept !== null && <KeptDialog view={kept} onClose={() => setKept(null)} />}
    </section>
  );
}

function ImportLine({
  view,
  onChanged,
  onUndo,
  onKept,
}: {
  view: ImportView;
  onChanged: () => void;
  onUndo: () => void;
  onKept: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const sheet = useSheet();
  const resume = useSend('import.resume', { onDone: onChanged });
  const restore = useSend('import.restore', { onDone: onChanged });
  const [error, setError] = useState<CommandError | null>(null);
  const failed = error ?? resume.error ?? restore.error;
  return (
    <>
      <Row
        meaning={MEANING[view.state]}
        what={<Bdi>{view.file_name ?? ''}</Bdi>}
        who={
          <Dotted
            parts={[
              t('import.people', { count: view.imported }),
              view.refused > 0 && t('import.refused_count', { count: view.refused }),
              view.left_out > 0 && t('import.left_out_count', { count: view.left_out }),
              staff(view.staff),
              view.at === null ? null : dates.full(view.at.slice(0, 10)),
              view.undone_on !== null && t('import.undone_note', { day: dates.full(view.undone_on) }),
            ]}
          />
        }
        chip={<Chip meaning={MEANING[view.state]}>{code('import_state', view.state)}</Chip>}
        button={
          <span className="flex flex-wrap justify-end gap-2">
            {view.has_error_sheet && (
              <Button
                size="row"
                onPress={() => {
                  setError(null);
                  sheet('import.error_sheet', { import: view.import, mapping: {} }).catch(setError);
                }}
              >
                {t('import.error_sheet')}
              </Button>
            )}
            {view.kept > 0 && (
              <Button size="row" onPress={onKept}>
                {t('import.kept', { count: view.kept })}
              </Button>
            )}
            {view.state === 'unfinished' && view.may_undo && (
              <Button
                size="row"
                variant="primary"
                isPending={resume.isPending}
                onPress={() => resume.send({ import: view.import })}
              >
                {t('import.resume')}
              </Button>
            )}
            {view.may_undo && view.state === 'undone' && (
              <Button size="row" isPending={restore.isPending} onPress={() => restore.send({ import: view.import })}>
                {t('import.restore')}
              </Button>
            )}
            {view.may_undo && view.state !== 'undone' && view.state !== 'running' && (
              <Button size="row" variant="danger-quiet" onPress={onUndo}>
                {t('import.undo')}
              </Button>
            )}
          </span>
        }
      />
      {failed !== null && (
        <li className="border-b border-line p-2">
          <ErrorNote error={failed} />
        </li>
      )}
    </>
  );
}

function UndoDialog({ view, onClose, onStarted }: { view: ImportView; onClose: () => void; onStarted: () => void }) {
  const t = useT();
  const undo = useSend('import.undo', { onDone: onStarted });
  return (
    <Dialog
      isOpen
      title={t('import.undo')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('action.close')}</Button>
          <Button variant="danger" isPending={undo.isPending} onPress={() => undo.send({ import: view.import })}>
            {t('import.undo_do')}
          </Button>
        </>
      }
    >
      <p className="font-semibold">
        <Dotted parts={[view.file_name, t('import.people', { count: view.imported })]} />
      </p>
      <p className="text-ink-2">{t('import.undo_text')}</p>
      <ErrorNote error={undo.error} />
    </Dialog>
  );
}

function KeptDialog({ view, onClose }: { view: ImportView; onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const facts = usePersonFacts();
  const name = usePersonText();
  const kept = useCommand('import.kept', { import: view.import });
  return (
    <Dialog isOpen title={t('import.kept_title')} onClose={onClose}>
      <p className="text-ink-2">{t('import.kept_text')}</p>
      <Loaded query={kept}>
        {(data) => (
          <RowList label={t('import.kept_title')}>
            {data.people.map((person) => (
              <Row
                key={person.person ?? name(person)}
                what={<Who person={person} />}
                who={<Dotted parts={facts(person)} />}
                {...(person.person === null ? {} : { onOpen: () => go(to.person(person.person ?? '')) })}
              />
            ))}
          </RowList>
        )}
      </Loaded>
    </Dialog>
  );
}
