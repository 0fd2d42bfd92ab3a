import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Draft, Flag, RecordView } from '../src/ipc/types';
import { centerPort, day, held } from './center';
import { nothingOf } from './held';
import { changed, type Replies } from './memory-port';
import { acting, latifa, openDevice } from './people';
import { at, expectAccessible } from './render';

/** A device that keeps flags and drafts as the core does. */
function device(more: Replies = {}) {
  const flags: RecordView<Flag>[] = [];
  const drafts: Draft[] = [];
  const port = centerPort({
    'flag.list': () => [...flags],
    'flag.add': ({ flag }) => {
      flags.push(
        held(`k${flags.length + 1}`, { ...nothingOf<Flag>('flag'), ...flag, noted_on: day(0), noted_by: latifa.staff }),
      );
      return changed({ id: `k${flags.length}` }, 'flag');
    },
    'flag.update': ({ id, patch }) => {
      const at = flags.findIndex((one) => one.id === id);
      const before = flags[at];
      if (before !== undefined)
        flags[at] = {
          ...before,
          record: { ...before.record, ...patch, resolved_on: day(0), resolved_by: latifa.staff } as Flag,
        };
      return changed({ id }, 'flag');
    },
    'draft.list': ({ form }) => drafts.filter((one) => form === undefined || form === null || one.form === form),
    'draft.save': ({ draft, form, title, body }) => {
      const kept: Draft = {
        draft: draft ?? `d${drafts.length + 1}`,
        form,
        title: title ?? null,
        body: JSON.parse(JSON.stringify(body)) as unknown,
        saved_at_ms: String(Date.now()),
      };
      const at = drafts.findIndex((one) => one.draft === kept.draft);
      if (at < 0) drafts.push(kept);
      else drafts[at] = kept;
      return changed(kept, 'draft');
    },
    'draft.discard': ({ draft }) => {
      drafts.splice(0, drafts.length, ...drafts.filter((one) => one.draft !== draft));
      return changed({}, 'draft');
    },
    ...more,
  });
  return { port, flags, drafts };
}

const raised = (id: string, said: Partial<Flag>): RecordView<Flag> =>
  held(id, { ...nothingOf<Flag>('flag'), person: 'p1', noted_on: day(-3), noted_by: latifa.staff, ...said });

test('a flag is raised, stands on the card, and is resolved by saying what became of it', async () => {
  const { port, drafts } = device();
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ajouter une alerte' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ajouter une alerte' });
  await expectAccessible(dialog);
  await user.type(within(dialog).getByRole('textbox', { name: "Ce qu'il faut savoir" }), 'Son mari vient en colère');
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
  const list = await screen.findByRole('list', { name: 'Alertes' });
  expect(within(list).getByText('Son mari vient en colère')).toBeTruthy();
  expect(port.last('flag.add')).toMatchObject({ flag: { person: 'p1', case: null } });
  await waitFor(() => expect(drafts).toEqual([]));

  await user.click(within(list).getByRole('button', { name: /Lever l'alerte/ }));
  const resolving = await screen.findByRole('dialog', { name: "Lever l'alerte" });
  await expectAccessible(resolving);
  expect(within(resolving).getByText('Son mari vient en colère')).toBeTruthy();
  await user.type(within(resolving).getByRole('textbox', { name: "Suite donnée à l'alerte" }), 'Il ne vient plus');
  await user.click(within(resolving).getByRole('button', { name: 'Enregistrer' }));
  expect(await within(list).findByText('Il ne vient plus')).toBeTruthy();
  expect(port.last('flag.update')).toMatchObject({ id: 'k1', seen: 'seen-k1' });
  expect(within(list).getByText('Levée')).toBeTruthy();
  expect(within(list).queryByRole('button')).toBeNull();
});

test('the power goes while a flag is resolved: its words are there again, from the list of drafts too', async () => {
  const { port, drafts, flags } = device();
  flags.push(raised('k9', { reason: 'Crises' }));
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Lever l'alerte/ }));
  await user.type(await screen.findByRole('textbox', { name: "Suite donnée à l'alerte" }), 'Sous traitement');
  await waitFor(() => expect(JSON.stringify(drafts)).toContain('Sous traitement'));
  cleanup();

  at(port, '/');
  await user.click(await screen.findByRole('button', { name: /^Reprendre · Fatima-Zahra/ }));
  const box = () => screen.findByRole('textbox', { name: "Suite donnée à l'alerte" }) as Promise<HTMLTextAreaElement>;
  await waitFor(async () => expect((await box()).value).toBe('Sous traitement'));
});

test('over a case, a flag is of the case, and those of another case are not among them', async () => {
  const { port, flags } = device();
  flags.push(raised('k1', { reason: 'De la personne' }), raised('k2', { reason: "D'un autre dossier", case: 'c2' }));
  at(port, '/cases/c1');
  const user = userEvent.setup();
  const list = await screen.findByRole('list', { name: 'Alertes' });
  expect(within(list).getByText('De la personne')).toBeTruthy();
  expect(screen.queryByText("D'un autre dossier")).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Ajouter une alerte' }));
  await user.type(await screen.findByRole('textbox', { name: "Ce qu'il faut savoir" }), 'Deux visiteurs');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(port.last('flag.add')).toMatchObject({ flag: { case: 'c1' } }));
});

test('the front desk is told what must be known of whoever it meets', async () => {
  const desk = { ...openDevice, session: acting(latifa, 'reception') };
  const { port, flags } = device({ 'device.status': () => desk });
  flags.push(raised('k1', { reason: "N'entend pas bien" }), raised('k2', { reason: 'Passé', until: day(-1) }));
  at(port, '/people/p1');
  const list = await screen.findByRole('list', { name: 'Alertes' });
  expect(within(list).getByText("N'entend pas bien")).toBeTruthy();
  expect(within(list).getByText('Échue')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ajouter une alerte' })).toBeTruthy();
});
