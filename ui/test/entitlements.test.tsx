import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { centerPort } from './center';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

test('a request is followed to its grant, on the day it was granted', async () => {
  const port = centerPort({ 'entitlement.update': () => ({ id: 'e1' }) });
  at(port, '/people/p1');
  const user = userEvent.setup();
  const list = await screen.findByRole('list', { name: 'Droits et programmes' });
  expect(within(list).getByText('Demande en cours')).toBeTruthy();
  await user.click(within(list).getByRole('button', { name: /Registre social unifié/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Mettre à jour le droit' });
  await expectAccessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: /Situation/ }));
  await user.click(await screen.findByRole('option', { name: 'Accordé' }));
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() =>
    expect(port.last('entitlement.update')).toMatchObject({ id: 'e1', seen: 'seen-e1', patch: { status: 'granted' } }),
  );
});

test('what a person is entitled to stands beside their case, and is added there', async () => {
  at(centerPort(), '/cases/c1');
  const user = userEvent.setup();
  expect(await screen.findByRole('list', { name: 'Droits et programmes' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Enregistrer un programme/ }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});

test('the front desk is not told what somebody lives on', async () => {
  at(centerPort({ 'device.status': () => ({ ...openDevice, session: acting(latifa, 'reception') }) }), '/people/p1');
  await screen.findByRole('list', { name: 'Personnes à contacter' });
  expect(screen.queryByText('Droits et programmes')).toBeNull();
});
