import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../src/ipc/port';
import { caseView, centerPort, synced, today } from './center';
import type { Replies } from './memory-port';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

const SCREENS: [path: string, heading: RegExp][] = [
  ['/', /Latifa/],
  ['/people', /^Personnes$/],
  ['/people/p1', /Fatima-Zahra El Alaoui/],
  ['/duplicates', /^Doublons possibles$/],
  ['/duplicates/p1/p6', /^Comparaison de deux personnes$/],
  ['/intake', /Nouvel accueil/],
  ['/cases', /^Dossiers$/],
  ['/cases/c1', /Fatima-Zahra El Alaoui/],
  ['/visits', /^Visites$/],
  ['/referrals', /^Référencements$/],
  ['/referrals/r1', /إيواء مؤقت/],
  ['/partners', /^Partenaires$/],
  ['/attention', /^À trancher$/],
  ['/sync', /^Synchronisation$/],
  ['/settings', /^Paramètres$/],
];

describe('every screen', () => {
  test.each(SCREENS)('%s opens on its heading and a screen reader can read it', async (path, heading) => {
    const { container } = at(centerPort(), path);
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeTruthy();
    await waitFor(() => expect(container.querySelector('[aria-busy]')).toBeNull());
    await expectAccessible(container);
  });
});

describe('today', () => {
  test('Latifa sees what is late first, and opens the step it is about', async () => {
    at(centerPort(), '/');
    const user = userEvent.setup();
    const late = await screen.findByRole('list', { name: 'En retard' });
    expect(within(late).getByText('En retard de 3 jours')).toBeTruthy();
    await user.click(within(late).getByRole('button', { name: /^Saisir · Accompagnement/ }));
    expect(await screen.findByRole('dialog', { name: /Cellule de prise en charge/ })).toBeTruthy();
  });

  test('of a long list, more is shown when asked for', async () => {
    const port = centerPort({
      'today.get': () => ({ ...today, beyond: { overdue: 230, today: 0, week: 0, later: 0 } }),
    });
    at(port, '/');
    const shown = today.overdue.length;
    expect(await screen.findByText(String(shown + 230))).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Afficher 100 de plus/ }));
    await waitFor(() =>
      expect(port.asked).toContainEqual(expect.objectContaining({ name: 'today.get', args: { shown: shown + 100 } })),
    );
  });

  test('the director sees who follows how much, and opens the cases of whom is late', async () => {
    const director = acting(latifa, 'director');
    const port = centerPort({ 'device.status': () => ({ ...openDevice, session: director }) });
    const { container } = at(port, '/');
    const list = await screen.findByRole('list', { name: 'Répartition des dossiers' });
    expect(within(list).getByText('3 visites ou rendez-vous en retard')).toBeTruthy();
    expect(screen.getByText('Dossiers que personne ne suit')).toBeTruthy();
    await expectAccessible(container);
    await userEvent.click(within(list).getByRole('button', { name: /Youssef/ }));
    expect(await screen.findByRole('heading', { level: 1, name: /Dossiers de.*Youssef/ })).toBeTruthy();
    expect(port.last('case.list')).toMatchObject({ all: false });
  });

  test('an unfinished reception is one press away', async () => {
    at(
      centerPort({
        'draft.get': () => ({
          draft: 'd7',
          form: 'intake',
          title: 'Sanae',
          body: { step: 'listening', reached: 2, note: 'Elle demande une écoute.' },
          saved_at_ms: '0',
        }),
      }),
      '/',
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    expect(((await screen.findByLabelText("Note de l'écoute")) as HTMLTextAreaElement).value).toBe(
      'Elle demande une écoute.',
    );
  });
});

describe('the search of the top bar', () => {
  test('Ctrl K, three letters, the arrow and Enter open the case', async () => {
    at(centerPort(), '/');
    const user = userEvent.setup();
    const box = await screen.findByRole('combobox', { name: /Recherche par nom/ });
    await user.keyboard('{Control>}k{/Control}');
    expect(document.activeElement).toBe(box);
    await user.keyboard('fat');
    await screen.findByRole('option', { name: /KEN-2026-B-00042/ });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/cases/c1'));
  });
});

