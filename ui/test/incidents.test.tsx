import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Diagnostics } from '../src/ipc/types';
import { centerPort } from './center';
import { acting, openDevice, youssef } from './people';
import { at, expectAccessible } from './render';

const log: Diagnostics = {
  version: '0.1.0',
  system: 'linux x86_64',
  schema: 13,
  refusals: [{ code: 'verdict_not_permitted', transactions: 2 }],
  incidents: [
    {
      first_at: '2026-11-22T09:00:00Z',
      last_at: '2026-11-22T10:05:00Z',
      times: 3,
      what: 'failed',
      command: 'note.add',
      code: 'disk_full',
      in_words: true,
      cause: null,
      took_ms: 12,
      version: '0.1.0',
    },
    {
      first_at: '2026-11-21T09:00:00Z',
      last_at: '2026-11-21T09:00:00Z',
      times: 1,
      what: 'slow',
      command: 'case.list',
      code: null,
      in_words: false,
      cause: null,
      took_ms: 4200,
      version: '0.1.0',
    },
  ],
};

const director = acting(youssef, 'director');

test('what went wrong is told in words, with the marks whoever helps asks for', async () => {
  const user = userEvent.setup();
  const port = centerPort({
    'device.status': () => ({ ...openDevice, session: director }),
    'diagnostic.get': () => log,
  });
  const { container } = at(port, '/settings');
  const section = (await screen.findByRole('heading', { name: 'Incidents de cet appareil' })).closest('section');
  if (section === null) throw new Error('no section');
  await user.click(within(section).getByRole('button', { name: 'Afficher' }));
  await within(section).findByText(/Opération impossible/);
  expect(section.textContent).toContain('3 fois');
  expect(section.textContent).toContain('note.add · disk_full');
  expect(section.textContent).toContain('Opération lente');
  expect(section.textContent).toContain('4 secondes');
  expect(section.textContent).not.toContain('verdict_not_permitted');
  await expectAccessible(container);
});

test('whoever keeps no accounts is not shown it', async () => {
  at(centerPort(), '/settings');
  await screen.findByRole('heading', { name: 'Sécurité' });
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Incidents de cet appareil' })).toBeNull());
});
