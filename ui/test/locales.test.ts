import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { catalog, type Node, parseFile, sources, walk } from './catalog';

const ar = catalog('ar');
const fr = catalog('fr');
const en = catalog('en');

const NEEDED_FORMS = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  fr: ['one', 'many', 'other'],
  en: ['one', 'other'],
};

interface Plural {
  forms: string[];
  name: string;
}

function inspect(message: string): { plurals: Plural[]; names: Set<string> } {
  const plurals: Plural[] = [];
  const names = new Set<string>();
  const visit = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(String(element.value));
      if (element.type === TYPE.plural) plurals.push({ name: element.value, forms: Object.keys(element.options) });
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return { plurals, names };
}

describe('the three languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(ar));
    expect(Object.keys(en)).toEqual(Object.keys(ar));
  });

  test.each([
    ['ar', ar],
    ['fr', fr],
    ['en', en],
  ] as const)(
    '%s: every message can be read, is not empty, and has the plural forms of its language',
    (language, messages) => {
      for (const [key, message] of Object.entries(messages)) {
        expect(message.trim(), key).not.toBe('');
        for (const plural of inspect(message).plurals) {
          expect(plural.forms, `${key} {${plural.name}}`).toEqual(expect.arrayContaining(NEEDED_FORMS[language]));
        }
      }
    },
  );

  test('say nothing with a value another language lacks', () => {
    for (const [key, message] of Object.entries(ar)) {
      for (const other of [fr, en]) {
        const known = inspect(message).names;
        const extra = [...inspect(other[key] ?? '').names].filter((name) => !known.has(name) && name !== 'sex');
        expect(extra, key).toEqual([]);
      }
    }
  });

  test('never shout', () => {
    for (const messages of [ar, fr, en]) {
      for (const [key, message] of Object.entries(messages)) expect(message, key).not.toContain('!');
    }
  });
});

const asNode = (value: unknown): Node | null =>
  typeof value === 'object' && value !== null && 'type' in value ? (value as Node) : null;

function literalsIn(node: Node | null): string[] {
  const found: string[] = [];
  walk(node, (inner) => {
    if (inner.type === 'Literal' && typeof inner.value === 'string') found.push(inner.value);
  });
  return found;
}

const KEY = /^[a-z_]+(\.[a-z0-9_]+)+$/;

describe('the code', () => {
  const files = sources().map((path) => ({ path, program: parseFile(path) }));

  test('asks for no message that does not exist', () => {
    for (const { path, program } of files) {
      walk(program, (node) => {
        const callee = asNode(node.callee);
        if (node.type !== 'CallExpression' || callee?.type !== 'Identifier') return;
        const first = asNode(Array.isArray(node.arguments) ? node.arguments[0] : null);
        if ((callee.name === 't' || callee.name === 'say') && first !== null) {
          for (const key of literalsIn(first).filter((text) => KEY.test(text)))
            expect(ar, `${path}: ${key}`).toHaveProperty([key]);
        }
        if (callee.name === 'code' && first?.type === 'Literal') {
          const family = `${String(first.value)}.`;
          expect(
            Object.keys(ar).some((key) => key.startsWith(family)),
            `${path}: ${family}*`,
          ).toBe(true);
        }
      });
    }
  });

  const SPOKEN = new Set([
    'label',
    'title',
    'placeholder',
    'aria-label',
    'alt',
    'description',
    'text',
    'note',
    'error',
  ]);

  test('holds no words of its own', () => {
    const found: string[] = [];
    for (const { path, program } of files.filter((file) => file.path.endsWith('x'))) {
      walk(program, (node) => {
        if (node.type === 'JSXText' && /\p{L}/u.test(String(node.value)))
          found.push(`${path}: ${String(node.value).trim()}`);
        const name = asNode(node.name);
        const value = asNode(node.value);
        if (node.type !== 'JSXAttribute' || name === null || !SPOKEN.has(String(name.name)) || value === null) return;
        if (value.type === 'Literal' && /\p{L}/u.test(String(value.value)))
          found.push(`${path}: ${String(value.value)}`);
      });
    }
    expect(found).toEqual([]);
  });

  test('is written in one alphabet: Arabic belongs to the locales', () => {
    const autonyms = new Set(['العربية', 'Français']);
    for (const { path, program } of files) {
      for (const text of literalsIn(program)) {
        if (!autonyms.has(text)) expect(text, path).not.toMatch(/[\p{Script=Arabic}àâçéèêëîïôûù]/u);
      }
    }
  });
});
