import { Siren } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button, Chip, Row } from '../../components';
import { type MessageKey, useCodeText, useT } from '../../i18n';
import type { Task, TaskTarget } from '../../ipc/types';
import { DueChip, dueMeaning, useWindowText } from '../../parts/due';
import { useEither, useLabel } from '../../parts/label';
import { Dotted, Who } from '../../parts/who';
import { to } from '../../routes';

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
      return task.case !== null ? to.case(task.case.case) : to.person(task.person.person ?? '');
  }
}

function verbOf(target: TaskTarget): MessageKey {
  switch (target.kind) {
    case 'step':
      return target.waiting ? 'task.follow' : 'task.record';
    case 'visit':
      return 'task.visit';
    case 'referral':
      return 'task.follow';
    case 'appointment':
      return 'action.open';
  }
}

/** One thing to do: what, who and where, how pressing, its window, its button. */
export function TaskRow({ task }: { task: Task }) {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const either = useEither();
  const windowText = useWindowText({ inList: true });
  const [, go] = useLocation();
  const open = () => go(pathOf(task));
  const kind = code('kind', task.target.kind === 'step' ? 'step_event' : task.target.kind);
  const what = label(task.title) || (task.detail === null ? kind : t('task.what', { kind, detail: task.detail }));
  return (
    <Row
      meaning={task.urgent && task.due?.state !== 'overdue' ? 'late' : dueMeaning(task.due)}
      what={<bdi>{what}</bdi>}
      who={
        <Dotted
          parts={[
            <Who key="who" person={task.person} />,
            task.place ?? either(task.person.commune_ar, task.person.commune_fr),
            task.time?.slice(0, 5),
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
          <DueChip due={task.due} />
        </>
      }
      window={windowText(task.due)}
      onOpen={open}
      button={
        <Button
          size="row"
          className="ltr:min-w-[134px]"
          onPress={open}
          aria-label={`${t(verbOf(task.target))} · ${what}`}
        >
          {t(verbOf(task.target))}
        </Button>
      }
    />
  );
}
