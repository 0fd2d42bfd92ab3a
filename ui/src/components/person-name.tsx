import { type PersonNames, personName, useLanguage, useT } from '../i18n';

/** Both spellings: the one of the language first, the other beside it in a quieter tone. */
export function PersonName({ person, className = '' }: { person: PersonNames; className?: string }) {
  const { language } = useLanguage();
  const t = useT();
  const { primary, secondary } = personName(person, language);
  return (
    <span className={className}>
      <bdi>{primary === '' ? t('person.unnamed') : primary}</bdi>
      {secondary !== null && (
        <>
          {' '}
          <bdi className="font-normal text-ink-3">{secondary}</bdi>
        </>
      )}
    </span>
  );
}
