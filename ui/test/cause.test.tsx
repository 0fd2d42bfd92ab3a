import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { centerPort } from './center';
import { changed } from './memory-port';
import { at } from './render';

/** Who caused what the window asks: the core locks when nobody did for a while. */

afterEach(() => vi.useRealTimers());

test('what somebody saves is told as theirs, and what the window then fetches again as its own', async () => {
  const user = userEvent.setup();
  const port = centerPort({ 'note.add': () => changed({ id: 'n9' }, 'note', 'case') });
  at(port, '/cases/c1');
  await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
  await user.type(await screen.findByRole('textbox', { name: 'Texte de la note' }), 'Elle a appelé.');
  const before = port.asked.length;
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
  const since = () => port.asked.slice(before);
  await waitFor(() => expect(since().some((call) => call.name === 'case.get')).toBe(true));
  expect(since().find((call) => call.name === 'note.add')).toMatchObject({ cause: 'person' });
  const acts = port.asked.filter((call) => call.cause === 'person').map((call) => call.name);
  expect(acts.filter((name) => !['note.add', 'draft.save', 'session.stay'].includes(name))).toEqual([]);
});

test('somebody who reads asks for nothing: the core is told that they are there, and not at every movement', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const port = centerPort({ 'session.stay': () => ({}) });
  at(port, '/');
  await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
  const told = () => port.asked.filter((call) => call.name === 'session.stay');
  fireEvent.pointerMove(document.body);
  expect(told()).toHaveLength(0);
  vi.setSystemTime(Date.now() + 30_000);
  for (let moves = 0; moves < 5; moves++) fireEvent.wheel(document.body);
  expect(told()).toMatchObject([{ cause: 'person' }]);
});
