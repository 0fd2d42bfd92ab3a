import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../src/ipc/port';
import { synced, today } from './center';
import { changed, MemoryPort } from './memory-port';
import { emptyDevice, latifa, lockedDevice, openDevice, youssef } from './people';
import { at, expectAccessible, open } from './render';

describe('opening the device', () => {
  test('Youssef chooses his name, types his passphrase and is in', async () => {
    let device = lockedDevice;
    const port = new MemoryPort({
      'device.status': () => device,
      'session.unlock': () => {
        device = { ...openDevice, session: youssef };
        return changed(youssef, 'session');
      },
    });
    const { container } = open(port);
    await userEvent.click(await screen.findByRole('radio', { name: /يوسف العمراني/ }));
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('عبارة المرور'), 'quatre mots faciles ici{Enter}');
    expect(await screen.findByRole('button', { name: 'قفل الجهاز' })).toBeTruthy();
    expect(port.last('session.unlock')).toEqual({ staff: youssef.staff, passphrase: 'quatre mots faciles ici' });
  });

  test('after a wrong passphrase Latifa is told so, and how long to wait', async () => {
    const port = new MemoryPort({
      'device.status': () => lockedDevice,
      'session.unlock': () => {
        throw new CommandError('wrong_passphrase', { retry_after_seconds: 8 });
      },
    });
    open(port, 'fr');
    await userEvent.type(await screen.findByLabelText('Phrase de passe'), 'rien de bon{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain("n'est pas la bonne");
    expect((await screen.findByRole('timer')).textContent).toContain('8 secondes');
    expect((screen.getByLabelText('Phrase de passe') as HTMLInputElement).value).toBe('');
  });

  test('the language changes in one press, direction included', async () => {
    open(new MemoryPort({ 'device.status': () => lockedDevice }));
    await userEvent.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Who is using this device?' })).toBeTruthy();
    expect(document.documentElement.dir).toBe('ltr');
    expect(document.documentElement.lang).toBe('en');
  });
});

test('an empty device becomes a center and shows its recovery slip once', async () => {
  let device = emptyDevice;
  const port = new MemoryPort({
    'device.status': () => device,
    'territory.provinces': () => [
      { code: '04.281', parent: '04', kind: 'province', name_ar: 'القنيطرة', name_fr: 'Kénitra' },
    ],
    'territory.communes': () => [],
    'device.set_up': () => {
      device = openDevice;
      return changed({ staff: latifa.staff, center: 'c', recovery_code: 'K7QM-3XWD' }, 'session');
    },
  });
  const { container } = open(port, 'fr');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Continuer' }));
  await user.type(screen.getByLabelText('Nom du centre en arabe'), 'مركز');
  await user.type(screen.getByLabelText('Nom du centre en français'), 'Centre');
  await user.click(screen.getByRole('button', { name: /Type de centre/ }));
  await user.click(await screen.findByRole('option', { name: /CAS/ }));
  await user.type(screen.getByRole('combobox', { name: /province/ }), 'Kén');
  await user.click(await screen.findByRole('option', { name: /Kénitra/ }));
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Continuer' }));
  await user.type(screen.getByLabelText('Nom complet en arabe'), 'حنان الشرقاوي');
  await user.type(screen.getByLabelText('Nom complet en caractères latins'), 'Hanane Cherkaoui');
  await user.click(screen.getByRole('radio', { name: 'Féminin' }));
  await user.click(screen.getByRole('radio', { name: 'Directrice' }));
  await user.click(screen.getByRole('button', { name: 'Continuer' }));
  await user.type(screen.getByLabelText('Phrase de passe'), 'la mer est calme ce matin');
  await user.type(screen.getByLabelText('Phrase de passe, une seconde fois'), 'la mer est calme ce matin');
  await user.click(screen.getByRole('button', { name: 'Créer le centre' }));
  expect(await screen.findByText('K7QM-3XWD')).toBeTruthy();
  expect(port.last('device.set_up')).toMatchObject({
    language: 'fr',
    center: { province: '04.281', center_type: 'cas' },
    user: { role: 'director', sex: 'female' },
  });
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Commencer le travail' }));
  await waitFor(() => expect(screen.queryByText('K7QM-3XWD')).toBeNull());
});

test('whoever adds a colleague is told which slip lets them back in', async () => {
  const director = { ...latifa, role: 'director' as const };
  const port = new MemoryPort({
    'device.status': () => ({ ...openDevice, session: director }),
    'user.list': () => [director],
    'user.add': ({ user }) => ({ staff: 's9', name_ar: null, name_lat: null, sex: null, ...user }),
    'today.get': () => today,
    'sync.status': () => synced,
    'draft.list': () => [],
  });
  at(port, '/settings');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter un utilisateur' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/fiche de récupération gardée par la direction/)).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Nom complet en caractères latins'), 'Nadia');
  await user.type(within(dialog).getByLabelText('Nouvelle phrase de passe'), 'quatre mots faciles');
  await user.type(within(dialog).getByLabelText('Phrase de passe, une seconde fois'), 'quatre mots faciles');
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter' }));
  await waitFor(() => expect(port.last('user.add')).toMatchObject({ user: { name_lat: 'Nadia', role: 'caseworker' } }));
});
