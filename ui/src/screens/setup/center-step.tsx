import { useMemo } from 'react';
import { ComboBox, ErrorNote, type Option, Select, TextField } from '../../components';
import { dotted, placeName, type T, useCodeText, useLanguage, useT } from '../../i18n';
import { CODES } from '../../ipc/types';
import type { Lacking } from '../../parts/form/needs';
import { useCommand } from '../../state/command';
import type { CenterDraft } from './setup';

export function centerNeeds(draft: CenterDraft, t: T): Lacking {
  return [
    draft.name_ar.trim() === '' && t('setup.center.name_ar'),
    draft.name_fr.trim() === '' && t('setup.center.name_fr'),
    draft.center_type === null && t('setup.center.type'),
    draft.province === null && t('setup.center.province'),
  ];
}

export function CenterStep({
  draft,
  onChange,
}: {
  draft: CenterDraft;
  onChange: (patch: Partial<CenterDraft>) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const { language } = useLanguage();
  const provinces = useCommand('territory.provinces', {});
  const communes = useCommand(
    'territory.communes',
    { province: draft.province ?? '' },
    { enabled: draft.province !== null },
  );
  const provinceOptions = useMemo(() => places(provinces.data ?? [], language), [provinces.data, language]);
  const communeOptions = useMemo(() => places(communes.data ?? [], language), [communes.data, language]);
  const types = CODES.CenterType.map((key) => ({ key, label: code('center_type', key) }));
  return (
    <>
      <TextField
        label={t('setup.center.name_ar')}
        value={draft.name_ar}
        onChange={(name_ar) => onChange({ name_ar })}
        dir="rtl"
        lang="ar"
        autoFocus
      />
      <TextField
        label={t('setup.center.name_fr')}
        value={draft.name_fr}
        onChange={(name_fr) => onChange({ name_fr })}
        dir="ltr"
        lang="fr"
      />
      <Select
        label={t('setup.center.type')}
        value={draft.center_type}
        options={types}
        onChange={(center_type) => onChange({ center_type })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_1.2fr]">
        <ComboBox
          label={t('setup.center.province')}
          value={draft.province}
          options={provinceOptions}
          isLoading={provinces.isLoading}
          onChange={(province) => onChange({ province, commune: null })}
        />
        <ComboBox
          label={dotted(t('setup.center.commune'), t('field.optional'))}
          value={draft.commune}
          options={communeOptions}
          isLoading={communes.isLoading}
          isDisabled={draft.province === null}
          placeholder={draft.province === null ? t('setup.center.commune_first') : t('field.search_or_choose')}
          onChange={(commune) => onChange({ commune })}
        />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-[1.4fr_1fr]">
        <TextField
          label={`${t('field_name.address')} · ${t('field.optional')}`}
          value={draft.address}
          onChange={(address) => onChange({ address })}
        />
        <TextField
          label={`${t('field_name.phone')} · ${t('field.optional')}`}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          dir="ltr"
          type="tel"
        />
      </div>
      <ErrorNote error={provinces.error ?? communes.error} />
    </>
  );
}

/** Both spellings can be typed, whichever is shown. */
function places(
  list: readonly { code: string; name_ar: string; name_fr: string }[],
  language: 'ar' | 'fr' | 'en',
): Option[] {
  return list
    .map((place) => ({
      key: place.code,
      label: placeName(place, language),
      keywords: language === 'ar' ? place.name_fr : place.name_ar,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
