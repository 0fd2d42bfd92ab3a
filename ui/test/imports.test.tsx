import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CommandError } from '../src/ipc';
import type { ImportStatus, ImportView, ListOpened, ListPreview, PreviewArgs } from '../src/ipc/types';
import { card, centerPort, emptyPerson } from './center';
import { changed } from './memory-port';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

const opened: ListOpened = {
  import: 'i1',
  file_name: 'لائحة 2025.csv',
  format: 'csv',
  encoding: 'windows-1256',
  delimiter: ';',
  reads_otherwise: true,
  sheet: null,
  sheets: [],
  rows: 3,
  above: 2,
  columns: [
    { name: 'الاسم', field: 'full_name', samples: ['زينب المرابط', 'حسن بوعزة'] },
    { name: 'تاريخ الازدياد', field: 'birth_date', samples: ['14/03/91'] },
    { name: 'الأبناء', field: 'remark', samples: ['3'] },
  ],
};

const zineb = {
  ...card('p1', ['زينب', 'المرابط'], ['', ''], { person: null }),
  given_name_lat: null,
  family_name_lat: null,
};

const preview: ListPreview = {
  counts: { rows: 3, ready: 2, refused: 1, doubted: 1, twins: 0 },
  to_write: 2,
  problems: [
    { code: 'name_missing', refuses: true, count: 1, first: [5] },
    { code: 'two_digit_year', refuses: false, count: 1, first: [3] },
  ],
  rows: [
    {
      row: 3,
      person: { ...emptyPerson, given_name_ar: 'زينب', family_name_ar: 'المرابط', import_remark: 'الأبناء: 3' },
      card: zineb,
      province_names: null,
      refusal: null,
      doubts: [{ column: 'تاريخ الازدياد', code: 'two_digit_year' }],
      cells: [],
      twin_of: null,
    },
    {
      row: 5,
      person: null,
      card: null,
      province_names: null,
      refusal: 'name_missing',
      doubts: [],
      cells: ['', '1985', ''],
      twin_of: null,
    },
  ],
  total: 2,
};

const idle: ImportStatus = { running: null, last: null, ended: 0 };

const past: ImportView = {
  import: 'i0',
  file_name: 'ancienne.xlsx',
  format: 'xlsx',
  at: '2026-11-20T09:00:00Z',
  staff: latifa,
  rows: 120,
  imported: 118,
  refused: 2,
  left_out: 0,
  state: 'done',
  undone_on: null,
  undone_by: { staff: null, name_ar: null, name_lat: null, sex: null, role: null },
  kept: 0,
  has_error_sheet: true,
  may_undo: true,
};

const replies = {
  'import.status': () => idle,
  'import.list': () => [past],
  'import.open': () => opened,
  'import.reread': () => opened,
  'import.preview': ({ leave_out }: Pick<PreviewArgs, 'leave_out'>) => ({
    ...preview,
    to_write: preview.to_write - leave_out.length,
  }),
  'import.known': () => ({ compared: 0, whole: false, same: 0, total: 0, rows: [] }),
  'import.start': () => changed({ running: null, last: null, ended: 0 } as ImportStatus, 'import'),
};

const file = () => new File(['x'], 'liste.csv', { type: 'text/csv' });

test('a list is chosen, its columns are put right, what would be written is seen, and only then written', async () => {
  const port = centerPort(replies);
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Importer une liste' }));
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file());
  expect(await screen.findByText('Liste en texte')).toBeTruthy();
  expect(port.last('import.open')).toEqual({ file_name: 'liste.csv', content: 'eA==' });
  await expectAccessible(container);

  // Whoever sees no letters asks for another reading, and is told nothing of encodings.
  expect(container.textContent).not.toContain('windows-1256');
  await user.click(screen.getByRole('button', { name: 'Lettres illisibles ? Essayer une autre lecture' }));
  expect(port.last('import.reread')).toEqual({ import: 'i1' });

  await user.click(screen.getByRole('button', { name: /Sens de la colonne .*الأبناء/ }));
  await user.click(await screen.findByRole('option', { name: 'Colonne non importée' }));
  await user.click(screen.getByRole('button', { name: "Vérifier avant d'enregistrer" }));
  const rows = await screen.findByRole('list', { name: /Aperçu/ });
  expect(within(rows).getByText('Année sur deux chiffres')).toBeTruthy();
  expect(within(rows).getByText('Aucun nom')).toBeTruthy();
  expect(port.asked.some((call) => call.name === 'import.start')).toBe(false);
  await expectAccessible(container);

  await user.click(screen.getByRole('button', { name: 'Enregistrer 2 personnes' }));
  await waitFor(() =>
    expect(port.last('import.start')).toEqual({
      import: 'i1',
      mapping: { الاسم: 'full_name', 'تاريخ الازدياد': 'birth_date', الأبناء: 'nothing' },
      leave_out: [],
      leave_out_twins: true,
      leave_out_known: true,
      bring: [],
    }),
  );
});

