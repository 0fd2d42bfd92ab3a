import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../src/ipc/port';
import { centerPort, centerRecord, held, synced, today } from './center';
import { changed, MemoryPort } from './memory-port';
import { acting, emptyDevice, latifa, lockedDevice, openDevice, youssef } from './people';
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
    expect(port.last('session.unlock')).toMatchObject({ staff: youssef.staff, passphrase: 'quatre mots faciles ici' });
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
    expect((await screen.findByRole('timer')).textContent).toMatch(/\b[5-8] secondes/);
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
  await user.click(screen.getByRole('radio', { name: /Un nouveau centre/ }));
  await user.click(screen.getByRole('button', { name: 'Continuer' }));
  await user.type(screen.getByLabelText('Nom du centre en arabe'), 'مركز');
  await user.type(screen.getByLabelText('Nom du centre en français'), 'Centre');
  await user.click(screen.getByRole('button', { name: /Type de centre/ }));
  await user.click(await screen.findByRole('option', { name: /CAS/ }));
  await user.type(screen.getByRole('combobox', { name: /province/ }), 'Kén');
  await user.click(await screen.findByRole('option', { name: /Kénitra/ }));
  await user.type(screen.getByLabelText(/^Adresse/), 'شارع محمد الخامس، 12 bis');
  await user.type(screen.getByLabelText(/^Téléphone/), '٠537123456');
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
    center: {
      province: '04.281',
      center_type: 'cas',
      address: 'شارع محمد الخامس، 12 bis',
      phone: '0537123456',
    },
    user: { role: 'director', sex: 'female' },
  });
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Commencer le travail' }));
  await waitFor(() => expect(screen.queryByText('K7QM-3XWD')).toBeNull());
});

test('Youssef brings a new laptop into his center; a code mistyped costs nothing of what he typed', async () => {
  let device = emptyDevice;
  let good = false;
  const port = new MemoryPort({
    'device.status': () => device,
    'device.join': () => {
      if (!good) throw new CommandError('hub_code_wrong');
      device = { ...openDevice, session: youssef };
      return changed({ staff: youssef.staff, center: 'c', recovery_code: 'K7QM-3XWD' }, 'session');
    },
    'sync.status': () => ({
      ...synced,
      last_done_ms: null,
      running: { phase: 'receiving', done: 40, total: 200, bytes: 120_000, seconds_left: null },
    }),
    'today.get': () => today,
    'draft.list': () => [],
  });
  const { container } = open(port, 'fr');
  const user = userEvent.setup();
  const next = async () => user.click(screen.getByRole('button', { name: 'Continuer' }));
  await screen.findByRole('button', { name: 'Continuer' });
  await next();
  await expectAccessible(container);
  await user.click(screen.getByRole('radio', { name: /centre existant/ }));
  await next();
  await user.type(screen.getByLabelText('Adresse du serveur'), 'https://hub.example.ma');
  await user.type(screen.getByLabelText('Code de raccordement'), 'AAAA-BBBB-CCCC');
  await expectAccessible(container);
  await next();
  await user.type(screen.getByLabelText('Nom complet en arabe'), 'يوسف العمراني');
  await user.type(screen.getByLabelText('Nom complet en caractères latins'), 'Youssef Amrani');
  await user.click(screen.getByRole('radio', { name: 'Masculin' }));
  expect(screen.queryByRole('radio', { name: /Direct/ }), 'the hub says his role').toBeNull();
  await next();
  const secret = 'la mer est calme ce matin';
  await user.type(screen.getByLabelText('Phrase de passe'), secret);
  await user.type(screen.getByLabelText('Phrase de passe, une seconde fois'), secret);
  await user.click(screen.getByRole('button', { name: 'Rejoindre le centre' }));
  // Back where the code was typed, with what is wrong with it.
  expect((await screen.findByRole('alert')).textContent).toContain('code');
  const code = screen.getByLabelText('Code de raccordement') as HTMLInputElement;
  expect(code.value).toBe('AAAA-BBBB-CCCC');
  await user.clear(code);
  await user.type(code, 'DDDD-EEEE-FFFF');
  expect(screen.queryByRole('alert')).toBeNull();
  good = true;
  await next();
  expect((screen.getByLabelText('Nom complet en arabe') as HTMLInputElement).value).toBe('يوسف العمراني');
  await next();
  expect((screen.getByLabelText('Phrase de passe') as HTMLInputElement).value).toBe(secret);
  await user.click(screen.getByRole('button', { name: 'Rejoindre le centre' }));
  expect(await screen.findByText('K7QM-3XWD')).toBeTruthy();
  expect(port.last('device.join')).toEqual({
    language: 'fr',
    hub: 'https://hub.example.ma',
    code: 'DDDD-EEEE-FFFF',
    user: { name_ar: 'يوسف العمراني', name_lat: 'Youssef Amrani', sex: 'male' },
    passphrase: secret,
  });
  expect(await screen.findByText(/40 sur 200/)).toBeTruthy();
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Commencer le travail' }));
  expect(await screen.findByRole('button', { name: /Verrouiller/ })).toBeTruthy();
});

