import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { caseView, centerPort, emptyPerson, personView } from './center';
import { forms } from './forms';
import { held } from './held';
import { at } from './render';

const groupButton = (dialog: HTMLElement) =>
  within(dialog)
    .getAllByRole('button')
    .find((one) => one.textContent?.includes('Aucune catégorie précise')) as HTMLElement;

describe('target groups', () => {
  test('what must be seen at once stands on the card; the answers are folded behind it', async () => {
    at(centerPort(), '/people/p1');
    const list = await screen.findByRole('list', { name: 'Catégories' });
    expect(within(list).getByText('Personne âgée')).toBeTruthy();
    expect(await within(list).findByText(/Autonomie au quotidien · Alité/)).toBeTruthy();
    expect(within(list).getByText(/1 réponse/)).toBeTruthy();
  });

  test('what the card of the person holds is shown in a form, and not asked again', async () => {
    const person = { ...personView, person: held('p1', { ...emptyPerson, marital_status: 'divorced' as const }) };
    at(centerPort({ 'person.get': () => person }), '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(groupButton(dialog));
    await user.click(await screen.findByRole('option', { name: 'Femme en situation difficile' }));
    expect(await within(dialog).findByText('Divorcé(e)')).toBeTruthy();
    expect(within(dialog).queryByRole('radiogroup', { name: 'Situation familiale' })).toBeNull();
    expect(within(dialog).queryByRole('textbox', { name: 'Situation familiale' })).toBeNull();
  });

  test('a form asks what follows from what was answered, and keeps «not known» as an answer', async () => {
    const port = centerPort();
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(groupButton(dialog));
    await user.click(await screen.findByRole('option', { name: 'Personne âgée' }));
    expect(within(dialog).queryByLabelText(/Montant de la pension/)).toBeNull();
    await user.click(
      within(within(dialog).getByRole('radiogroup', { name: 'Pension' })).getByRole('radio', { name: 'Oui' }),
    );
    await user.click(within(dialog).getByRole('checkbox', { name: /^Inconnu · Montant/ }));
    await user.type(within(dialog).getByLabelText('Proches joignables'), 'Une fille à Tanger');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('situation.record')).toMatchObject({
        situation: {
          person: 'p1',
          case: null,
          group: 'elderly',
          form: 'elderly',
          form_version: 1,
          answers: [
            { question: 'pension', values: ['yes'], unknown: false },
            { question: 'pension_amount', values: [], unknown: true },
            { question: 'relatives', values: ['Une fille à Tanger'], unknown: false },
          ],
        },
      }),
    );
    // What was typed was kept on the way.
    expect(port.last('draft.save')).toMatchObject({ form: 'situation', body: { person: 'p1' } });
  });

  test('violence cannot be noted with the person: it belongs to a restricted case', async () => {
    const port = centerPort();
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(groupButton(dialog));
    await user.click(await screen.findByRole('option', { name: 'Femme victime de violence' }));
    expect(within(dialog).getByText(/n'apparaît jamais sur la fiche/)).toBeTruthy();
    expect((within(dialog).getByRole('button', { name: 'Enregistrer' }) as HTMLButtonElement).disabled).toBe(true);
  });

  test('in a restricted case it is, under that case', async () => {
    const port = centerPort();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(groupButton(dialog));
    await user.click(await screen.findByRole('option', { name: 'Femme victime de violence' }));
    await user.click(await within(dialog).findByRole('radio', { name: 'Danger imminent pour la vie' }));
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('situation.record')).toMatchObject({
        situation: { case: caseView.case.id, answers: [{ question: 'danger', values: ['grave'] }] },
      }),
    );
  });

  test('every question of every form has words in the three languages and a field to answer it', () => {
    for (const form of forms.forms)
      for (const { label, kind, choices } of form.questions) {
        expect([label.ar, label.fr, label.en].every((words) => words !== '')).toBe(true);
        expect(choices.length > 1).toBe(kind === 'choice' || kind === 'several');
      }
  });
});

describe('a household', () => {
  test('who lives there, on what; who left is folded away', async () => {
    const left = { ...personView.household?.members[1] } as NonNullable<typeof personView.household>['members'][number];
    const household = {
      ...(personView.household as NonNullable<typeof personView.household>),
      members: personView.household?.members.slice(0, 1) ?? [],
      past: [
        {
          ...left,
          membership: {
            ...left.membership,
            record: { ...left.membership.record, since: '2020-01-05', until: '2026-03-01' },
          },
        },
      ],
    };
    at(centerPort({ 'person.get': () => ({ ...personView, household }) }), '/people/p1');
    const summary = await screen.findByText('1 ancien membre');
    const past = screen.getByRole('list', { name: 'Ont quitté le ménage', hidden: true });
    expect(summary.closest('details')?.open).toBe(false);
    expect(past.textContent).toContain('2026');
  });

  test('another head: what each is to them is proposed, and said where it cannot be told', async () => {
    const port = centerPort({
      'household.kinships': () => [
        { membership: 'm0', kinship: 'parent' },
        { membership: 'm1', kinship: 'head' },
      ],
      'household.change_head': () => ({ id: 'h1' }),
    });
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Changer de chef(fe) de famille' }));
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: 'Enregistrer' }) as HTMLButtonElement;
    expect(save.disabled).toBe(true);
    await user.click(within(dialog).getByRole('button', { name: /Nouveau/ }));
    await user.click(await screen.findByRole('option', { name: /Yassine/ }));
    expect((await within(dialog).findAllByText('Mère')).length).toBeGreaterThan(0);
    await user.click(save);
    await waitFor(() =>
      expect(port.last('household.change_head')).toEqual({
        household: 'h1',
        members: [
          { membership: 'm0', seen: 'seen-m0', kinship: 'parent' },
          { membership: 'm1', seen: 'seen-m1', kinship: 'head' },
        ],
      }),
    );
  });
});

describe('a consent', () => {
  test('is read in plain words, nothing agreed to beforehand; the sheet prints before', async () => {
    const port = centerPort({
      'consent.form': () => ({ file_name: 'consent.pdf', mime: 'application/pdf', base64: 'JVBERi0=' }),
    });
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Enregistrer un consentement' }));
    const dialog = await screen.findByRole('dialog');
    const boxes = within(dialog).getAllByRole('checkbox') as HTMLInputElement[];
    expect(boxes.filter((box) => box.checked)).toEqual([]);
    expect(within(dialog).getByText(/Le centre m'appelle ou me rend visite/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Imprimer la feuille à signer' }));
    await waitFor(() => expect(port.last('consent.form')).toEqual({ consent: null, person: 'p1' }));
    await user.click(within(dialog).getByRole('checkbox', { name: /statistiques/ }));
    await user.click(within(dialog).getByRole('radio', { name: 'La personne elle-même' }));
    await user.click(within(dialog).getByRole('radio', { name: 'Par signature de la feuille' }));
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('consent.record')).toMatchObject({ consent: { case: null, purposes: ['statistics'] } }),
    );
  });
});
