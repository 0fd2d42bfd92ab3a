import { DatePicker, Select } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { Answer, CaseType, IndhCategory, RecordView, Situation } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { type DraftPlace, useDialogDraft } from '../draft/use-dialog-draft';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { FormFields, keptAnswers, useAnswerAmounts } from '../form/fields';
import { useSend } from '../form/send';
import { useForms } from '../form/use-forms';
import { ConfidentialityChip } from '../person/who';

const NONE = 'none';

/** Where a group is noted: with the person, or in one of their cases. */
export interface GroupPlace {
  person: string;
  caseId: string | null;
  /** What is confidential may be written there. */
  keepsApart: boolean;
  /** What a draft is called in the list. */
  name: string;
}

const draftPlace = (place: GroupPlace): DraftPlace =>
  place.caseId === null ? { person: place.person } : { case: place.caseId };

interface Noted {
  group: CaseType | null;
  indh: IndhCategory | null;
  answers: Answer[];
  meant: string[];
}

/** A target group, its form, and the category of the national initiative. */
export function NewGroupDialog({ place, onClose }: { place: GroupPlace; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const forms = useForms();
  const empty: Noted = { group: null, indh: null, answers: [], meant: [] };
  const draft = useDialogDraft(draftPlace(place), { kind: 'group' }, place.name, empty);
  const { group, indh, answers, meant } = draft.value;
  const form = forms.current(group);
  const amounts = useAnswerAmounts(form, answers, meant);
  const { sendAsync, isPending, error } = useSend('situation.record', {
    done: t('situation.recorded'),
    onDone: onClose,
  });
  const isConfidential =
    (group !== null && forms.confidentialGroups.includes(group)) ||
    (indh !== null && forms.confidentialCategories.includes(indh));
  return (
    <FormDialog
      title={t('situation.add')}
      submit={t('action.save')}
      width="wide"
      onClose={onClose}
      needs={[
        group === null && indh === null && t('situation.group'),
        isConfidential && !place.keepsApart && t('situation.restricted_case'),
        ...amounts.lacking,
      ]}
      isPending={isPending || draft.isWriting}
      error={error}
      draft={draft.state}
      onSubmit={() =>
        void draft.submit((kept) =>
          sendAsync({
            situation: {
              person: place.person,
              case: place.caseId,
              group,
              indh,
              form: form?.id ?? null,
              form_version: form?.version ?? null,
              answers: form === undefined ? [] : keptAnswers(form, answers),
            },
            draft: kept,
            confirmed: amounts.confirmed,
          }),
        )
      }
    >
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Select
          label={t('situation.group')}
          value={group ?? NONE}
          options={[{ key: NONE, label: t('situation.no_group') }, ...choices('case_type', CODES.CaseType)]}
          onChange={(key) => draft.change({ group: key === NONE ? null : (key as CaseType), answers: [], meant: [] })}
        />
        <IndhSelect value={indh} onChange={(indh) => draft.change({ indh })} />
      </div>
      {isConfidential && !place.keepsApart && (
        <p role="status" className="flex flex-wrap items-center gap-2 rounded-control bg-sealed-soft px-3 py-2 text-sm">
          <ConfidentialityChip value="restricted" /> {t('situation.confidential')}
        </p>
      )}
      {form !== undefined && (
        <FormFields
          form={form}
          person={place.person}
          answers={answers}
          meant={meant}
          onChange={(answers, meant) => draft.change({ answers, meant })}
        />
      )}
    </FormDialog>
  );
}

/** The eleven categories of the national initiative. */
export function IndhSelect({
  value,
  onChange,
}: {
  value: IndhCategory | null;
  onChange: (value: IndhCategory | null) => void;
}) {
  const t = useT();
  const choices = useChoices();
  return (
    <Select
      label={t('situation.indh')}
      value={value ?? NONE}
      options={[{ key: NONE, label: t('situation.no_indh') }, ...choices('indh', CODES.IndhCategory)]}
      onChange={(key) => onChange(key === NONE ? null : (key as IndhCategory))}
    />
  );
}

/** Answers completed, in the version of the form they were given to; or a group that is no longer theirs. */
export function EditGroupDialog({
  place,
  situation,
  onClose,
}: {
  place: GroupPlace;
  situation: RecordView<Situation>;
  onClose: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const { today } = useDates();
  const forms = useForms();
  const { record } = situation;
  const form = forms.find(record.form, record.form_version);
  const draft = useDialogDraft(draftPlace(place), { kind: 'group_edit', situation: situation.id }, place.name, {
    answers: record.answers,
    meant: [] as string[],
    until: record.until,
  });
  const { answers, meant, until } = draft.value;
  // What was written before was said to be meant then.
  const fresh = answers.filter((one) => !record.answers.includes(one));
  const amounts = useAnswerAmounts(form, fresh, meant);
  const { sendAsync, isPending, error } = useSend('situation.update', { done: t('saved'), onDone: onClose });
  return (
    <FormDialog
      title={t('situation.edit')}
      submit={t('action.save')}
      width="wide"
      onClose={onClose}
      needs={amounts.lacking}
      isPending={isPending || draft.isWriting}
      error={error}
      draft={draft.state}
      onSubmit={() =>
        void draft.submit(() => {
          const patch: Partial<Situation> = {};
          const kept = form === undefined ? answers : keptAnswers(form, answers);
          if (JSON.stringify(kept) !== JSON.stringify(record.answers)) patch.answers = kept;
          if (until !== record.until) patch.until = until;
          return sendAsync({ id: situation.id, seen: situation.seen, patch, confirmed: amounts.confirmed });
        })
      }
    >
      <p className="text-lg font-semibold">
        {record.group === null ? code('indh', record.indh ?? '') : code('case_type', record.group)}
      </p>
      {form !== undefined && (
        <FormFields
          form={form}
          person={place.person}
          answers={answers}
          meant={meant}
          onChange={(answers, meant) => draft.change({ answers, meant })}
        />
      )}
      <DatePicker
        label={t('situation.end')}
        max={today}
        value={until}
        onChange={(until) => draft.change({ until })}
        className="sm:max-w-64"
      />
    </FormDialog>
  );
}
