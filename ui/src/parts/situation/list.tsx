import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Fact, Facts, IconButton } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { Answer, Danger, FormDefinition, Question, RecordView, Situation } from '../../ipc/types';
import { DangerChip } from '../danger/danger';
import { useForms } from '../form/use-forms';
import { Dotted } from '../person/who';
import { useLabel } from '../protocol/label';
import { EditGroupDialog, type GroupPlace } from './dialog';

/** The groups somebody belongs to, what must be seen at once, and the answers folded behind each. */
export function GroupList({
  situations,
  dangers,
  place,
  mayEdit,
}: {
  situations: readonly RecordView<Situation>[];
  /** What they tell that must be seen at once. */
  dangers: readonly Danger[];
  place: (situation: RecordView<Situation>) => GroupPlace;
  mayEdit: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const forms = useForms(situations.length > 0);
  const [open, setOpen] = useState<RecordView<Situation> | null>(null);
  if (situations.length === 0) return <p className="text-sm text-ink-2">{t('situation.none')}</p>;
  return (
    <>
      <ul aria-label={t('situation.many')} className="flex flex-col">
        {situations.map((situation) => {
          const { id, record } = situation;
          const form = forms.find(record.form, record.form_version);
          const names = [
            record.group === null ? null : code('case_type', record.group),
            record.indh === null ? null : code('indh', record.indh),
          ].filter((name) => name !== null);
          return (
            <li key={id} className="flex items-start gap-2 border-b border-dashed border-line py-2 last:border-b-0">
              <div className="min-w-0 flex-1">
                {names.map((name) => (
                  <bdi key={name} className={`block font-medium ${record.until === null ? '' : 'text-ink-2'}`}>
                    {name}
                  </bdi>
                ))}
                <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  {dangers
                    .filter((danger) => danger.situation === id)
                    .map((danger) => (
                      <DangerChip key={`${danger.about?.en}${danger.answer?.en}`} danger={danger} />
                    ))}
                  <Dotted
                    parts={[
                      record.noted_on === null ? null : t('situation.noted', { day: dates.day(record.noted_on) }),
                      record.until === null ? null : t('situation.over', { day: dates.day(record.until) }),
                      record.case === null ? null : t('situation.in_case'),
                    ]}
                  />
                </p>
                {form !== undefined && record.answers.length > 0 && <Answers form={form} answers={record.answers} />}
              </div>
              {mayEdit && (
                <IconButton
                  size="row"
                  label={dotted(t('situation.edit'), names.join(t('list.comma')))}
                  onPress={() => setOpen(situation)}
                >
                  <PencilLine aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {open !== null && <EditGroupDialog place={place(open)} situation={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Answers({ form, answers }: { form: FormDefinition; answers: readonly Answer[] }) {
  const t = useT();
  const label = useLabel();
  return (
    <details className="mt-1">
      <summary className="cursor-pointer rounded-sm text-sm text-accent">
        {dotted(t('situation.show'), t('situation.answered', { count: answers.length }))}
      </summary>
      <Facts>
        {form.questions.map((question) => {
          const answer = answers.find((one) => one.question === question.id);
          return answer === undefined ? null : (
            <Fact key={question.id} label={label(question.label)}>
              <AnswerText question={question} answer={answer} />
            </Fact>
          );
        })}
      </Facts>
    </details>
  );
}

/** An answer as a person reads it: never a code. */
export function AnswerText({ question, answer }: { question: Question; answer: Answer }) {
  const t = useT();
  const dates = useDates();
  const label = useLabel();
  if (answer.unknown) return t('form.unknown');
  const words = answer.values.map((value) => {
    if (question.kind === 'date') return dates.full(value);
    if (question.kind === 'yes_no') return t(value === 'yes' ? 'form.answer_yes' : 'form.answer_no');
    if (question.kind === 'number') return question.unit === null ? value : `${value} ${label(question.unit)}`;
    const choice = question.choices.find((one) => one.code === value);
    return choice === undefined ? value : label(choice.label);
  });
  return (
    <bdi dir="auto" className="whitespace-pre-wrap">
      {words.join(t('list.comma'))}
    </bdi>
  );
}
