import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { centerPort } from './center';
import { at, expectAccessible } from './render';

async function cashAid() {
  const port = centerPort({ 'service.give': () => ({ id: 's1' }) });
  at(port, '/cases/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Service rendu' }));
  const dialog = await screen.findByRole('dialog', { name: 'Service rendu' });
  await user.click(within(dialog).getByRole('button', { name: /Type de service/ }));
  await user.click(await screen.findByRole('option', { name: 'Aide financière' }));
  return { port, user, dialog };
}

const field = (dialog: HTMLElement) => within(dialog).getByLabelText('Montant en dirhams') as HTMLInputElement;
const save = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: /^Enregistrer/ }) as HTMLButtonElement;

async function type(user: UserEvent, dialog: HTMLElement, text: string) {
  await user.clear(field(dialog));
  await user.type(field(dialog), text);
}

describe('an amount', () => {
  test.each(['2500.00', '2500,00', '٢٥٠٠', '۲۵۰۰'])('%s is said in words before it is kept, as one', async (typed) => {
    const { port, user, dialog } = await cashAid();
    await type(user, dialog, typed);
    await within(dialog).findByText('deux mille cinq cents dirhams');
    await user.click(save(dialog));
    await waitFor(() => expect(port.last('service.give')).toMatchObject({ service: { amount: 250_000 } }));
  });

  test('what can mean two things is asked, and not kept until it is said', async () => {
    const { port, user, dialog } = await cashAid();
    await type(user, dialog, '2.500');
    const asked = await within(dialog).findByRole('group', { name: /de deux façons/ });
    await expectAccessible(dialog);
    expect(save(dialog).disabled).toBe(true);
    await user.keyboard('{Enter}');
    expect(port.last('service.give')).toBeUndefined();
    await user.click(within(asked).getByRole('button', { name: /deux dirhams et cinquante/ }));
    expect(field(dialog).value).toBe('2,50');
    await waitFor(() => expect(save(dialog).disabled).toBe(false));
    await user.click(save(dialog));
    await waitFor(() => expect(port.last('service.give')).toMatchObject({ service: { amount: 250 } }));
  });

  test('ten times the usual waits for somebody to say that it is meant; another amount is asked again', async () => {
    const { port, user, dialog } = await cashAid();
    await type(user, dialog, '250000');
    const meant = await within(dialog).findByRole('checkbox', { name: /^Ce montant est exact/ });
    expect(save(dialog).disabled).toBe(true);
    await user.click(meant);
    await type(user, dialog, '250000');
    expect(((await within(dialog).findByRole('checkbox')) as HTMLInputElement).checked).toBe(false);
    await user.click(within(dialog).getByRole('checkbox'));
    await user.click(save(dialog));
    await waitFor(() =>
      expect(port.last('service.give')).toMatchObject({ service: { amount: 25_000_000 }, confirmed: true }),
    );
  });

  test('what is no amount says why, and is not turned into one', async () => {
    const { port, user, dialog } = await cashAid();
    await type(user, dialog, 'mille');
    await within(dialog).findByText(/Montant incompris/);
    expect(save(dialog).disabled).toBe(true);
    expect(port.last('service.give')).toBeUndefined();
  });

  test('the income of a household is read in the same way', async () => {
    const port = centerPort({ 'household.update_member': () => ({ id: 'm1' }) });
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Modifier le lien avec le ménage · Yassine/ }));
    const dialog = await screen.findByRole('dialog');
    const income = within(dialog).getByLabelText('Revenu mensuel (DH)');
    await user.type(income, '2.500');
    await within(dialog).findByRole('group', { name: /de deux façons/ });
    expect(save(dialog).disabled).toBe(true);
    await user.clear(income);
    await user.type(income, '2500.00');
    await within(dialog).findByText('deux mille cinq cents dirhams');
    await user.click(save(dialog));
    await waitFor(() =>
      expect(port.last('household.update_member')).toMatchObject({ patch: { income: 250_000 }, confirmed: false }),
    );
  });

  test('so is an answer in money', async () => {
    const port = centerPort();
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    const group = within(dialog)
      .getAllByRole('button')
      .find((one) => one.textContent?.includes('Aucune catégorie précise')) as HTMLElement;
    await user.click(group);
    await user.click(await screen.findByRole('option', { name: 'Personne âgée' }));
    const pension = within(dialog).getByRole('radiogroup', { name: 'Pension' });
    await user.click(within(pension).getByRole('radio', { name: 'Oui' }));
    const amount = within(dialog).getByRole('textbox', { name: /Montant de la pension/ });
    await user.type(amount, '2.500');
    await within(dialog).findByRole('group', { name: /de deux façons/ });
    expect(save(dialog).disabled).toBe(true);
    await user.clear(amount);
    await user.type(amount, '250000');
    await within(dialog).findByText(/entre .*0.* et .*100/);
    await user.click(await within(dialog).findByRole('checkbox', { name: /^Ce montant est exact/ }));
    expect(save(dialog).disabled).toBe(true);
    await user.clear(amount);
    await user.type(amount, '90000');
    const meant = await within(dialog).findByRole('checkbox', { name: /^Ce montant est exact/ });
    expect(save(dialog).disabled).toBe(true);
    await user.click(meant);
    await user.click(save(dialog));
    await waitFor(() =>
      expect(port.last('situation.record')).toMatchObject({
        situation: { answers: [{ question: 'pension' }, { question: 'pension_amount', values: ['90000'] }] },
        confirmed: true,
      }),
    );
  });
});
