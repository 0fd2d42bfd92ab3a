import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../src/ipc';
import type { Draft } from '../src/ipc/types';
import { caseView, centerPort, visits } from './center';
import { changed, type MemoryPort, type Replies } from './memory-port';
import { at } from './render';

/** A device that keeps drafts as the core does: one's own, in place of what was kept under the same id. */
function keeper(more: Replies = {}): { port: MemoryPort; drafts: Draft[] } {
  const drafts: Draft[] = [];
  const port = centerPort({
    'draft.list': ({ form }) => drafts.filter((one) => form === undefined || form === null || one.form === form),
    'draft.save': ({ draft, form, title, body }) => {
      const kept: Draft = {
        draft: draft ?? `d${drafts.length + 1}`,
        form,
        title: title ?? null,
        // What is kept is what would be read back from the disk.
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
    'note.add': ({ draft }) => {
      drafts.splice(0, drafts.length, ...drafts.filter((one) => one.draft !== draft));
      return changed({ id: 'n1' }, 'note', 'draft');
    },
    ...more,
  });
  return { port, drafts };
}

const noteBox = () => screen.findByRole('textbox', { name: 'Texte de la note' }) as Promise<HTMLTextAreaElement>;

describe('the power goes while something is typed', () => {
  test('a note is there again from the first screen, and writing it leaves no draft', async () => {
    const { port, drafts } = keeper();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
    await user.type(await noteBox(), 'Elle ne dort plus.');
    await waitFor(() => expect(JSON.stringify(drafts)).toContain('Elle ne dort plus.'));
    expect(drafts).toHaveLength(1);
    // Nothing is closed: the machine stops.
    cleanup();

    at(port, '/');
    await user.click(await screen.findByRole('button', { name: /^Reprendre · Fatima-Zahra/ }));
    expect((await noteBox()).value).toBe('Elle ne dort plus.');
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(/repris/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(port.last('note.add')).toMatchObject({ note: { case: 'c1', body: 'Elle ne dort plus.' }, draft: 'd1' }),
    );
    expect(drafts).toEqual([]);
  });

  test('a visit made is written on what its words were typed on', async () => {
    const { port, drafts } = keeper();
    at(port, '/visits');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Saisir.*Bouchaib/ }));
    await user.click(await screen.findByRole('radio', { name: 'Rencontre faite' }));
    await user.type(screen.getByLabelText(/Observations/), 'Toit réparé');
    await waitFor(() => expect(JSON.stringify(drafts)).toContain('Toit réparé'));
    cleanup();

    // Meanwhile a round brought a newer visit: what it says was not on the screen when the words were typed.
    const newer = visits.map((view) => ({ ...view, visit: { ...view.visit, seen: 'seen-later' } }));
    const after = keeper({ 'visit.list': () => newer });
    after.drafts.push(...drafts);
    at(after.port, '/visits');
    await user.click(await screen.findByRole('button', { name: /^Saisir.*Bouchaib/ }));
    await waitFor(async () =>
      expect(((await screen.findByLabelText(/Observations/)) as HTMLTextAreaElement).value).toBe('Toit réparé'),
    );
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(after.port.last('visit.update')).toMatchObject({
        id: 'v1',
        seen: 'seen-v1',
        patch: { observations: 'Toit réparé', outcome: 'met' },
      }),
    );
    await waitFor(() => expect(after.drafts).toEqual([]));
  });
});

describe('a dialog closed by mistake', () => {
  test('opens again on its words; discarding them is one press', async () => {
    const { port, drafts } = keeper();
    at(port, '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
    await user.type(await noteBox(), 'Un long récit');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(drafts).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
    await waitFor(async () => expect((await noteBox()).value).toBe('Un long récit'));
    await user.click(screen.getByRole('button', { name: 'Supprimer le brouillon' }));
    await waitFor(() => expect(drafts).toEqual([]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a new referral keeps the keyboard in its first field once the partners are there', async () => {
    const list = await centerPort().rpc('partner.list', { inactive: false });
    let give: () => void = () => {};
    const port = centerPort({
      'partner.list': () =>
        new Promise((done) => {
          give = () => done(list.ok);
        }),
    });
    at(port, '/cases/c1/write/referral');
    await waitFor(() => expect(port.last('partner.list')).toBeTruthy());
    give();
    const dialog = await screen.findByRole('dialog');
    const partner = within(dialog).getByRole('combobox', { name: /Partenaire/ });
    await waitFor(() => expect(document.activeElement).toBe(partner));
  });

  test('a referral found to lack its consent is still there once the consent is recorded', async () => {
    const { port } = keeper({
      'case.get': () => ({ ...caseView, consents: [] }),
      'consent.record': () => ({ id: 's2' }),
    });
    at(port, '/cases/c1/write/referral');
    const user = userEvent.setup();
    const asked = await screen.findByLabelText(/Service demandé/);
    await user.type(asked, 'Hébergement');
    await user.click(screen.getByRole('button', { name: 'Enregistrer un consentement' }));
    const consent = within(await screen.findByRole('dialog', { name: 'Enregistrer un consentement' }));
    await user.click(consent.getByRole('checkbox', { name: /transmis au partenaire/ }));
    await user.click(consent.getByRole('radio', { name: 'La personne elle-même' }));
    await user.click(consent.getByRole('radio', { name: 'Par signature de la feuille' }));
    await user.click(consent.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(async () =>
      expect(((await screen.findByLabelText(/Service demandé/)) as HTMLInputElement).value).toBe('Hébergement'),
    );
  });
});

test('a note that could not be written is kept as it is typed on, and written once', async () => {
  let full = true;
  const { port, drafts } = keeper({
    'note.add': () => {
      if (full) throw new CommandError('disk_full');
      return { id: 'n1' };
    },
  });
  at(port, '/cases/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
  await user.type(await noteBox(), 'Un');
  const save = () => within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' });
  await user.click(save());
  expect((await screen.findByRole('alert')).textContent).toContain('disque est plein');
  await user.type(await noteBox(), ', deux');
  await waitFor(() => expect(JSON.stringify(drafts)).toContain('Un, deux'));
  full = false;
  await user.dblClick(save());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(port.asked.filter((call) => call.name === 'note.add')).toHaveLength(2);
});
