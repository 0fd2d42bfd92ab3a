import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { centerPort, held, personView } from './center';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

const brother = held('k2', {
  person: 'p1',
  case: null,
  name: 'سعيد العلوي',
  kinship: 'sibling' as const,
  phone: null,
  companion: null,
  safe_contact: 'no' as const,
  alleged_perpetrator: true,
  remark: null,
  until: null,
});

describe('somebody to contact', () => {
  test('a wrong number is corrected, and nothing else is written', async () => {
    const port = centerPort({ 'contact.update': () => ({ id: 'k1' }) });
    at(port, '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Modifier le contact · .?نزهة/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Modifier le contact' });
    await expectAccessible(dialog);
    const phone = within(dialog).getByLabelText('Téléphone');
    await user.clear(phone);
    await user.type(phone, '0655443322');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('contact.update')).toEqual({ id: 'k1', seen: 'seen-k1', patch: { phone: '0655443322' } }),
    );
  });

  test('the alleged perpetrator is named to whoever follows cases, as never to be contacted', async () => {
    const view = { ...personView, contacts: [...personView.contacts, brother] };
    at(centerPort({ 'person.get': () => view }), '/cases/c1');
    const list = await screen.findByRole('list', { name: 'Personnes à contacter' });
    const line = within(list).getByText('سعيد العلوي').closest('li') as HTMLElement;
    expect(within(line).getByText('Auteur présumé')).toBeTruthy();
  });

  test('one learnt in a case belongs to that case', async () => {
    const port = centerPort({ 'contact.add': () => ({ id: 'k3' }) });
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter un contact' }));
    await user.type(await screen.findByLabelText(/Nom complet/), 'Nadia');
    await user.click(screen.getByRole('checkbox', { name: /Auteur présumé/ }));
    await user.click(screen.getByRole('button', { name: 'Ajouter' }));
    await waitFor(() =>
      expect(port.last('contact.add')).toMatchObject({
        contact: { person: 'p1', case: 'c1', name: 'Nadia', alleged_perpetrator: true },
      }),
    );
  });

  test('the front desk is not asked about perpetrators', async () => {
    at(
      centerPort({
        'device.status': () => ({ ...openDevice, session: acting(latifa, 'reception') }),
      }),
      '/people/p1',
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Modifier le contact/ }));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('checkbox', { name: /Auteur présumé/ })).toBeNull();
  });
});

test('a wrong kinship in the household is put right from the case', async () => {
  const port = centerPort({ 'household.update_member': () => ({ id: 'm1' }) });
  at(port, '/cases/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Modifier le lien avec le ménage · Yassine/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Modifier le lien avec le ménage' });
  await expectAccessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: /Lien de parenté/ }));
  await user.click(await screen.findByRole('option', { name: 'Frère' }));
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() =>
    expect(port.last('household.update_member')).toEqual({
      id: 'm1',
      seen: 'seen-m1',
      patch: { kinship: 'sibling' },
    }),
  );
});
