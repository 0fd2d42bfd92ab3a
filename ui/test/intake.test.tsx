import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { centerPort } from './center';
import type { MemoryPort, Replies } from './memory-port';
import { at } from './render';

const pdf = (name: string) => () => ({ file_name: name, mime: 'application/pdf', base64: 'JVBERi0=' });

function desk(more: Replies = {}): MemoryPort {
  return centerPort({
    'person.search': () => ({ people: [], more: false }),
    'reception.receipt': pdf('receipt.pdf'),
    'referral.letter': pdf('letter.pdf'),
    'referral.create': () => ({ referral: 'r9', reference: 'R-7K3M-9QPT', withheld: [] }),
    'service.give': () => ({ id: 'v9' }),
    ...more,
  });
}

/** Somebody new, up to what was heard. */
async function heard(user: UserEvent) {
  await user.type(await screen.findByRole('searchbox', { name: 'Rechercher une personne' }), 'touria saidi 1984');
  await user.click(await screen.findByRole('button', { name: 'Enregistrer une nouvelle personne' }));
  await user.click(await screen.findByRole('radio', { name: 'Féminin' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
  await user.type(await screen.findByLabelText(/Motif de la venue/), 'Aide{Enter}');
  await screen.findByLabelText("Note de l'écoute");
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: 'Besoins et risque' });
}

async function chooses(user: UserEvent, group: string) {
  const button = screen.getAllByRole('button').find((one) => one.textContent?.includes('Aucune catégorie précise'));
  await user.click(button as HTMLElement);
  await user.click(await screen.findByRole('option', { name: group }));
}

describe('a reception', () => {
  test('urgency and safe contact are within reach at every step, and the receipt once it is opened', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    const reach = () => {
      expect(screen.getByRole('radiogroup', { name: 'Urgence' })).toBeTruthy();
      expect(screen.getAllByRole('radiogroup', { name: 'Le contact est-il sûr ?' }).length).toBeGreaterThan(0);
    };
    await screen.findByRole('searchbox', { name: 'Rechercher une personne' });
    reach();
    await heard(user);
    reach();
    await user.click(screen.getByRole('radio', { name: 'Urgent' }));
    await user.click(screen.getByRole('button', { name: "Reçu d'accueil" }));
    await waitFor(() => expect(port.last('reception.receipt')).toEqual({ reception: 'x9' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'Orientation' });
    reach();
    await user.click(screen.getByRole('radio', { name: /Information/ }));
    await user.click(screen.getByRole('button', { name: "Terminer l'accueil" }));
    // What it is at the end is what is written.
    await waitFor(() =>
      expect(port.last('intake.finish')).toMatchObject({
        reception: { id: 'x9', patch: { orientation: 'information', urgency: 'immediate' } },
      }),
    );
  });

  test('a referral from the desk opens its case, records what was agreed to, and prints its letter', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    await heard(user);
    await chooses(user, 'Personne âgée');
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    await user.click(await screen.findByRole('radio', { name: /Référencement/ }));
    await user.click(await screen.findByRole('combobox', { name: /Partenaire/ }));
    await user.click(await screen.findByRole('option', { name: /Al Amal/ }));
    await user.type(screen.getByRole('textbox', { name: /Service demandé/ }), 'Hébergement');
    const send = screen.getByRole('button', { name: 'Enregistrer le référencement' }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: /accepte que ces données/ }));
    await user.click(send);
    await waitFor(() => expect(window.location.hash).toBe('#/cases/c1'));
    expect(port.last('intake.finish')).toMatchObject({
      reception: { id: 'x9', patch: { orientation: 'referral' } },
      person: 'p9',
      opens: { case_type: 'elderly' },
      situation: { group: 'elderly' },
      agrees: true,
      referral: { partner: 'q1', service_asked: 'Hébergement', override_reason: null },
    });
    expect(port.asked.filter((call) => call.name === 'intake.finish')).toHaveLength(1);
    expect(port.last('referral.letter')).toEqual({ referral: 'r9' });
  });

  test('violence heard and no case opened: it is said that the answers are not kept, and they are not', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    await heard(user);
    await chooses(user, 'Femme victime de violence');
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    await user.click(await screen.findByRole('radio', { name: /Information/ }));
    expect(screen.getByText(/ne seront pas gardées/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: "Terminer l'accueil" }));
    await waitFor(() =>
      expect(port.last('intake.finish')).toMatchObject({
        reception: { patch: { orientation: 'information' } },
        situation: null,
      }),
    );
  });

  test('violence heard and another kind of case opened: the case is restricted all the same', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    await heard(user);
    await chooses(user, 'Femme victime de violence');
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    await user.click(await screen.findByRole('button', { name: /Objet du dossier/ }));
    await user.click(await screen.findByRole('option', { name: 'Personne sans abri' }));
    await user.click(screen.getByRole('button', { name: 'Ouvrir le dossier' }));
    await waitFor(() =>
      // The core restricts what it opens by what was said.
      expect(port.last('intake.finish')).toMatchObject({
        opens: { case_type: 'homeless' },
        situation: { group: 'woman_victim_of_violence' },
      }),
    );
  });

  test('without a name and without papers', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: "Parcours d'urgence" }));
    const goOn = await screen.findByRole('button', { name: 'Enregistrer et continuer' });
    await user.click(goOn);
    await screen.findByText('Il faut le sexe, ou « Non précisé ».');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Féminin' })));
    expect(port.last('person.register')).toBeUndefined();
    await user.click(screen.getByRole('radio', { name: 'Non précisé' }));
    await user.click(goOn);
    await waitFor(() =>
      expect(port.last('person.register')).toMatchObject({ person: { anonymous: true, sex: 'unknown' } }),
    );
    expect((await screen.findAllByText('Personne sans nom')).length).toBeGreaterThan(0);
  });

  test('a birth nobody spoke of is asked for, in its field, before anything is sent', async () => {
    const port = desk();
    at(port, '/intake');
    const user = userEvent.setup();
    await user.type(await screen.findByRole('searchbox', { name: 'Rechercher une personne' }), 'touria saidi');
    await user.click(await screen.findByRole('button', { name: 'Enregistrer une nouvelle personne' }));
    await user.click(await screen.findByRole('radio', { name: 'Féminin' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
    await screen.findByText("Il faut la date ou l'année de naissance, ou « Inconnue ».");
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('spinbutton'));
    expect(port.last('person.register')).toBeUndefined();
  });

  test('a title typed in the name is proposed apart, and moved by whoever decides', async () => {
    const port = desk({
      'person.check': ({ person }) => ({
        person: { ...person, languages: [] } as never,
        warnings: [],
        same_papers: [],
        titles:
          person.given_name_lat === 'Moulay Driss' ? [{ field: 'given_name_lat', title: 'مولاي', rest: 'Driss' }] : [],
      }),
    });
    at(port, '/intake');
    const user = userEvent.setup();
    const search = await screen.findByRole('searchbox', { name: 'Rechercher une personne' });
    await user.type(search, 'moulay driss ouazzani');
    await user.click(await screen.findByRole('button', { name: 'Enregistrer une nouvelle personne' }));
    const given = (await screen.findByLabelText('Prénom en caractères latins')) as HTMLInputElement;
    expect(given.value).toBe('Moulay Driss');
    await user.click(await screen.findByRole('button', { name: 'Mettre le titre à part' }));
    expect(given.value).toBe('Driss');
    await user.click(screen.getByRole('radio', { name: 'Masculin' }));
    await user.click(screen.getByRole('radio', { name: 'Inconnue' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
    await waitFor(() =>
      expect(port.last('person.register')).toMatchObject({
        person: { given_name_lat: 'Driss', title: 'مولاي', sex: 'male', birth_date: 'unknown' },
      }),
    );
  });
});

test('a birth act is known by its number, its year and its office; without papers nothing is asked', async () => {
  at(desk(), '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Modifier la fiche' }));
  const dialog = await screen.findByRole('dialog');
  const papers = () => within(dialog).getByRole('button', { name: /Documents d'identité/ });
  await user.click(papers());
  await user.click(await screen.findByRole('option', { name: 'Acte de naissance' }));
  expect(within(dialog).getByLabelText(/Année du registre/)).toBeTruthy();
  await user.click(papers());
  await user.click(await screen.findByRole('option', { name: 'Sans papiers' }));
  expect(within(dialog).queryByLabelText(/Numéro de l'acte|Numéro du document|Numéro de CNIE/)).toBeNull();
});
