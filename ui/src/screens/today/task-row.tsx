import { Siren } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button, Chip, Row } from '../../components';
import { dotted, type MessageKey, useCodeText, useT } from '../../i18n';
import type { Task, TaskTarget } from '../../ipc/types';
import { DueChip, dueMeaning, useWindowText } from '../../parts/due/due';
import { ReachChip } from '../../parts/person/reach';
import { Dotted, Who } from '../../parts/person/who';
import { useEither, useLabel } from '../../parts/protocol/label';
import { pathOfSubject, to } from '../../routes';

function pathOf(task: Task): string {
  const target = task.target;
  switch (target.kind) {
    case 'step':
      return to.step(target.case, target.step);
    case 'visit':
      return to.visit(target.visit);
    case 'referral':
      return to.referral(target.referral);
    case 'appointment':
      return pathOfSubject(task.case, task.person);
  }
}

function verbOf(target: TaskTarget): MessageKey {
  switch (target.kind) {
    case 'step':
      return target.waiting ? 'task.follow' : 'task.record';
    case 'visit':
      return 'task.record';
    case 'referral':
      return 'task.follow';
    case 'appointment':
      return 'action.open';
  }
}

/** One thing to do: what, who and where, how pressing, its window; its row opens what it is about, its button does it. */
export function TaskRow({ task }: { task: Task }) {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const either = useEither();
  const windowText = useWindowText({ inList: true });
  const [, go] = useLocation();
  const kind = code('kind', task.target.kind === 'step' ? 'step_event' : task.target.kind);
  const what = label(task.title) || (task.detail === null ? kind : t('task.what', { kind, detail: task.detail }));
  const place = task.place ?? either(task.partner?.ar, task.partner?.lat);
  return (
    <Row
      meaning={task.urgent && task.due?.state !== 'overdue' ? 'late' : dueMeaning(task.due)}
      what={<bdi className="phrase">{what}</bdi>}
      who={
        <Dotted
          parts={[
            // The hour first: whatever is cut off at the end of the line, it is not.
            task.time?.slice(0, 5),
            <Who key="who" person={task.person} />,
            place === '' ? either(task.person.commune_ar, task.person.commune_fr) : place,
          ]}
        />
      }
      chip={
        <>
          {task.urgent && (
            <Chip meaning="late" icon={<Siren aria-hidden />}>
              {code('urgency', 'immediate')}
            </Chip>
          )}
          {task.reach !== null && <ReachChip reach={task.reach} />}
          <DueChip due={task.due} />
        </>
      }
      window={windowText(task.due)}
      onOpen={() => go(pathOfSubject(task.case, task.person))}
      button={
        <Button
          size="row"
          className="w-full"
          onPress={() => go(pathOf(task))}
          aria-label={dotted(t(verbOf(task.target)), what)}
        >
          {t(verbOf(task.target))}
        </Button>
      }
    />
  );
}
