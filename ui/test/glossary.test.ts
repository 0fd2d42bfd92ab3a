import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { catalog, root } from './catalog';

const assets = join(root, '../assets');

type Language = 'ar' | 'fr' | 'en';
const LANGUAGES: readonly Language[] = ['ar', 'fr', 'en'];

interface Rule {
  sense: string;
  keys: RegExp[];
  /** Where the same word means something else. */
  not: RegExp[];
  language: Language;
  say: string;
  never: string[];
}

/** `*.day` is every key that ends in `.day`, `*.*` every key, `*` every text there is. */
const asPattern = (key: string) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);

const rules: Rule[] = readFileSync(join(assets, 'glossary.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [sense = '', keys = '', language = '', say = '', never = ''] = line.split('\t');
    return {
      sense,
      keys: keys
        .split(' ')
        .filter((key) => !key.startsWith('!'))
        .map(asPattern),
      not: keys
        .split(' ')
        .filter((key) => key.startsWith('!'))
        .map((key) => asPattern(key.slice(1))),
      language: language as Language,
      say,
      never: never.split(' | '),
    };
  });

/** Vowel signs are written or left out as one pleases; a capital is no other word. */
const folded = (text: string) =>
  text
    .replace(/[\u064b-\u0652]/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('’', "'")
    .toLowerCase();

/** What is joined to an Arabic word in front of it: and, so, by, as, for, the. */
const JOINED = '[وف]?[بكل]?(?:ال|لل)?';

/** A whole word: «قريب» is not in «قريبا», nor « rapide » in « rapidement ». */
function holds(text: string, word: string): boolean {
  const plain = folded(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /\p{Script=Arabic}/u.test(plain) ? JOINED : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}${plain}(?![\\p{L}\\p{N}])`, 'u').test(folded(text));
}

/** The words of a message, without the names of what is put into it. */
function wordsOf(message: string): string {
  const found: string[] = [];
  const visit = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal) found.push(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message));
  return found.join('\n');
}

/** Every text in one language of what is data: forms, protocols, words of the letters. */
function textsOf(data: unknown, language: Language): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === language && typeof value === 'string' ? [value] : textsOf(value, language),
  );
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const folder = (name: string) => readdirSync(join(assets, name)).map((file) => join(assets, name, file));
const data = [...folder('forms'), ...folder('protocols'), join(assets, 'letters/words.json')];

/** What somebody may read in a language, and where it stands; a key of the locales where there is one. */
function said(language: Language): { at: string; text: string; isKey: boolean }[] {
  const guide = language === 'en' ? [] : [join(root, `../docs/user-guide.${language}.md`)];
  return [
    ...Object.entries(catalog(language)).map(([at, message]) => ({ at, text: wordsOf(message), isKey: true })),
    ...data.flatMap((at) => textsOf(json(at), language).map((text) => ({ at, text, isKey: false }))),
    ...guide.map((at) => ({ at, text: readFileSync(at, 'utf8'), isKey: false })),
  ];
}

const concerns = (rule: Rule, at: string, isKey: boolean) =>
  rule.keys.some((key) => key.test(isKey ? at : 'everywhere')) && !rule.not.some((key) => isKey && key.test(at));

describe('the glossary', () => {
  test.each(LANGUAGES)('%s: what is decided is said, and what was given up is said nowhere', (language) => {
    const texts = said(language);
    for (const rule of rules.filter((one) => one.language === language)) {
      const about = texts.filter(({ at, isKey }) => concerns(rule, at, isKey));
      const wrong = about.flatMap(({ at, text }) =>
        rule.never.filter((word) => holds(text, word)).map((word) => `${at}: ${word}`),
      );
      expect(wrong, rule.sense).toEqual([]);
      if (rule.say !== '')
        expect(
          about.some(({ text }) => holds(text, rule.say)),
          `${rule.sense}: ${rule.say}`,
        ).toBe(true);
    }
  });

  test('a word is found whole, whatever is joined in front of it', () => {
    expect(holds('الملفات المختومة لا تصدر', 'مختومة')).toBe(true);
    expect(holds('وبالمركز الرئيسي', 'المركز الرئيسي')).toBe(true);
    expect(holds('لم يَضَع أي شيء', 'لم يضع')).toBe(true);
    expect(holds('قريبا', 'قريب')).toBe(false);
    expect(holds('Rapidement', 'Rapide')).toBe(false);
    expect(holds('PAS SÛR', 'Pas sûr')).toBe(true);
  });
});