test('without a column for the name nothing goes on, and a row may be left out', async () => {
  const port = centerPort(replies);
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Importer une liste' }));
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file());
  await user.click(await screen.findByRole('button', { name: /Sens de la colonne .*الاسم/ }));
  await user.click(await screen.findByRole('option', { name: 'Adresse' }));
  expect(screen.getByRole('alert').textContent).toContain('Aucune colonne');
  expect(screen.getByRole('button', { name: /Vérifier avant/ })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: /Sens de la colonne .*الاسم/ }));
  await user.click(await screen.findByRole('option', { name: /^Nom complet \(prénom/ }));
  await user.click(screen.getByRole('button', { name: /Vérifier avant/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Écarter' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer 1 personne' }));
  await waitFor(() => expect(port.last('import.start')).toMatchObject({ leave_out: [3] }));
});

test('whoever may be known is shown beside the register, and brought in only when somebody says so', async () => {
  const same = {
    row: 3,
    person: zineb,
    same: true,
    candidates: [
      {
        person: card('p1', ['زينب', 'المرابط'], ['Zineb', 'Mrabet']),
        score: 0.97,
        verdict: 'same' as const,
        reasons: [{ code: 'cnie_same' as const, favours: true }],
        cases: [],
      },
    ],
  };
  const port = centerPort({
    ...replies,
    'import.known': () => ({ compared: 3, whole: true, same: 1, total: 1, rows: [same] }),
    'import.preview': ({ bring }) => ({ ...preview, to_write: bring.includes(3) ? 2 : 1 }),
  });
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Importer une liste' }));
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file());
  await user.click(await screen.findByRole('button', { name: /Vérifier avant/ }));
  const list = await screen.findByRole('list', { name: 'Comparaison avec le registre' });
  expect(within(list).getByText('Même CNIE')).toBeTruthy();
  await expectAccessible(container);
  expect(await screen.findByRole('button', { name: 'Enregistrer 1 personne' })).toBeTruthy();
  await user.click(within(list).getByRole('checkbox', { name: 'Écarter' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer 2 personnes' }));
  await waitFor(() => expect(port.last('import.start')).toMatchObject({ leave_out: [], bring: [3] }));
});

test('a file that is no list is refused in words, and another may be chosen', async () => {
  const port = centerPort({
    ...replies,
    'import.open': () => {
      throw new CommandError('import_old_format');
    },
  });
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Importer une liste' }));
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file());
  expect((await screen.findByRole('alert')).textContent).toContain('.xlsx');
  expect(screen.getByRole('button', { name: 'Choisir un fichier' })).toBeTruthy();
});

test('a list under way is followed and can be stopped', async () => {
  const port = centerPort({
    ...replies,
    'import.status': () => ({
      running: { import: 'i1', phase: 'writing', done: 500, total: 2000 },
      last: null,
      ended: 0,
    }),
    'import.stop': () => idle,
  });
  at(port, '/imports');
  const user = userEvent.setup();
  const bar = await screen.findByRole('progressbar', { name: 'Enregistrement des personnes' });
  expect(bar.getAttribute('aria-valuenow')).toBe('25');
  await user.click(screen.getByRole('button', { name: 'Arrêter' }));
  await waitFor(() => expect(port.last('import.stop')).toEqual({}));
});

test('taking a list back is asked for twice, and those who stay are named', async () => {
  const port = centerPort({ ...replies, 'import.undo': () => idle });
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await screen.findByText('ancienne.xlsx');
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: "Annuler l'importation" }));
  const dialog = await screen.findByRole('dialog', { name: "Annuler l'importation" });
  expect(port.asked.some((call) => call.name === 'import.undo')).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Annuler la liste' }));
  await waitFor(() => expect(port.last('import.undo')).toEqual({ import: 'i0' }));
});

test('the director takes people out, having said what of them leaves; others are not offered it', async () => {
  const director = { ...openDevice, session: acting(latifa, 'director') };
  const port = centerPort({
    'device.status': () => director,
    'export.people': () => ({ file_name: 'jisr.xlsx', mime: 'application/x', base64: 'UEs=' }),
  });
  const { container, unmount } = at(port, '/people');
  window.URL.createObjectURL = () => 'blob:x';
  window.URL.revokeObjectURL = () => {};
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Exporter vers Excel' }));
  const dialog = await screen.findByRole('dialog', { name: 'Exporter vers Excel' });
  await expectAccessible(dialog);
  await user.click(within(dialog).getByRole('checkbox', { name: 'Numéro de CNIE' }));
  await user.click(within(dialog).getByRole('button', { name: 'Exporter' }));
  await waitFor(() =>
    expect(port.last('export.people')).toMatchObject({
      query: null,
      columns: [
        'given_name_ar',
        'family_name_ar',
        'given_name_lat',
        'family_name_lat',
        'sex',
        'birth_date',
        'cnie',
        'commune',
      ],
      language: 'fr',
    }),
  );
  expect(container).toBeTruthy();
  unmount();
  at(centerPort(), '/people');
  await screen.findByRole('button', { name: 'Importer une liste' });
  expect(screen.queryByRole('button', { name: 'Exporter vers Excel' })).toBeNull();
});
