import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { PersonView } from '../src/ipc/types';
import { centerPort, held, personView } from './center';
import { comparison, duplicates, statement } from './pairs';
import { at, expectAccessible } from './render';

describe('the list of possible duplicates', () => {
  test('says why two people may be one, and opens them side by side from the keyboard', async () => {
    at(centerPort(), '/people');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Doublons possibles/ }));
    const list = await screen.findByRole('list', { name: 'Doublons possibles' });
    expect(within(list).getByText('Très probable')).toBeTruthy();
    expect(within(list).getByText('Écriture proche')).toBeTruthy();
    within(list)
      .getByRole('button', { name: /^Comparer/ })
      .focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Comparaison de deux personnes' })).toBeTruthy();
  });

  test('goes on comparing while it is open, portion by portion, and stops when asked', async () => {
    let left = 60;
    const port = centerPort({
      'duplicate.list': () => ({ ...duplicates, left: 60 }),
      'duplicate.scan': () => {
        left -= 20;
        return { compared: 20, left: Math.max(20, left), people: 200 };
      },
    });
    at(port, '/duplicates');
    const user = userEvent.setup();
    expect(await screen.findByText('160 sur 200')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Mettre en pause' }));
    expect(await screen.findByText('Comparaison en pause')).toBeTruthy();
    const asked = port.asked.filter((call) => call.name === 'duplicate.scan').length;
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    await waitFor(() =>
      expect(port.asked.filter((call) => call.name === 'duplicate.scan').length).toBeGreaterThan(asked),
    );
  });
});

describe('two people side by side', () => {
  test('what differs is said by a word, and joining them names what was said against it', async () => {
    const against = statement('e1', false);
    const port = centerPort({ 'duplicate.compare': () => ({ ...comparison, statements: [against] }) });
    const { container } = at(port, '/duplicates/p1/p6');
    const user = userEvent.setup();
    const table = await screen.findByRole('table', { name: 'Comparaison de deux personnes' });
    const differing = within(table).getByText('Différent').closest('tr');
    expect(differing?.textContent).toContain('فاطمة الزهرة');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'La même personne' }));
    await waitFor(() => expect(port.last('duplicate.same')).toEqual({ left: 'p1', right: 'p6', undoes: ['e1'] }));
    expect(await screen.findByRole('heading', { level: 1, name: /Fatima-Zahra El Alaoui/ })).toBeTruthy();
  });

  test('different is remembered, not sure states nothing', async () => {
    const port = centerPort();
    at(port, '/duplicates/p1/p6');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Deux personnes différentes' }));
    await waitFor(() => expect(port.last('duplicate.different')).toEqual({ left: 'p1', right: 'p6', undoes: [] }));
    await user.click((await screen.findAllByRole('button', { name: /^Comparer/ }))[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Pas certain' }));
    await waitFor(() => expect(port.last('duplicate.unsure')).toEqual({ left: 'p1', right: 'p6' }));
  });

  test('two opposite statements are shown with who said each', async () => {
    const said = [statement('e1', true, true), statement('e2', false, true)];
    at(centerPort({ 'duplicate.compare': () => ({ ...comparison, statements: said }) }), '/duplicates/p1/p6');
    expect(await screen.findByText(/Deux avis contraires/)).toBeTruthy();
    expect(screen.getAllByText(/Youssef El Amrani/).length).toBe(2);
  });
});

describe('the page of somebody recorded twice', () => {
  const { record } = personView.person;
  const joined: PersonView = {
    ...personView,
    records: [
      { card: statement('e1', true).left, person: personView.person },
      { card: statement('e1', true).right, person: held('p6', { ...record, birth_place: 'سلا', cnie: 'GB778899' }) },
    ],
    // Joined on two laptops: undone together.
    tied: [statement('e1', true), statement('e2', true)],
  };

  test('names each record, what the other says, who joined them, and parts them again', async () => {
    const port = centerPort({ 'person.get': () => joined });
    const { container } = at(port, '/people/p1');
    const user = userEvent.setup();
    const note = await screen.findByRole('region', { name: 'Fiches de la personne' });
    expect(within(note).getByText(/Laalaoui/)).toBeTruthy();
    expect(within(note).getByText(/Youssef El Amrani/)).toBeTruthy();
    expect(screen.getByText('GB778899')).toBeTruthy();
    await expectAccessible(container);
    await user.click(within(note).getByRole('button', { name: 'Séparer les fiches' }));
    const dialog = await screen.findByRole('dialog', { name: 'Séparer les fiches' });
    await user.click(within(dialog).getByRole('button', { name: 'Séparer les fiches' }));
    await waitFor(() => expect(port.last('duplicate.undo')).toEqual({ edges: ['e1', 'e2'] }));
  });

  test('corrects the record it is asked to', async () => {
    const port = centerPort({ 'person.get': () => joined });
    at(port, '/people/p1');
    const user = userEvent.setup();
    const note = await screen.findByRole('region', { name: 'Fiches de la personne' });
    await user.click(within(note).getAllByRole('button', { name: /^Corriger/ })[1] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/Prénom de la mère/), 'زهرة');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(port.last('person.update')).toMatchObject({ id: 'p6', seen: 'seen-p6' }));
  });
});
