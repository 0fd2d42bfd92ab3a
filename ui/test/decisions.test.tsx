import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Attention, ConflictItem, RefusedItem } from '../src/ipc/types';
import { familyOf, meaningOf } from '../src/parts/value/words';
import { catalog, root } from './catalog';
import { centerPort, day, fatima } from './center';
import { latifa, youssef } from './people';
import { at, expectAccessible } from './render';

const LANGUAGES = ['ar', 'fr', 'en'] as const;

/** Every record and every code as the core declares them: only some of them are in the types of the commands. */
function declared() {
  const folder = join(root, '../crates/domain/src');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rs'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const codes = new Map<string, string[]>();
  for (const [, block] of source.matchAll(/^code! \{(.*?)^\}/gms)) {
    for (const [, name, values] of (block ?? '').matchAll(/(\w+) \{(.*?)^ {4}\}/gms)) {
      codes.set(
        name ?? '',
        [...(values ?? '').matchAll(/= "(\w+)"/g)].map((found) => found[1] ?? ''),
      );
    }
  }
  const fields: { kind: string; field: string; type: string }[] = [];
  for (const [, block] of source.matchAll(/^record! \{(.*?)^\}/gms)) {
    const name = /(\w+): \w+Id, about: [^{]+ \{/.exec(block ?? '')?.[1] ?? '';
    const kind = name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    for (const [, field, type] of (block ?? '').matchAll(/(\w+): (?:Option|Vec)<([\w:]+)> =>/g)) {
      fields.push({ kind, field: field ?? '', type: (type ?? '').split('::').at(-1) ?? '' });
    }
  }
  return { codes, fields };
}

describe('whatever the core can send to be decided', () => {
  const { codes, fields } = declared();
  const types = readFileSync(join(root, 'src/ipc/types.ts'), 'utf8');
  const union = (name: string) =>
    [...(new RegExp(`^export type ${name} = (.*);$`, 'm').exec(types)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(
      (found) => found[1] ?? '',
    );

  test('is a record of a kind that has a name', () => {
    const kinds = union('Kind');
    expect(kinds.length).toBeGreaterThan(20);
    expect([...new Set(fields.map((one) => one.kind))].filter((kind) => !kinds.includes(kind))).toEqual([]);
    for (const language of LANGUAGES) {
      for (const kind of kinds) expect(catalog(language), language).toHaveProperty([`kind.${kind}`]);
    }
  });

  test('has a verdict with a name', () => {
    for (const language of LANGUAGES) {
      for (const verdict of ['rejected', 'held']) {
        expect(catalog(language), language).toHaveProperty([`verdict.${verdict}`]);
      }
    }
  });

  test('shows no code as it is, in any language', () => {
    const coded = fields.filter((one) => codes.has(one.type));
    expect(coded.length).toBeGreaterThan(20);
    for (const { kind, field, type } of coded) {
      const family = familyOf(kind, field);
      expect(family, `${kind}.${field}`).not.toBeNull();
      for (const language of LANGUAGES) {
        for (const code of codes.get(type) ?? []) {
          expect(catalog(language), `${language}: ${kind}.${field}`).toHaveProperty([`${family}.${code}`]);
        }
      }
    }
  });

  test('shows no id as it is', () => {
    const ids = fields.filter((one) => /Id$/.test(one.type));
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((one) => meaningOf(one.kind, one.field) === null)).toEqual([]);
  });
});

const conflict = (more: Partial<ConflictItem>): ConflictItem => ({
  kind: 'case',
  id: 'c1',
  person: fatima,
  case: { case: 'c1', number: 'KEN-2026-B-00042' },
  about: [],
  seen: 'seen-c1',
  fields: [],
  ...more,
});
const told = (first: unknown, second: unknown) => [
  { value: first, staff: { ...latifa }, at_ms: String(Date.now() - 3_600_000) },
  { value: second, staff: { ...youssef }, at_ms: String(Date.now() - 7_200_000) },
];
const refused = (more: Partial<RefusedItem>): RefusedItem => ({
  tx: 'tx1',
  verdict: 'rejected',
  code: 'verdict_not_permitted',
  changes: [],
  at_ms: String(Date.now() - 7_200_000),
  ...more,
});
const waiting = (attention: Partial<Attention>) => ({
  'attention.list': () => ({ conflicts: [], refused: [], ...attention }),
});

test('two tellings of a closed case are read in words and settled', async () => {
  const port = centerPort(
    waiting({
      conflicts: [conflict({ fields: [{ field: 'case_type', values: told('single_mother', 'woman_in_difficulty') }] })],
    }),
  );
  const { container } = at(port, '/attention');
  const field = await screen.findByRole('list', { name: catalog('fr')['field_name.case_type'] ?? '' });
  await expectAccessible(container);
  const kept = catalog('fr')['case_type.woman_in_difficulty'] ?? '';
  await userEvent.click(within(field).getByRole('button', { name: `Retenir cette information ${kept}` }));
  await waitFor(() =>
    expect(port.last('conflict.resolve')).toEqual({
      kind: 'case',
      id: 'c1',
      field: 'case_type',
      value: 'woman_in_difficulty',
      seen: 'seen-c1',
    }),
  );
});

test('which visit is meant is said beside its kind', async () => {
  const port = centerPort(
    waiting({
      conflicts: [
        conflict({
          kind: 'visit',
          about: [
            { field: 'planned_on', value: '2026-11-18' },
            { field: 'purpose', value: 'زيارة الاطمئنان' },
          ],
          fields: [{ field: 'place', values: told('حي السلام', 'حي الأمل') }],
        }),
      ],
    }),
  );
  const { container } = at(port, '/attention');
  const card = await screen.findByRole('region', { name: /Visite/ });
  expect(card.textContent).toContain('18\u00a0novembre\u00a02026');
  expect(card.textContent).toContain('زيارة الاطمئنان');
  await expectAccessible(container);
});

test('who goes and where are names, not numbers', async () => {
  at(
    centerPort(
      waiting({
        conflicts: [
          conflict({
            kind: 'visit',
            id: 'v1',
            fields: [{ field: 'staff', values: told(latifa.staff, youssef.staff) }],
          }),
          conflict({
            kind: 'person',
            id: 'p1',
            case: null,
            fields: [{ field: 'commune', values: told('04.281.01', null) }],
          }),
        ],
      }),
    ),
    '/attention',
  );
  expect(await screen.findByRole('button', { name: 'Retenir cette information Youssef El Amrani' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Retenir cette information Kénitra' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Retenir cette information non renseigné' })).toBeTruthy();
});

test.each(LANGUAGES)(
  '%s: what was refused is told in words, its step and its partner by their names',
  async (language) => {
    const words = catalog(language);
    at(
      centerPort(
        waiting({
          refused: [
            refused({
              changes: [
                {
                  kind: 'step_event',
                  id: 'e1',
                  person: fatima,
                  patch: {
                    case: 'c1',
                    instance: 'i1',
                    step: 'court',
                    event: 'done',
                    outcome: 'absent',
                    by: latifa.staff,
                  },
                },
                {
                  kind: 'referral',
                  id: 'r1',
                  person: fatima,
                  patch: { case: 'c1', partner: 'q1', urgency: 'immediate', created_on: day(0) },
                },
                { kind: 'case_event', id: 'e2', person: fatima, patch: { event: 'closed', reason: 'moved' } },
              ],
            }),
          ],
        }),
      ),
      '/attention',
      language,
    );
    const card = await screen.findByRole('region', { name: words['attention.refused'] ?? '' });
    const step = { ar: /مرافقة إلى خلية التكفل/, fr: /Cellule de prise en charge/, en: /Cellule de prise en charge/ };
    expect(await within(card).findByText(step[language])).toBeTruthy();
    expect(await within(card).findByText(language === 'ar' ? /الأمل/ : /Al Amal/)).toBeTruthy();
    for (const key of ['step_event.done', 'urgency.immediate', 'case_event.closed', 'closure_reason.moved']) {
      expect(within(card).getByText(words[key] ?? '')).toBeTruthy();
    }
    expect(card.textContent).not.toContain(latifa.staff);
  },
);

test('what waits for another change cannot be sent again by itself', async () => {
  const port = centerPort(
    waiting({
      refused: [
        refused({
          verdict: 'held',
          code: 'verdict_depends_on_rejected',
          changes: [{ kind: 'note', id: 'n1', person: fatima, patch: { body: 'Suite' } }],
        }),
      ],
    }),
  );
  at(port, '/attention');
  const card = await screen.findByRole('region', { name: /non acceptée/ });
  expect(within(card).getByText('En suspens')).toBeTruthy();
  expect(within(card).queryByRole('button', { name: 'Renvoyer' })).toBeNull();
});
