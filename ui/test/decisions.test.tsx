import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { type Attention, CODES, type ConflictItem, RECORDS, type RefusedItem } from '../src/ipc/types';
import { catalog } from './catalog';
import { centerPort, day, fatima } from './center';
import { latifa, youssef } from './people';
import { at, expectAccessible } from './render';

const LANGUAGES = ['ar', 'fr', 'en'] as const;

/** Every field of every kind, as the core declares it. */
const FIELDS = Object.entries(RECORDS).flatMap(([kind, fields]) =>
  Object.entries(fields).map(([field, declared]) => ({ kind, field, ...declared })),
);

describe('whatever the core can send to be decided', () => {
  test('is a record of a kind that has a name', () => {
    const kinds = Object.keys(RECORDS);
    expect(kinds.length).toBeGreaterThan(20);
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
    const coded = FIELDS.filter((one) => one.codes !== undefined);
    expect(coded.length).toBeGreaterThan(20);
    for (const { kind, field, codes, family } of coded) {
      for (const language of LANGUAGES) {
        for (const code of codes === undefined ? [] : CODES[codes]) {
          expect(catalog(language), `${language}: ${kind}.${field}`).toHaveProperty([`${family}.${code}`]);
        }
      }
    }
  });

  test('is a field that has a name', () => {
    for (const { kind, field } of FIELDS) {
      for (const language of LANGUAGES) {
        expect(catalog(language), `${language}: ${kind}.${field}`).toHaveProperty([`field_name.${field}`]);
      }
    }
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
  'attention.list': () => ({ conflicts: [], refused: [], readerless: [], ...attention }),
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

test('a case nobody may read any more is given to somebody, and nothing of it is shown', async () => {
  const port = centerPort(waiting({ readerless: [{ case: 'c9', since: '2026-11-18' }] }));
  const { container } = at(port, '/attention');
  const words = catalog('fr');
  const region = await screen.findByRole('region', { name: words['readerless.title'] ?? '' });
  await expectAccessible(container);
  const give = within(region).getByRole('button', { name: words['readerless.give'] ?? '' });
  expect(give).toHaveProperty('disabled', true);
  await userEvent.click(within(region).getByRole('button', { name: new RegExp(words['readerless.staff'] ?? '') }));
  await userEvent.click(await screen.findByRole('option', { name: /Youssef/ }));
  await userEvent.click(give);
  await waitFor(() => expect(port.last('case.give_reader')).toMatchObject({ case: 'c9' }));
});
