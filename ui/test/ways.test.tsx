import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test } from 'vitest';
import { dotted, keptName, keptNameIn, LocaleProvider, useT } from '../src/i18n';
import type { ImportStatus, PartnerView } from '../src/ipc/types';
import { catalog, root } from './catalog';
import { centerPort, today } from './center';
import { at } from './render';

// The screens come with their first use: on a busy machine that alone may take longer than a test waits for anything.
beforeAll(() => import('../src/workspace'), 120_000);

function Told() {
  return <p>{useT()('search.recorded_as', { name: 'amina' })}</p>;
}

const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/[\u2066-\u2069\u00a0]/g, ' ').replace(/\s+/g, ' ');

describe('from a list and back', () => {
  test('the cases are found as they were left: what was typed, what was ticked, how far down', async () => {
    const port = centerPort();
    at(port, '/cases');
    const user = userEvent.setup();
    await user.type(await screen.findByRole('searchbox', { name: 'Rechercher un dossier par nom ou numéro' }), 'fat');
    await user.click(screen.getByRole('checkbox', { name: 'Inclure les dossiers clos' }));
    await waitFor(() => expect(port.last('case.list')).toMatchObject({ query: 'fat', closed: true }));
    const content = document.getElementById('content') as HTMLElement;
    content.scrollTop = 340;
    await user.click(screen.getAllByRole('button', { name: /El Alaoui/ })[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: /^Retour.*Dossiers/ }));
    expect(await screen.findByRole('searchbox', { name: 'Rechercher un dossier par nom ou numéro' })).toHaveProperty(
      'value',
      'fat',
    );
    expect(screen.getByRole('checkbox', { name: 'Inclure les dossiers clos' })).toHaveProperty('checked', true);
    await waitFor(() => expect(content.scrollTop).toBe(340));

    // Opened from the navigation it begins anew.
    await user.click(screen.getByRole('link', { name: /Visites/ }));
    await user.click(await screen.findByRole('link', { name: /^Dossiers/ }));
    expect(await screen.findByRole('searchbox', { name: 'Rechercher un dossier par nom ou numéro' })).toHaveProperty(
      'value',
      '',
    );
  });

  test('a person and a referral lead back to where they were found; without a way, to their own list', async () => {
    at(centerPort(), '/referrals');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: 'En attente' }));
    await user.click(await screen.findByRole('button', { name: 'Ouvrir · R-7K3M-9QPT' }));
    await user.click(await screen.findByRole('button', { name: /^Retour.*Référencements/ }));
    expect(await screen.findByRole('radio', { name: 'En attente' })).toHaveProperty('checked', true);
    act(() => {
      window.location.hash = '#/people/p1';
    });
    expect(await screen.findByRole('button', { name: /^Retour.*Référencements/ })).toBeTruthy();
  });
});

