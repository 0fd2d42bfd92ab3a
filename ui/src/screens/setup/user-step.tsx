import { RadioGroup, Segmented, TextField } from '../../components';
import { type T, useCodeText, useT } from '../../i18n';
import type { Lacking } from '../../parts/form/needs';
import type { UserDraft } from './setup';

export function userNeeds(draft: UserDraft, asksRole: boolean, t: T): Lacking {
  return [
    draft.name_ar.trim() === '' && t('setup.user.name_ar'),
    draft.name_lat.trim() === '' && t('setup.user.name_lat'),
    draft.sex === null && t('setup.user.sex'),
    asksRole && draft.role === null && t('setup.user.role'),
  ];
}

/** Who will work here. Whoever joins a center has the role its hub gives them. */
export function UserStep({
  asksRole,
  draft,
  onChange,
}: {
  asksRole: boolean;
  draft: UserDraft;
  onChange: (patch: Partial<UserDraft>) => void;
}) {
  const t = useT();
  const code = useCodeText();
  return (
    <>
      <TextField
        label={t('setup.user.name_ar')}
        value={draft.name_ar}
        onChange={(name_ar) => onChange({ name_ar })}
        dir="rtl"
        lang="ar"
        autoFocus
      />
      <TextField
        label={t('setup.user.name_lat')}
        value={draft.name_lat}
        onChange={(name_lat) => onChange({ name_lat })}
        dir="ltr"
        lang="fr"
      />
      <Segmented
        label={t('setup.user.sex')}
        value={draft.sex}
        onChange={(sex) => onChange({ sex })}
        choices={[
          { key: 'female', label: t('sex.female') },
          { key: 'male', label: t('sex.male') },
        ]}
      />
      {asksRole && (
        <RadioGroup
          label={t('setup.user.role')}
          value={draft.role}
          onChange={(role) => onChange({ role })}
          choices={[
            { key: 'director', label: code('role', 'director', { sex: draft.sex }) },
            { key: 'administrator', label: code('role', 'administrator', { sex: draft.sex }) },
          ]}
        />
      )}
    </>
  );
}