describe('a reception', () => {
  test('somebody new: registered, received, heard, and a case opened on its protocol', async () => {
    const port = centerPort({ 'person.search': () => ({ people: [], more: false }) });
    at(port, '/intake');
    const user = userEvent.setup();
    const search = await screen.findByRole('searchbox', { name: 'Rechercher une personne' });
    await user.type(search, 'touria saidi 1984');
    await user.click(await screen.findByRole('button', { name: 'Enregistrer une nouvelle personne' }));
    expect(((await screen.findByLabelText('Prénom en caractères latins')) as HTMLInputElement).value).toBe('Touria');
    expect((screen.getByLabelText('Nom de famille en caractères latins') as HTMLInputElement).value).toBe('Saidi');
    await user.click(screen.getByRole('radio', { name: 'Féminin' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
    await user.type(await screen.findByLabelText(/Motif de la venue/), "Besoin d'aide{Enter}");
    await user.type(await screen.findByLabelText("Note de l'écoute"), 'Récit{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: /^Aucune catégorie précise|^Catégorie/ }));
    await user.click(await screen.findByRole('option', { name: /Femme victime de violence/ }));
    // What the group asks comes from its form; the danger comes first.
    await user.click(await screen.findByRole('radio', { name: 'Élevé' }));
    expect(screen.getByText('Dossier restreint')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    // The case is about what was just said.
    expect(await screen.findByText('Les réponses de la catégorie sont gardées avec le dossier.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ouvrir le dossier' }));
    await waitFor(() => expect(window.location.hash).toBe('#/cases/c1'));

    expect(port.last('person.register')).toMatchObject({
      person: { given_name_lat: 'Touria', family_name_lat: 'Saidi', birth_date: '1984', sex: 'female' },
      reception: 'x9',
    });
    expect(port.last('intake.finish')).toMatchObject({
      reception: { id: 'x9', patch: { person: 'p9', orientation: 'case', reason: "Besoin d'aide" } },
      person: 'p9',
      opens: { case_type: 'woman_victim_of_violence', protocol: 'woman_victim_of_violence' },
      note: 'Récit',
      situation: {
        group: 'woman_victim_of_violence',
        form: 'woman_victim_of_violence',
        answers: [{ question: 'danger', values: ['high'], unknown: false }],
      },
      draft: 'd8',
    });
    // The passage is not asked for again before it is written: what a colleague wrote since stays beside.
    expect(port.asked.some((call) => call.name === 'reception.list')).toBe(false);
  });

  test('after a failure nothing typed is lost, and trying again writes nothing twice', async () => {
    let refuse = true;
    const port = centerPort({
      'intake.finish': () => {
        if (refuse) throw new CommandError('disk_full');
        return { person: 'p3', case: 'c1', referral: null, appointment: null };
      },
      'draft.get': () => ({
        draft: 'd7',
        form: 'intake',
        title: 'Sanae',
        body: {
          step: 'orientation',
          reached: 3,
          person: { person: 'p3', given_name_lat: 'Sanae' },
          note: 'Récit',
          plan: { choice: 'case', case_type: 'elderly' },
        },
        saved_at_ms: '0',
      }),
    });
    at(port, '/intake/draft/d7');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ouvrir le dossier' }));
    expect((await screen.findByRole('alert')).textContent).toContain('disque est plein');
    refuse = false;
    await user.click(screen.getByRole('button', { name: 'Ouvrir le dossier' }));
    await waitFor(() => expect(window.location.hash).toBe('#/cases/c1'));
    const asked = port.asked.filter((call) => call.name === 'intake.finish');
    expect(asked).toHaveLength(2);
    // The same passage both times: what was done already would be answered, not done again.
    expect(new Set(asked.map((call) => JSON.stringify(call.args))).size).toBe(1);
    expect(port.asked.filter((call) => call.name === 'reception.open')).toHaveLength(1);
  });
});

describe('a case', () => {
  test('the next step is recorded with its outcome', async () => {
    const port = centerPort();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Saisir' }));
    const dialog = await screen.findByRole('dialog');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('radio', { name: 'Fait' }));
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('step.record')).toMatchObject({ case: 'c1', step: 'court', event: 'done', outcome: 'done' }),
    );
  });

  test('N adds a note', async () => {
    const port = centerPort();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await screen.findByRole('button', { name: /Ajouter une note/ });
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Texte de la note' }), 'Elle a appelé.');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('note.add')).toMatchObject({ note: { case: 'c1', person: 'p1', body: 'Elle a appelé.' } }),
    );
  });

  test('a paper is marked as missing in two presses', async () => {
    const port = centerPort();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Copie de la CNIE · À noter/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pas encore disponible' }));
    await waitFor(() => expect(port.last('step.document')).toMatchObject({ document: 'cnie', status: 'missing' }));
  });

  test('without the right to edit, nothing offers it', async () => {
    at(centerPort({ 'case.get': () => ({ ...caseView, may: [] }) }), '/cases/c1');
    await screen.findByRole('heading', { level: 1, name: /Fatima/ });
    expect(screen.queryByRole('button', { name: /Ajouter une note/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Saisir' })).toBeNull();
  });
});

describe('decisions', () => {
  test('of two phone numbers one is kept in one press', async () => {
    const port = centerPort();
    at(port, '/attention');
    await userEvent.click(await screen.findByRole('button', { name: 'Retenir cette information 06 98 76 54 32' }));
    await waitFor(() =>
      expect(port.last('conflict.resolve')).toMatchObject({ id: 'p2', field: 'phone', value: '+212698765432' }),
    );
  });

  test('a change the hub did not take shows its values and its reason', async () => {
    at(centerPort(), '/attention');
    const refused = await screen.findByRole('region', { name: /non acceptée/ });
    expect(within(refused).getByText('اتصلت للاستفسار عن الموعد.')).toBeTruthy();
    expect(within(refused).getByText(/n'est plus accessible/)).toBeTruthy();
  });
});

describe('who sees what', () => {
  const as = (role: 'reception' | 'administrator') =>
    centerPort({ 'device.status': () => ({ ...openDevice, session: acting(latifa, role) }) });

  test('the front desk finds people and no case', async () => {
    at(as('reception'), '/cases/c1');
    expect(await screen.findByRole('heading', { level: 1, name: /Latifa/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Dossiers/ })).toBeNull();
  });

  test('whoever keeps accounts looks nobody up', async () => {
    const port = as('administrator');
    at(port, '/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Partenaires' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Recherche/ })).toBeNull();
    expect(port.asked.some((call) => call.name === 'today.get')).toBe(false);
  });
});

describe('a device without a hub', () => {
  const alone = (enrol: Replies['device.enrol']) =>
    centerPort({
      'device.status': () => ({ ...openDevice, session: acting(latifa, 'director') }),
      'sync.status': () => ({ ...synced, hub: null, pending: 3, last_done_ms: null }),
      ...(enrol === undefined ? {} : { 'device.enrol': enrol }),
    });
  const enrol = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.type(await screen.findByLabelText('Adresse du serveur'), 'https://hub.test');
    await user.type(screen.getByLabelText('Code de raccordement'), 'K7QM');
    await user.click(screen.getByRole('button', { name: "Raccorder l'appareil" }));
  };

  test('is told of a wrong code, and has agreed to nothing', async () => {
    const port = alone(() => {
      throw new CommandError('hub_code_wrong');
    });
    at(port, '/sync');
    await enrol(userEvent.setup());
    expect((await screen.findByRole('alert')).textContent).toContain("n'est pas le bon");
    expect(port.last('device.enrol')).toEqual({ hub: 'https://hub.test', code: 'K7QM', join: false });
  });

  test('is asked before its records go to another center, and may say no', async () => {
    const port = alone(({ join }) => {
      if (!join) throw new CommandError('hub_join_needed');
      return { center: 'c', center_code: 'KEN', device_label: 'B', role: 'director' };
    });
    at(port, '/sync');
    const user = userEvent.setup();
    await enrol(user);
    const question = await screen.findByRole('dialog', { name: /Rejoindre un autre centre/ });
    await expectAccessible(question);
    await user.click(within(question).getByRole('button', { name: 'Annuler' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: "Raccorder l'appareil" }));
    await user.click(await screen.findByRole('button', { name: 'Rejoindre et apporter les données' }));
    await waitFor(() =>
      expect(port.last('device.enrol')).toEqual({ hub: 'https://hub.test', code: 'K7QM', join: true }),
    );
    expect(port.asked.filter((call) => call.name === 'device.enrol')).toHaveLength(3);
  });
});