describe('a row', () => {
  test('opens in every list the page of what it is about; its button does what is to be done', async () => {
    const user = userEvent.setup();
    for (const [path, list] of [
      ['/', "Aujourd'hui"],
      ['/visits', 'دوار أولاد سلامة'],
      ['/cases', 'Dossiers'],
    ] as const) {
      const { unmount } = at(centerPort(), path);
      const rows = within(await screen.findByRole('list', { name: list }));
      await user.click(rows.getAllByRole('button')[0] as HTMLElement);
      await waitFor(() => expect(window.location.hash).toBe('#/cases/c1'));
      expect(screen.queryByRole('dialog')).toBeNull();
      unmount();
    }
  });

  test('of what comes after this week is shown when asked for', async () => {
    at(centerPort(), '/');
    const user = userEvent.setup();
    const more = await screen.findByRole('button', { name: '4 tâches après cette semaine' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await user.click(more);
    expect(
      within(await screen.findByRole('list', { name: 'Après cette semaine' })).getAllByRole('listitem'),
    ).toHaveLength(1);
    expect(screen.getByRole('button', { name: /Afficher 3 de plus/ })).toBeTruthy();
  });

  const DAYS =
    /aujourd'hui|demain|hier|(?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/gi;

  test('tells each day once', async () => {
    const { container } = at(centerPort({ 'today.get': () => today }), '/');
    await screen.findByRole('list', { name: "Aujourd'hui" });
    for (const row of container.querySelectorAll('#content li')) {
      const days = plain(row.textContent).match(DAYS) ?? [];
      expect(new Set(days).size, plain(row.textContent)).toBe(days.length);
    }
  });
});

describe('a narrow window', () => {
  test('cuts no line of a list: the next step and who has it go on in a second one', async () => {
    for (const path of ['/', '/cases', '/referrals', '/partners', '/visits', '/people/p1']) {
      const { container, unmount } = at(centerPort(), path);
      await waitFor(() => expect(container.querySelector('#content li')).not.toBeNull());
      for (const row of container.querySelectorAll('#content li.rows'))
        expect(row.querySelector('.truncate, .line-clamp-1'), plain(row.textContent)).toBeNull();
      unmount();
    }
  });

  test('leaves no button of a dialog behind beside what is lacking', async () => {
    at(centerPort(), '/cases/c1/write/referral');
    const dialog = within(await screen.findByRole('dialog'));
    const send = dialog.getByRole('button', { name: 'Envoyer le référencement' });
    expect(send.parentElement).toBe(dialog.getByRole('button', { name: 'Annuler' }).parentElement);
    expect(send.parentElement?.textContent).not.toContain('il manque');
  });
});

describe('what is chosen and not offered', () => {
  const partner = async () => (await centerPort().rpc('partner.list', { inactive: false })).ok[0] as PartnerView;
  const kept = (id: string) => ({
    draft: 'd9',
    form: 'referral',
    title: null,
    body: { case: 'c1', writing: { kind: 'referral' }, typed: { partner: id, asked: 'Hébergement', why: 'Urgence' } },
    saved_at_ms: '0',
  });

  test('a partner kept with a draft is shown as soon as it comes, whoever has the keyboard', async () => {
    const one = await partner();
    let answer: (drafts: ReturnType<typeof kept>[]) => void = () => {};
    const drafts = new Promise<ReturnType<typeof kept>[]>((done) => {
      answer = done;
    });
    at(centerPort({ 'draft.list': () => drafts }), '/cases/c1/write/referral');
    const field = await screen.findByRole('combobox', { name: /^Partenaire/ });
    act(() => field.focus());
    await act(async () => answer([kept(one.partner.id)]));
    await waitFor(() => expect(field).toHaveProperty('value', one.partner.record.name_fr));
  });

  test('a partner no longer proposed is said to be gone, and is not written to', async () => {
    const port = centerPort({ 'draft.list': () => [kept('nobody')] });
    at(port, '/cases/c1/write/referral');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText("Le choix précédent n'est plus proposé")).toBeTruthy();
    const send = within(dialog).getByRole('button', { name: 'Envoyer le référencement' });
    expect(send).toHaveProperty('disabled', true);
    expect(plain(within(dialog).getByText(/il manque/).textContent)).toContain('Partenaire');
  });
});

describe('a button that cannot be pressed', () => {
  test('says what is lacking, and says no more once it is there', async () => {
    at(centerPort(), '/cases/c1');
    const user = userEvent.setup();
    await user.keyboard('n');
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('n');
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: 'Enregistrer' });
    expect(save).toHaveProperty('disabled', true);
    const why = document.getElementById(save.getAttribute('aria-describedby') ?? '');
    expect(plain(why?.textContent)).toMatch(/^Pour continuer, il manque : ./);
    await user.type(within(dialog).getByRole('textbox'), 'Vu à domicile');
    expect(save).toHaveProperty('disabled', false);
    expect(why?.textContent).toBe('');
  });

  test('has its reason beside it wherever one is drawn', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(screens|parts)\/.*\.tsx$/.test(name),
    );
    const silent = sources.filter((name) => {
      const text = readFileSync(join(root, 'src', name), 'utf8');
      const buttons = [...text.matchAll(/<(?:Icon)?Button\b(?:[^<>]|=>|<(?=[^>]*\/>))*?isDisabled=\{([^}]*)\}/gs)];
      const reasons = /<Needs\b|role="(alert|status|timer)"|intake\.name_needed/.test(text);
      return buttons.some(([, when]) => when !== 'isPending') && !reasons;
    });
    expect(silent).toEqual([]);
  });
});

