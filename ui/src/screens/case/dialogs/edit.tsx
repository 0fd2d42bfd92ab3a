import { useState } from 'react';
import { RadioGroup, Select, TextArea } from '../../../components';
import { useCodeText, useT } from '../../../i18n';
import { CASE_TYPES } from '../../../ipc/codes';
import type { CaseView, Confidentiality } from '../../../ipc/types';
import { useDialogDraft } from '../../../parts/draft/use-dialog-draft';
import { CheckList } from '../../../parts/form/check-list';
import { useChoices } from '../../../parts/form/choices';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { useStaffText } from '../../../parts/person/who';
import { useCommand } from '../../../state/command';
import { useSession } from '../../../state/session';

export function SituationDialog({
  view,
  name,
  onClose,
}: {
  view: CaseView;
  /** What a draft is called in the list. */
  name: string;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { record, id } = view.case;
  const { value, change, submit, isWriting, state } = useDialogDraft(id, { kind: 'situation' }, name, {
    type: record.case_type,
    situation: record.situation ?? '',
    // Kept with the words: they were typed on what the case said then.
    seen: view.case.seen,
  });
  const { type, situation, seen } = value;
  const edit = (patch: Partial<typeof value>) => change({ seen, ...patch });
  const { sendAsync, isPending, error } = useSend('case.update', { done: t('saved'), onDone: onClose });
  const patch: Record<string, unknown> = {};
  if (type !== record.case_type) patch.case_type = type;
  if (situation !== (record.situation ?? '')) patch.situation = situation.trim() === '' ? null : situation;
  return (
    <FormDialog
      title={t('case.edit_situation')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        void (Object.keys(patch).length === 0
          ? state.discard().then(onClose)
          : submit(() => sendAsync({ id, seen, patch })))
      }
    >
      <Select
        label={t('case.type')}
        value={type}
        options={choices('case_type', CASE_TYPES)}
        onChange={(next) => edit({ type: next })}
      />
      <TextArea
        label={t('case.situation')}
        rows={6}
        autoFocus
        value={situation}
        onChange={(next) => edit({ situation: next })}
      />
    </FormDialog>
  );
}

/** As confidential as the one at work may make it. */
export function ConfidentialityDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useT();
  const code = useCodeText();
  const staff = useStaffText();
  const { user } = useSession();
  const { record, id, seen } = view.case;
  const now = record.confidentiality;
  const [value, setValue] = useState<Confidentiality | null>(now);
  const [named, setNamed] = useState<string[]>(record.named.length > 0 ? record.named : [user.staff]);
  const users = useCommand('user.list', {}, { enabled: value === 'sealed' });
  const { send, isPending, error } = useSend('case.update', { done: t('saved'), onDone: onClose });
  const patch = value === 'sealed' ? { confidentiality: value, named } : { confidentiality: value };
  return (
    <FormDialog
      title={t('case.confidentiality')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      needs={[value === null && t('case.who_may_know'), value === 'sealed' && named.length === 0 && t('case.named')]}
      onSubmit={() => (value === now && value !== 'sealed' ? onClose() : send({ id, seen, patch }))}
    >
      <RadioGroup
        label={t('case.who_may_know')}
        value={value}
        choices={view.confidentialities.map((key) => ({
          key,
          label: code('confidentiality', key),
          description: code('confidentiality_help', key),
        }))}
        onChange={setValue}
      />
      {value === 'sealed' && (
        <CheckList
          label={t('case.named')}
          value={named}
          choices={(users.data ?? []).flatMap((one) =>
            one.staff === null ? [] : [{ key: one.staff, label: staff(one) }],
          )}
          onChange={setNamed}
        />
      )}
    </FormDialog>
  );
}
