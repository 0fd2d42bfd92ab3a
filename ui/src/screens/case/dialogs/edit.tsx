import { useState } from 'react';
import { RadioGroup, Select, TextArea } from '../../../components';
import { useCodeText, useT } from '../../../i18n';
import type { CaseView, Confidentiality } from '../../../ipc/types';
import { CODES } from '../../../ipc/types';
import { useDialogDraft } from '../../../parts/draft/use-dialog-draft';
import { CheckList } from '../../../parts/form/check-list';
import { useChoices } from '../../../parts/form/choices';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { useStaffText } from '../../../parts/person/who';
import { useCommand } from '../../../state/command';

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
        options={choices('case_type', CODES.CaseType)}
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

/** As confidential as the one at work may make it, and known to whom: who is named and who is not any more is sent, never a whole list. */
export function ConfidentialityDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useT();
  const code = useCodeText();
  const staff = useStaffText();
  const { record, id, seen } = view.case;
  const now = record.confidentiality;
  const before = view.named.map((one) => one.staff);
  const [value, setValue] = useState<Confidentiality | null>(now);
  const [named, setNamed] = useState<string[]>(before);
  const [why, setWhy] = useState('');
  const users = useCommand('user.list', {}, { enabled: value === 'sealed' });
  const { send, isPending, error } = useSend('case.update', { done: t('saved'), onDone: onClose });
  const isSealed = value === 'sealed';
  const name = named.filter((one) => !before.includes(one));
  const unname = before.filter((one) => !named.includes(one));
  const asksWhy = isSealed && view.named.some((one) => one.unname === 'with_reason' && unname.includes(one.staff));
  const changes = value !== now || (isSealed && (name.length > 0 || unname.length > 0));
  return (
    <FormDialog
      title={t('case.confidentiality')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      needs={[
        value === null && t('case.who_may_know'),
        isSealed && named.length === 0 && t('case.named'),
        asksWhy && why.trim() === '' && t('case.unname_why'),
      ]}
      onSubmit={() =>
        changes
          ? send({
              id,
              seen,
              patch: value === now ? {} : { confidentiality: value },
              ...(isSealed ? { name, unname, why: asksWhy ? why.trim() : null } : {}),
            })
          : onClose()
      }
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
      {isSealed && (
        <CheckList
          label={t('case.named')}
          value={named}
          choices={(users.data ?? []).flatMap((one) => {
            if (one.staff === null) return [];
            const stays = view.named.some((other) => other.staff === one.staff && other.unname === 'never');
            return [{ key: one.staff, label: staff(one), ...(stays ? { stays: t('case.stays_named') } : {}) }];
          })}
          onChange={setNamed}
        />
      )}
      {asksWhy && <TextArea label={t('case.unname_why')} isRequired rows={2} value={why} onChange={setWhy} />}
    </FormDialog>
  );
}