test('a comparison over before anybody asked shows what it found at once', async () => {
  const list = {
    import: 'i1',
    file_name: 'l.csv',
    format: 'csv' as const,
    encoding: 'utf-8',
    delimiter: ';',
    sheet: null,
    sheets: [],
    rows: 2,
    above: 0,
    columns: [{ name: 'Nom', field: 'full_name' as const, samples: ['A B'] }],
    reads_otherwise: [],
  };
  let ended = 0;
  const status = (): ImportStatus => ({ running: null, last: null, ended });
  const port = centerPort({
    'import.list': () => [],
    'import.open': () => list as never,
    'import.status': status,
    'import.preview': (args) => ({
      counts: { rows: 3, ready: 2, refused: 1, doubted: 0, twins: 1 },
      to_write: args.leave_out_twins === true ? 1 : 2,
      problems: [],
      rows: [],
      total: 0,
    }),
    'import.known': () => ({ compared: ended * 2, whole: true, same: 0, total: 0, rows: [] }),
    'import.check': () => {
      ended += 1;
      return status();
    },
  });
  const { container } = at(port, '/imports');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Importer une liste' }));
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, new File(['x'], 'l.csv'));
  await user.click(await screen.findByRole('button', { name: "Vérifier avant d'enregistrer" }));
  await user.click(await screen.findByRole('button', { name: 'Comparer' }));
  await waitFor(() => expect(plain(container.textContent)).toMatch(/sur 2\b/));

  // Written, left out and refused are the rows of the list, and the button writes as many as its tile says.
  const figure = (label: string) => Number(screen.getByText(label).nextElementSibling?.textContent);
  expect(figure('Prêtes à enregistrer') + figure('Écartées') + figure('Lignes refusées')).toBe(3);
  expect(screen.getByRole('button', { name: 'Enregistrer 1 personne' })).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /en double/ }));
  await waitFor(() => expect(figure('Prêtes à enregistrer')).toBe(2));
  expect(screen.getByRole('button', { name: 'Enregistrer 2 personnes' })).toBeTruthy();
});

test('parts of a line keep their own direction, and none is empty', () => {
  expect(dotted('Visite', '', null, undefined, false, '  ')).toBe('Visite');
  expect(dotted('Visite', 'Kénitra')).toBe('Visite · Kénitra');
  expect(dotted('Visite', 'تقييم')).toBe('Visite · \u2068تقييم\u2069');
  expect(dotted('زيارة', 'amina')).toBe('زيارة · \u2068amina\u2069');
});

test('a name in small letters is kept apart from the words around it like any other', async () => {
  render(
    <LocaleProvider initial="ar" messages={catalog('ar')}>
      <Told />
    </LocaleProvider>,
  );
  expect(screen.getByText(/amina/).textContent).toContain('\u2068amina\u2069');
});

test('a draft is called by the name the language of the moment writes', async () => {
  const port = centerPort({
    'draft.list': () => [
      {
        draft: 'd7',
        form: 'intake',
        title: keptName({ given_name_ar: 'سناء', given_name_lat: 'Sanae' }),
        body: { step: 'listening' },
        saved_at_ms: '0',
      },
    ],
  });
  at(port, '/');
  expect(await screen.findByRole('button', { name: 'Reprendre · Sanae' })).toBeTruthy();
  expect(keptNameIn('سناء · Sanae', 'ar')).toBe('سناء');
  expect(keptNameIn('سناء', 'fr')).toBe('سناء');
});
