import { latinDigits } from '../../i18n';
import type { Person } from '../../ipc/types';

const ARABIC = /\p{Script=Arabic}/u;
const PARTICLE =
  /^(el|al|ben|bent|ait|ou|bou|\u0628\u0646|\u0628\u0646\u062a|\u0622\u064a\u062a|\u0623\u064a\u062a)$/iu;

function capital(word: string): string {
  return ARABIC.test(word) ? word : word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);
}

/** The last word is the family name, with the particle before it. */
function split(words: readonly string[]): { given: string | null; family: string | null } {
  if (words.length === 0) return { given: null, family: null };
  if (words.length === 1) return { given: words[0] ?? null, family: null };
  const cut = words.length > 2 && PARTICLE.test(words.at(-2) ?? '') ? words.length - 2 : words.length - 1;
  return { given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') };
}

/** What was typed to look somebody up, turned into the first fields of their card. */
export function guessFromQuery(query: string): Partial<Person> {
  const text = latinDigits(query).trim();
  const phone = text.replace(/[\s.-]/g, '');
  if (/^(\+212|00212|0)\d{9}$/.test(phone)) return { phone };
  const guess: Partial<Person> = {};
  const arabic: string[] = [];
  const latin: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (/^(19|20)\d{2}$/.test(word)) guess.birth_date = word;
    else if (/^[a-z]{1,2}\d{4,7}$/i.test(word)) guess.cnie = word.toUpperCase();
    else if (ARABIC.test(word)) arabic.push(word);
    else if (/\p{L}/u.test(word)) latin.push(capital(word));
  }
  const ar = split(arabic);
  const lat = split(latin);
  if (ar.given !== null) guess.given_name_ar = ar.given;
  if (ar.family !== null) guess.family_name_ar = ar.family;
  if (lat.given !== null) guess.given_name_lat = lat.given;
  if (lat.family !== null) guess.family_name_lat = lat.family;
  if (guess.cnie !== undefined) guess.document_type = 'cnie';
  return guess;
}