test('the director closes a way in, opens another, and replaces the slip', async () => {
  const director = acting(latifa, 'director');
  const port = new MemoryPort({
    'device.status': () => ({ ...openDevice, session: director, keeps_slip: true }),
    'user.on_device': () => [
      { slot: director.staff, card: director, own: true },
      { slot: youssef.staff, card: youssef, own: false },
    ],
    'user.list': () => [
      director,
      youssef,
      { staff: 's7', name_ar: 'نادية الصقلي', name_lat: 'Nadia Skalli', sex: 'female', role: 'specialist' },
    ],
    'center.get': () => ({ center: held('c', centerRecord), logo: null }),
    'user.close': () => changed({}, 'staff'),
    'user.open': () => changed(youssef, 'staff'),
    'device.replace_recovery_code': () => ({ recovery_code: 'K7QM-3XWD' }),
    'today.get': () => today,
    'sync.status': () => synced,
    'draft.list': () => [],
  });
  const { container } = at(port, '/settings', 'fr');
  const user = userEvent.setup();
  const here = await screen.findByRole('list', { name: "Utilisateurs de l'appareil" });
  expect(within(here).getAllByRole('button').length, 'nobody closes their own').toBe(1);
  await expectAccessible(container);
  await user.click(within(here).getByRole('button', { name: "Fermer l'accès" }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: "Fermer l'accès" }));
  await waitFor(() => expect(port.last('user.close')).toEqual({ slot: youssef.staff }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: "Ouvrir l'accès" }));
  const dialog = await screen.findByRole('dialog', { name: /Nadia Skalli/ });
  await user.type(within(dialog).getByLabelText('Nouvelle phrase de passe'), 'quatre mots faciles');
  await user.type(within(dialog).getByLabelText('Phrase de passe, une seconde fois'), 'quatre mots faciles');
  await user.click(within(dialog).getByRole('button', { name: "Ouvrir l'accès" }));
  await waitFor(() => expect(port.last('user.open')).toEqual({ staff: 's7', passphrase: 'quatre mots faciles' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Remplacer la fiche de récupération' }));
  await user.type(screen.getByLabelText('Phrase de passe'), 'ma phrase à moi');
  await user.click(screen.getByRole('button', { name: 'Établir une nouvelle fiche' }));
  expect(await screen.findByText('K7QM-3XWD')).toBeTruthy();
  const shown = screen.getByRole('dialog', { name: 'La fiche de récupération' });
  expect(within(shown).getByRole('button', { name: 'Fermer' }).hasAttribute('disabled')).toBe(true);
});

test('what the papers of the center say is kept by whoever keeps its accounts', async () => {
  const administrator = acting(latifa, 'administrator');
  const kept = held('c', { ...centerRecord, address: 'شارع محمد الخامس', phone: '+212537123456' });
  const port = new MemoryPort({
    'device.status': () => ({ ...openDevice, session: administrator }),
    'center.get': () => ({ center: kept, logo: { file_name: 'logo.png', mime: 'image/png', base64: 'iVBORw0KGgo=' } }),
    'center.update': () => changed({ id: 'c' }, 'center'),
    'center.set_logo': ({ content }) => {
      if (content === 'JVBERg==') throw new CommandError('logo_type');
      return changed({}, 'attachment');
    },
    'sync.status': () => synced,
  });
  const { container } = at(port, '/settings', 'fr');
  const user = userEvent.setup();
  const papers = (await screen.findByRole('heading', { name: 'Papiers du centre' })).closest('section') as HTMLElement;
  const address = await within(papers).findByLabelText('Adresse');
  await expectAccessible(container);
  const save = within(papers).getByRole('button', { name: 'Enregistrer' });
  await user.type(address, '، 12 bis');
  await user.click(save);
  await waitFor(() =>
    expect(port.last('center.update')).toEqual({
      seen: 'seen-c',
      address: 'شارع محمد الخامس، 12 bis',
      phone: '+212537123456',
    }),
  );
  expect(within(papers).getByRole('img', { name: 'Logo' }).getAttribute('src')).toBe(
    'data:image/png;base64,iVBORw0KGgo=',
  );
  const input = papers.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  await user.upload(input, new File([Uint8Array.of(0xff, 0xd8, 0xff)], 'logo.jpg', { type: 'image/jpeg' }));
  await waitFor(() => expect(port.last('center.set_logo')).toEqual({ content: '/9j/' }));
  await user.click(within(papers).getByRole('button', { name: 'Retirer le logo' }));
  await waitFor(() => expect(port.last('center.set_logo')).toEqual({ content: null }));
  await user.upload(input, new File(['%PDF'], 'logo.png', { type: 'image/png' }));
  expect((await within(papers).findByRole('alert')).textContent).toContain('JPEG, PNG ou WebP');
});

test('a caseworker is not asked what the papers say', async () => {
  at(centerPort(), '/settings', 'fr');
  await screen.findByRole('heading', { name: 'Sécurité' });
  expect(screen.queryByRole('heading', { name: 'Papiers du centre' })).toBeNull();
});

test('whoever adds a colleague is told which slip lets them back in', async () => {
  const director = acting(latifa, 'director');
  const port = new MemoryPort({
    'device.status': () => ({ ...openDevice, session: director }),
    'user.list': () => [director],
    'center.get': () => ({ center: held('c', centerRecord), logo: null }),
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
  await user.click(within(dialog).getByRole('button', { name: /Fonction/ }));
  await user.click(await screen.findByRole('option', { name: /^Assistant/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter' }));
  await waitFor(() => expect(port.last('user.add')).toMatchObject({ user: { name_lat: 'Nadia', role: 'caseworker' } }));
});
