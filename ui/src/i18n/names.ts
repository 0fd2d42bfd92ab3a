import type { Language } from '../ipc/types';

export interface PersonNames {
  given_name_ar?: string | null;
  family_name_ar?: string | null;
  given_name_lat?: string | null;
  family_name_lat?: string | null;
}

export interface StaffNames {
  name_ar?: string | null;
  name_lat?: string | null;
}

export interface ShownName {
  /** In the script of the language when it is known, else in the other. */
  primary: string;
  /** The other script, shown quieter beside it. */
  secondary: string | null;
}

function pick(language: Language, arabic: string, latin: string): ShownName {
  const [first, second] = language === 'ar' ? [arabic, latin] : [latin, arabic];
  return first === '' ? { primary: second, secondary: null } : { primary: first, secondary: second || null };
}

function join(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

export function personName(person: PersonNames, language: Language): ShownName {
  return pick(
    language,
    join(person.given_name_ar, person.family_name_ar),
    join(person.given_name_lat, person.family_name_lat),
  );
}

const BETWEEN = ' · ';

/** A name kept as one text for a list that may be read in another language: every spelling that is known. */
export function keptName(person: PersonNames): string {
  const { primary, secondary } = personName(person, 'ar');
  return secondary === null ? primary : `${primary}${BETWEEN}${secondary}`;
}

/** Of a name kept so, the spelling of the language. */
export function keptNameIn(kept: string, language: Language): string {
  const spellings = kept.split(BETWEEN);
  const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);
  return spellings.find((spelling) => isArabic(spelling) === (language === 'ar')) ?? spellings[0] ?? '';
}

export function staffName(staff: StaffNames, language: Language): ShownName {
  return pick(language, staff.name_ar?.trim() ?? '', staff.name_lat?.trim() ?? '');
}

const ARTICLE = /^(el|al|le|la|de)$/i;

/** First letters of the first two words, articles left out. A thin space keeps two Arabic letters from joining. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !ARTICLE.test(word));
  const letters = words.slice(0, 2).map((word) => [...word.replace(/^ال(?=.{2})/u, '')][0] ?? '');
  return letters.join(/[a-z]/i.test(letters[0] ?? '') ? '' : '\u2009');
}

export function placeName(place: { name_ar: string; name_fr: string }, language: Language): string {
  return language === 'ar' ? place.name_ar : place.name_fr;
}
