import { useState } from 'react';
import { Checkbox, DatePicker, Segmented, Select, TextArea, TextField } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { Reachable, RecordView, Visit, VisitKind } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useSession } from '../../state/session';
import { useDialogDraft, type Writing } from '../draft/use-dialog-draft';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { ReachNote } from '../person/reach';

const orNull = (text: string) => (text.trim() === '' ? null : text);

/** A visit to come, or one already made. */
export function NewVisitDialog({
  caseId,
  person,
  household,
  place: usual,
  reachable,
  name,
  made = false,
  onClose,
}: {
  caseId: string;
  person: string;
  household: string | null;
  /** Where the person lives, or is found. */
  place: string | null;
  /** Whether they may be visited at home. */
  reachable: Reachable;
  /** What a draft is called in the list. */
  name: string;
  made?: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const choices = useChoices();
  const { today } = useDates();
  const { user } = useSession();
  const empty: Partial<Visit> = {
    planned_on: made ? today : null,
    ...(made ? { performed_on: today, performed_by: user.staff } : {}),
  };
  const writing: Writing = { kind: made ? 'visit_made' : 'visit' };
  const { value: visit, change, submit, isWriting, state } = useDialogDraft(caseId, writing, name, empty);
  const { sendAsync, isPending, error } = useSend('visit.plan', {
    done: t(made ? 'visit.recorded' : 'visit.planned'),
    onDone: onClose,
  });
  const kind = visit.kind ?? null;
  const atHome = kind === 'home' && !made;
  const refused = atHome && !reachable.may_be_reached;
  // The place where they live is filled in for a visit home, and only where they may be visited there.
  const choose = (next: VisitKind) => {
    const typed = visit.place ?? null;
    const mine = typed === null || typed === usual;
    change({ kind: next, ...(mine ? { place: next === 'home' && reachable.may_be_reached ? usual : null } : {}) });
  };
  return (
    <FormDialog
      title={t(made ? 'visit.record_made' : 'visit.plan')}
      submit={t(made ? 'action.save' : 'visit.plan_do')}
      onClose={onClose}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      needs={[
        made
          ? visit.performed_on === null && t('visit.performed_on')
          : visit.planned_on === null && t('visit.planned_on'),
        kind === null && t('visit.kind'),
        refused && t('visit.another_kind'),
        made && (visit.outcome ?? null) === null && t('visit.outcome'),
      ]}
      onSubmit={() =>
        void submit(() =>
          sendAsync({
            visit: {
              ...visit,
              case: caseId,
              person,
              household,
              staff: user.staff,
              ...(made ? { planned_on: visit.performed_on ?? today } : {}),
            },
          }),
        )
      }
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {made ? (
          <DatePicker
            label={t('visit.performed_on')}
            isRequired
            max={today}
            value={visit.performed_on ?? null}
            onChange={(performed_on) => change({ performed_on })}
          />
        ) : (
          <DatePicker
            label={t('visit.planned_on')}
            isRequired
            min={today}
            value={visit.planned_on ?? null}
            onChange={(planned_on) => change({ planned_on })}
          />
        )}
        <Select
          label={t('visit.kind')}
          isRequired
          value={kind}
          options={choices('visit_kind', CODES.VisitKind).map((one) =>
            one.key === 'home' && !made && !reachable.may_be_reached
              ? { ...one, note: code('reach_short', reachable.reach) }
              : one,
          )}
          onChange={choose}
        />
      </div>
      {atHome && <ReachNote reachable={reachable} {...(refused ? { more: t('visit.home_refused') } : {})} />}
      <TextField
        label={t('visit.place')}
        value={visit.place ?? ''}
        onChange={(text) => change({ place: orNull(text) })}
      />
      {made ? (
        <OutcomeFields visit={visit} onChange={change} />
      ) : (
        <TextField
          label={t('visit.purpose')}
          value={visit.purpose ?? ''}
          onChange={(text) => change({ purpose: orNull(text) })}
        />
      )}
    </FormDialog>
  );
}

/** A planned visit, as it went: outcome first, the rest if there is something to say. */
export function RecordVisitDialog({
  visit,
  title,
  name,
  onClose,
}: {
  visit: RecordView<Visit>;
  title: string;
  /** What a draft is called in the list. */
  name: string;
  onClose: () => void;
}) {
  const t = useT();
  const { today } = useDates();
  const { user } = useSession();
  const empty: { patch: Partial<Visit>; seen: string } = {
    patch: {
      outcome: visit.record.outcome,
      performed_on: visit.record.performed_on ?? today,
      performed_by: visit.record.performed_by ?? user.staff,
    },
    // Kept with the words: they were typed on what the visit said then.
    seen: visit.seen,
  };
  const { value, change, submit, isWriting, state } = useDialogDraft(
    visit.record.case,
    { kind: 'visit_record', visit: visit.id },
    name,
    empty,
  );
  const { patch } = value;
  const edit = (more: Partial<Visit>) => change({ patch: { ...patch, ...more }, seen: value.seen });
  const { sendAsync, isPending, error } = useSend('visit.update', { done: t('visit.recorded'), onDone: onClose });
  const cancel = useSend('visit.update', { done: t('visit.cancelled'), onDone: onClose });
  // Said, and then done: one press beside the fields once took a visit away.
  const [isOff, setOff] = useState(false);
  const { id } = visit;
  return (
    <FormDialog
      title={title}
      submit={t(isOff ? 'visit.cancel' : 'action.save')}
      danger={isOff}
      onClose={onClose}
      isPending={isPending || cancel.isPending || isWriting}
      error={error ?? cancel.error}
      draft={state}
      needs={[
        !isOff && (patch.outcome ?? null) === null && t('visit.outcome'),
        !isOff && patch.performed_on === null && t('visit.performed_on'),
      ]}
      onSubmit={() =>
        void submit(() =>
          isOff
            ? cancel.sendAsync({ id, seen: value.seen, patch: { planned_on: null } })
            : sendAsync({ id, seen: value.seen, patch }),
        )
      }
    >
      {!isOff && (
        <>
          <OutcomeFields visit={{ ...visit.record, ...patch }} onChange={edit} />
          <DatePicker
            label={t('visit.performed_on')}
            max={today}
            value={patch.performed_on ?? null}
            onChange={(performed_on) => edit({ performed_on })}
          />
        </>
      )}
      {visit.record.performed_on === null && (
        <Checkbox isSelected={isOff} onChange={setOff}>
          {t('visit.off')}
        </Checkbox>
      )}
    </FormDialog>
  );
}

function OutcomeFields({ visit, onChange }: { visit: Partial<Visit>; onChange: (patch: Partial<Visit>) => void }) {
  const t = useT();
  const choices = useChoices();
  return (
    <>
      <Segmented
        label={t('visit.outcome')}
        isRequired
        value={visit.outcome ?? null}
        choices={choices('visit_outcome', CODES.VisitOutcome)}
        onChange={(outcome) => onChange({ outcome })}
      />
      <TextArea
        label={t('visit.observations')}
        rows={4}
        autoFocus
        value={visit.observations ?? ''}
        onChange={(text) => onChange({ observations: orNull(text) })}
      />
      <TextField
        label={t('visit.present')}
        value={visit.present ?? ''}
        onChange={(text) => onChange({ present: orNull(text) })}
      />
      <TextField
        label={t('visit.next_step')}
        value={visit.next_step ?? ''}
        onChange={(text) => onChange({ next_step: orNull(text) })}
      />
    </>
  );
}
