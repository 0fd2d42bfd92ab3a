import { type PersonNames, personName, useLanguage, useT } from '../i18n';
import { Marked } from './marked';

/** Both spellings: the one of the language first, the other beside it in a quieter tone. */
export function PersonName({
  person,
  found = [],
  className = '',
}: {
  person: PersonNames;
  /** Words of the name to show as found. */
  found?: readonly string[];
  className?: string;
}) {
  const { language } = useLanguage();
  const t = useT();
  const { primary, secondary } = personName(person, language);
  return (
    <span className={className}>
      <bdi className="phrase">{primary === '' ? t('person.unnamed') : <Marked text={primary} found={found} />}</bdi>
      {secondary !== null && (
        <>
          {' '}
          <bdi className="phrase font-normal text-ink-3">
            <Marked text={secondary} found={found} />
          </bdi>
        </>
      )}
    </span>
  );
}
