import { useMemo } from 'react';
import { ComboBox, type Option } from '../../components';
import { placeName, useLanguage, useT } from '../../i18n';
import type { Language, Place } from '../../ipc/types';
import { useCommand } from '../../state/command';

function places(list: readonly Place[], language: Language): Option[] {
  return list.map((place) => ({
    key: place.code,
    label: placeName(place, language),
    keywords: `${place.name_ar} ${place.name_fr}`,
  }));
}

/** Place, then commune: both may be left empty. */
export function PlaceFields({
  province,
  commune,
  onChange,
}: {
  province: string | null;
  commune: string | null;
  onChange: (patch: { province?: string | null; commune: string | null }) => void;
}) {
  const t = useT();
  const { language } = useLanguage();
  const provinces = useCommand('territory.provinces', {});
  const communes = useCommand('territory.communes', { province: province ?? '' }, { enabled: province !== null });
  const provinceOptions = useMemo(() => places(provinces.data ?? [], language), [provinces.data, language]);
  const communeOptions = useMemo(() => places(communes.data ?? [], language), [communes.data, language]);
  return (
    <>
      <ComboBox
        label={t('place.province')}
        value={province}
        options={provinceOptions}
        isLoading={provinces.isLoading}
        onChange={(next) => next !== province && onChange({ province: next, commune: null })}
      />
      <ComboBox
        label={t('place.commune')}
        value={commune}
        options={communeOptions}
        isLoading={communes.isLoading}
        isDisabled={province === null}
        placeholder={province === null ? t('setup.center.commune_first') : t('field.search_or_choose')}
        onChange={(next) => next !== commune && onChange({ commune: next })}
      />
    </>
  );
}
