import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CommandError } from '../src/ipc';
import { attachment, centerPort, personView } from './center';
import { changed } from './memory-port';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

const scan = () => new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'CNIE recto.jpg', { type: 'image/jpeg' });

test('a paper is chosen, named and laid with the person', async () => {
  const port = centerPort({ 'attachment.add': () => changed({ id: 'f9' }, 'attachment') });
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter une pièce jointe' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ajouter une pièce jointe' });
  const send = within(dialog).getByRole('button', { name: 'Ajouter' });
  expect(send).toHaveProperty('disabled', true);
  const input = dialog.querySelector<HTMLInputElement>('input[type=file]');
  await user.upload(input as HTMLInputElement, scan());
  expect(await within(dialog).findByAltText('Aperçu du fichier choisi')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: /Objet/ }));
  await user.click(await screen.findByRole('option', { name: "Pièce d'identité" }));
  await expectAccessible(dialog);
  await user.click(send);
  await waitFor(() =>
    expect(port.last('attachment.add')).toEqual({
      person: 'p1',
      case: null,
      document: null,
      purpose: 'identity_paper',
      name: 'CNIE recto',
      content: '/9j/4A==',
    }),
  );
});

test('what the core refuses is said in the dialog, which stays', async () => {
  const port = centerPort({
    'attachment.add': () => {
      throw new CommandError('attachment_type');
    },
  });
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter une pièce jointe' }));
  const dialog = await screen.findByRole('dialog');
  await user.upload(dialog.querySelector('input[type=file]') as HTMLInputElement, scan());
  await user.click(within(dialog).getByRole('button', { name: /Objet/ }));
  await user.click(await screen.findByRole('option', { name: 'Certificat' }));
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter' }));
  expect((await within(dialog).findByRole('alert')).textContent).toContain('ni une image');
});

test('a picture is opened over the page, and its bytes are asked for then only', async () => {
  const port = centerPort();
  at(port, '/people/p1');
  const user = userEvent.setup();
  const list = await screen.findByRole('list', { name: 'Pièces jointes' });
  expect(within(list).getByText('Sur cet appareil et sur le serveur')).toBeTruthy();
  expect(port.last('attachment.get')).toBeUndefined();
  await user.click(within(list).getByRole('button', { name: /^Voir / }));
  const dialog = await screen.findByRole('dialog', { name: "Pièce d'identité" });
  const picture = await within(dialog).findByAltText("Pièce d'identité");
  expect(picture.getAttribute('src')).toBe('data:image/jpeg;base64,/9j/4AAQ');
  await expectAccessible(dialog);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a copy stands under its paper; what has not arrived or was withdrawn does not open', async () => {
  const port = centerPort({ 'attachment.add': () => ({ id: 'f9' }) });
  at(port, '/cases/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('tab', { name: /Pièces/ }));
  const panel = await screen.findByRole('tabpanel');
  expect(within(panel).getByText('Pas encore arrivée sur cet appareil')).toBeTruthy();
  expect(within(panel).getByText('وثيقة شخص آخر')).toBeTruthy();
  const opened = within(panel).getAllByRole('button', { name: /^Voir / });
  expect(opened.map((button) => button.textContent)).toEqual(['الشهادة الطبية']);
  await user.click(within(panel).getByRole('button', { name: 'Ajouter une pièce jointe · Certificat médical' }));
  const dialog = await screen.findByRole('dialog');
  await user.upload(dialog.querySelector('input[type=file]') as HTMLInputElement, scan());
  await user.click(within(dialog).getByRole('button', { name: /Objet/ }));
  await user.click(await screen.findByRole('option', { name: 'Certificat' }));
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter' }));
  await waitFor(() =>
    expect(port.last('attachment.add')).toMatchObject({ case: 'c1', document: 'd1', name: 'Certificat médical' }),
  );
});

test('a paper laid in the wrong file is taken back with a reason', async () => {
  const port = centerPort({ 'attachment.withdraw': () => ({ id: 'f1' }) });
  at(port, '/people/p1');
  const user = userEvent.setup();
  const list = await screen.findByRole('list', { name: 'Pièces jointes' });
  await user.click(within(list).getByRole('button', { name: /Retirer une pièce/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Retirer une pièce ajoutée par erreur' });
  await user.type(within(dialog).getByRole('textbox', { name: /Motif/ }), 'papier de sa sœur');
  await user.click(within(dialog).getByRole('button', { name: 'Retirer la pièce' }));
  await waitFor(() =>
    expect(port.last('attachment.withdraw')).toEqual({
      attachment: 'f1',
      seen: 'seen-f1',
      reason: 'papier de sa sœur',
    }),
  );
});

test('the front desk adds a photo or an identity paper, and nothing else', async () => {
  const port = centerPort({
    'device.status': () => ({ ...openDevice, session: acting(latifa, 'reception') }),
    'person.get': () => ({
      ...personView,
      attachment_purposes: ['identity_paper', 'person_photo'],
      attachments: [attachment('f1', { purpose: 'person_photo' })],
    }),
  });
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter une pièce jointe' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /Objet/ }));
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(["Pièce d'identité", 'Photo de la personne']);
});
