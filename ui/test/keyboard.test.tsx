import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { toast } from '../src/components';
import { centerPort } from './center';
import { at } from './render';

const nobody = { 'person.search': () => ({ people: [], more: false }) };

describe('without a mouse', () => {
  test('whoever is not found is received with the words already typed', async () => {
    at(centerPort(nobody), '/');
    const user = userEvent.setup();
    await screen.findByRole('heading', { level: 1, name: /Latifa/ });
    await user.keyboard('{Control>}k{/Control}Khaoula Ouazzani');
    await screen.findByRole('option', { name: 'Nouvel accueil Khaoula Ouazzani' });
    await user.keyboard('{Enter}');
    const box = (await screen.findByLabelText('Rechercher une personne')) as HTMLInputElement;
    expect(box.value).toBe('Khaoula Ouazzani');
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(window.location.hash).toBe('#/intake');
    await user.keyboard('{Enter}');
    expect(((await screen.findByLabelText('Nom de famille en caractères latins')) as HTMLInputElement).value).toBe(
      'Ouazzani',
    );
  });

  test('the next step is recorded from the keyboard once its outcome is chosen, the focus comes back to its button', async () => {
    const port = centerPort();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    const button = await screen.findByRole('button', { name: 'Saisir' });
    button.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect((document.activeElement as HTMLInputElement).type).toBe('radio'));
    expect(dialog.contains(document.activeElement)).toBe(true);
    // Nothing is chosen beforehand: Enter sends nothing until something is.
    expect(dialog.querySelector('input:checked')).toBeNull();
    await user.keyboard('{Enter}');
    expect(port.last('step.record')).toBeUndefined();
    await user.keyboard(' ');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(port.last('step.record')).toMatchObject({ event: 'done' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Saisir'));
  });

  test('Ctrl Enter keeps a note from inside its text', async () => {
    const port = centerPort({ 'draft.list': () => [] });
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await screen.findByRole('heading', { level: 1, name: /Fatima/ });
    await user.keyboard('n');
    await screen.findByLabelText('Texte de la note');
    await user.keyboard('Elle va mieux.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(port.last('note.add')).toMatchObject({ note: { body: 'Elle va mieux.' } }));
  });

  test('a new page takes the focus: the next Tab is its first control', async () => {
    at(centerPort(), '/');
    await screen.findByRole('heading', { level: 1, name: /Latifa/ });
    await userEvent.click(screen.getByRole('link', { name: /^Partenaires/ }));
    await screen.findByRole('heading', { level: 1, name: 'Partenaires' });
    expect(document.activeElement?.id).toBe('content');
  });
});

test('one piece of good news at a time; what went wrong stays', async () => {
  at(centerPort(), '/');
  await screen.findByRole('heading', { level: 1, name: /Latifa/ });
  toast('La lettre ne peut pas être faite', 'late');
  toast('Note ajoutée');
  toast('Étape enregistrée');
  expect(await screen.findByText('Étape enregistrée')).toBeTruthy();
  expect(screen.queryByText('Note ajoutée')).toBeNull();
  expect(screen.getByText('La lettre ne peut pas être faite')).toBeTruthy();
});
