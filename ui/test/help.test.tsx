import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths, to } from '../src/routes';
import { topicOf } from '../src/screens/help/topics';
import { readAppearance } from '../src/state/settings';
import { staff } from './cards';
import { catalog } from './catalog';
import { centerPort } from './center';
import { latifa, lockedDevice } from './people';
import { at, expectAccessible, open } from './render';

const hanane = {
  ...staff(latifa),
  staff: 'd1',
  name_ar: 'حنان الشرقاوي',
  name_lat: 'Hanane Cherkaoui',
  role: 'director' as const,
};
const team = { 'user.list': () => [staff(latifa), hanane] };

describe('help', () => {
  test('F1 opens it with what the screen is for, its keys and whom to ask; Escape closes it and the focus comes back', async () => {
    at(centerPort(team), '/cases/c1');
    const user = userEvent.setup();
    const note = await screen.findByRole('button', { name: 'Saisir' });
    note.focus();
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: 'Aide' });
    expect(within(help).getByText(catalog('fr')['help_topic.case'] ?? '')).toBeTruthy();
    expect(within(help).getByText('Ajouter une note au dossier')).toBeTruthy();
    expect(within(help).getByText('Hanane Cherkaoui')).toBeTruthy();
    await expectAccessible(help);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(note));
  });

  test('«?» of either keyboard opens it, but in a text it is a letter', async () => {
    at(centerPort(team), '/');
    const user = userEvent.setup();
    const box = await screen.findByRole('combobox', { name: /Recherche par nom/ });
    await user.click(box);
    await user.keyboard('?');
    expect((box as HTMLInputElement).value).toBe('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{F1}');
    expect(await screen.findByRole('dialog', { name: 'Aide' })).toBeTruthy();
    await user.keyboard('{F1}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    (document.activeElement as HTMLElement).blur();
    for (const mark of ['?', '؟']) {
      await user.keyboard(mark);
      expect(await screen.findByRole('dialog', { name: 'Aide' })).toBeTruthy();
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  test('a mark to press opens it too, and at the door', async () => {
    const { unmount } = at(centerPort(team), '/partners');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: "Ouvrir l'aide (F1)" }));
    expect(await screen.findByText(catalog('fr')['help_topic.partners'] ?? '')).toBeTruthy();
    unmount();
    open(centerPort({ 'device.status': () => ({ ...lockedDevice, users: [latifa, hanane] }) }), 'ar');
    await screen.findByText('من يستعمل الجهاز؟');
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: 'المساعدة' });
    expect(within(help).getByText('حنان الشرقاوي')).toBeTruthy();
  });

  test('every address has its own words, in the three languages', () => {
    const addresses = [...Object.values(to), ...Object.values(paths)]
      .map((path) =>
        typeof path === 'string'
          ? path
          : (path as (...of: unknown[]) => string)(path === to.writing ? { case: 'x1' } : 'x1', { kind: 'note' }),
      )
      .map((path) => path.replace(/:\w+\??/g, 'x1'));
    const topics = new Set(addresses.map(topicOf));
    expect(topicOf('/')).toBe('today');
    expect([...topics].filter((topic) => topic === 'today').length).toBe(1);
    expect(addresses.filter((path) => topicOf(path) === 'today')).toEqual(['/']);
    for (const [list, page] of [
      [to.people, to.person('x1')],
      [to.duplicates, to.compare('x1', 'x2')],
      [to.cases, to.case('x1')],
      [to.referrals, to.referral('x1')],
    ] as const)
      expect(topicOf(page), page).not.toBe(topicOf(list));
    for (const language of ['ar', 'fr', 'en'] as const) {
      for (const topic of [...topics, 'unlock', 'setup'])
        expect(catalog(language)[`help_topic.${topic}`], `${language} ${topic}`).toBeTruthy();
    }
  });
});

test('the text has three sizes, and this device keeps the one that was chosen', async () => {
  at(centerPort(), '/settings');
  const user = userEvent.setup();
  const scale = () => Number(document.documentElement.style.getPropertyValue('--text-scale'));
  const sizes = await screen.findByRole('radiogroup', { name: 'Taille du texte' });
  const found: number[] = [];
  for (const size of ['Normale', 'Grande', 'Très grande']) {
    await user.click(within(sizes).getByRole('radio', { name: size }));
    await waitFor(() => expect(found).not.toContain(scale()));
    found.push(scale());
  }
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[0]).toBe(1);
  expect(readAppearance(window.localStorage).text).toBe('larger');
});
