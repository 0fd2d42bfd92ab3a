import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { toast } from '../src/components';
import { CommandError } from '../src/ipc';
import type { Draft, SessionView, Task } from '../src/ipc/types';
import { catalog } from './catalog';
import { caseView, centerPort, today } from './center';
import { changed, type MemoryPort, type Replies } from './memory-port';
import { acting, latifa, lockedDevice, openDevice, youssef } from './people';
import { at } from './render';

const reader: SessionView = {
  ...acting(youssef, 'reader'),
  staff: 's8',
  name_ar: 'رشيد برادة',
  name_lat: 'Rachid Berrada',
};

/** A laptop several people work on: its lock, and each one's drafts, as the core keeps them. */
function laptop(more: Replies = {}) {
  const drafts: (Draft & { staff: string })[] = [];
  const device = { session: latifa as SessionView | null };
  const people = [latifa, youssef, reader];
  const atWork = () => {
    if (device.session === null) throw new CommandError('locked', {}, true);
    return device.session.staff;
  };
  const port = centerPort({
    'device.status': () => ({
      ...(device.session === null ? lockedDevice : openDevice),
      users: people,
      session: device.session,
    }),
    'session.lock': () => {
      device.session = null;
      return changed({}, 'session');
    },
    'session.unlock': ({ staff }) => {
      const who = people.find((one) => one.staff === staff) ?? latifa;
      device.session = who;
      return changed(who, 'session');
    },
    'draft.list': ({ form }) => {
      const staff = atWork();
      return drafts.filter((one) => one.staff === staff && (form === undefined || form === null || one.form === form));
    },
    'draft.get': ({ draft }) => {
      const found = drafts.find((one) => one.draft === draft && one.staff === atWork());
      if (found === undefined) throw new CommandError('not_found');
      return found;
    },
    'draft.save': ({ draft, form, title, body }) => {
      const kept = {
        draft: draft ?? `d${drafts.length + 1}`,
        staff: atWork(),
        form,
        title: title ?? null,
        body: JSON.parse(JSON.stringify(body)) as unknown,
        saved_at_ms: String(Date.now()),
      };
      const place = drafts.findIndex((one) => one.draft === kept.draft);
      if (place < 0) drafts.push(kept);
      else drafts[place] = kept;
      return changed(kept, 'draft');
    },
    'case.get': () => {
      atWork();
      return caseView;
    },
    ...more,
  });
  return { port, drafts, device };
}

const user = userEvent.setup();
const lock = async () => user.click(await screen.findByRole('button', { name: /Verrouiller/ }));

async function unlock(who: SessionView) {
  await user.click(await screen.findByRole('radio', { name: new RegExp(who.name_lat ?? '') }));
  await user.type(screen.getByLabelText('Phrase de passe'), 'quatre mots faciles{Enter}');
  await screen.findByRole('button', { name: /Verrouiller/ });
}

/** Everything that is on screen from now on, however briefly. */
function watch(): () => string {
  let seen = '';
  const look = () => {
    seen += document.body.textContent ?? '';
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
  return () => {
    observer.disconnect();
    return seen;
  };
}

const goBack = async () => {
  await act(async () => {
    window.history.back();
    await new Promise((done) => setTimeout(done, 50));
  });
};

const note = () => screen.findByRole('textbox', { name: 'Texte de la note' }) as Promise<HTMLTextAreaElement>;

async function writes(port: MemoryPort, words: string) {
  at(port, '/cases/c1');
  await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
  await user.type(await note(), words);
}

describe('somebody else unlocks', () => {
  test('on her own first screen; nothing of the restricted case is shown, and «back» does not lead to it', async () => {
    const { port } = laptop();
    at(port, '/people');
    await screen.findByRole('button', { name: /Verrouiller/ });
    for (const path of ['/cases', '/cases/c1', '/referrals', '/cases/c1']) {
      act(() => {
        window.location.hash = `#${path}`;
      });
      await new Promise((done) => setTimeout(done, 20));
    }
    const number = caseView.case.record.number ?? '';
    await screen.findAllByText(new RegExp(number));
    await lock();
    await screen.findByLabelText('Phrase de passe');
    expect(window.location.hash).toBe('#/');
    const all = watch();
    const asked = port.asked.length;
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    for (let n = 0; n < 6; n++) {
      await goBack();
      expect(['', '#/']).toContain(window.location.hash);
    }
    await act(async () => {
      window.history.forward();
      await new Promise((done) => setTimeout(done, 50));
    });
    expect(window.location.hash).toBe('#/');
    expect(all()).not.toContain(number);
    expect(port.asked.slice(asked).map((call) => call.name)).not.toContain('case.get');
  });

  test('what the one before was shown on Today is shown to nobody else, however briefly', async () => {
    const task = [...today.overdue, ...today.today, ...today.week][0] as Task;
    const { port, device } = laptop({
      'today.get': () => ({
        ...today,
        overdue: device.session?.staff === latifa.staff ? [{ ...task, title: null, detail: 'Suivi de Fatima' }] : [],
      }),
    });
    at(port, '/');
    await screen.findByText(/Suivi de Fatima/);
    await lock();
    await screen.findByLabelText('Phrase de passe');
    const all = watch();
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    expect(all()).not.toContain('Suivi de Fatima');
  });

  test('an address typed at the door leads nowhere, and a lock after «back» stays within the program', async () => {
    const { port } = laptop();
    at(port, '/cases/c1');
    await screen.findByRole('button', { name: /Ajouter une note/ });
    await lock();
    await screen.findByLabelText('Phrase de passe');
    // Not while the lock itself still goes back: what is typed after it.
    await waitFor(() => expect(window.history.state).toMatchObject({ place: 1 }));
    act(() => {
      window.location.hash = '#/cases/c1';
    });
    await waitFor(() => expect(window.location.hash).toBe('#/'));
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    await goBack();
    const entries = window.history.length;
    await lock();
    await screen.findByLabelText('Phrase de passe');
    await waitFor(() => expect(window.history.state).toMatchObject({ place: 1 }));
    expect(window.history.length).toBeLessThanOrEqual(entries);
  });

  test('so does the same person, and whoever has another first screen has that one', async () => {
    const { port } = laptop();
    at(port, '/cases/c1');
    await screen.findByRole('button', { name: /Ajouter une note/ });
    await lock();
    await unlock(latifa);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    await lock();
    await unlock(reader);
    await waitFor(() => expect(window.location.hash).toBe('#/partners'));
  });

  test('also where the core locked by itself, and what was said to the one before is gone', async () => {
    const { port, device } = laptop({
      'partner.list': () => {
        throw new CommandError('locked', {}, true);
      },
    });
    at(port, '/cases/c1');
    await screen.findByRole('button', { name: /Ajouter une note/ });
    act(() => toast('Dossier de Fatima', 'late'));
    await screen.findByText('Dossier de Fatima');
    device.session = null;
    act(() => {
      window.location.hash = '#/partners';
    });
    await screen.findByLabelText('Phrase de passe');
    await waitFor(() => expect(window.location.hash).toBe('#/'));
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    expect(screen.queryByText('Dossier de Fatima')).toBeNull();
  });
});

describe('what was typed last', () => {
  test('is kept before the lock, and offered first to its writer', async () => {
    const { port, drafts } = laptop();
    await writes(port, 'Elle ne dort plus.');
    // Over the open form, as it locks by itself: closing the form first would keep the words.
    fireEvent.click(screen.getByRole('button', { name: /Verrouiller/, hidden: true }));
    await screen.findByLabelText('Phrase de passe');
    const names = port.asked.map((call) => call.name);
    expect(names.lastIndexOf('draft.save')).toBeLessThan(names.indexOf('session.lock'));
    expect(JSON.stringify(drafts)).toContain('Elle ne dort plus.');
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    expect(screen.queryByRole('button', { name: /^Reprendre/ })).toBeNull();
    await lock();
    await unlock(latifa);
    await user.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    expect((await note()).value).toBe('Elle ne dort plus.');
  });

  test('waits for its writer where the core locked first: nobody else is given it', async () => {
    const { port, drafts, device } = laptop();
    await writes(port, 'Un');
    await waitFor(() => expect(JSON.stringify(drafts)).toContain('"Un"'));
    device.session = null;
    await user.click(await note());
    await user.paste(', deux');
    await screen.findByLabelText('Phrase de passe');
    const all = watch();
    await unlock(youssef);
    await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
    expect(drafts.map((one) => one.staff)).toEqual([latifa.staff]);
    expect(JSON.stringify(drafts)).not.toContain('deux');
    expect(all()).not.toContain('deux');
    await lock();
    await unlock(latifa);
    await user.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    expect((await note()).value).toBe('Un, deux');
    expect(drafts).toHaveLength(1);
  });

  test('is kept while somebody types without a pause', async () => {
    const { port, drafts } = laptop();
    const typist = userEvent.setup({ delay: 100 });
    at(port, '/cases/c1');
    await user.click(await screen.findByRole('button', { name: /Ajouter une note/ }));
    await note();
    await typist.keyboard('sans une seule pause');
    expect(drafts.length).toBeGreaterThan(0);
  });

  test('is kept when the window is closed, before it goes', async () => {
    const { port, drafts } = laptop({ 'window.close': () => ({}) });
    await writes(port, 'Elle ne dort plus.');
    window.dispatchEvent(new Event('jisr-closing'));
    await waitFor(() => expect(port.last('window.close')).toBeTruthy());
    const names = port.asked.map((call) => call.name);
    expect(names.lastIndexOf('draft.save')).toBeLessThan(names.indexOf('window.close'));
    expect(JSON.stringify(drafts)).toContain('Elle ne dort plus.');
  });

  test.each([
    ...[
      'note',
      'referral',
      'visit',
      'visit_made',
      'close',
      'reopen',
      'situation',
      `step/${caseView.track?.steps[0]?.step}`,
      'service',
      'appointment',
      'consent',
      'contact',
      'contact_edit/k1',
      'member_edit/m0',
      'household_edit/h1',
      'entitlement',
      'entitlement_edit/e1',
      'assign',
      'attachment',
    ].map((form) => `/cases/c1/write/${form}`),
    ...[
      'appointment',
      'consent',
      'contact',
      'contact_edit/k1',
      'member_edit/m0',
      'household_edit/h1',
      'entitlement',
      'entitlement_edit/e1',
      'person_edit/p1',
      'open_case',
      'attachment',
      'attachment_withdraw/f1',
    ].map((form) => `/people/p1/write/${form}`),
    '/partners/write/partner',
    '/partners/write/partner_edit/q1',
    '/referrals/r1/answer/accepted',
  ])('in the form at %s, whatever it is about', async (form) => {
    const { port, drafts } = laptop();
    at(port, form);
    const last = async () =>
      within(await screen.findByRole('dialog'))
        .getAllByRole('textbox')
        .at(-1) as HTMLTextAreaElement;
    const before = (await last()).value;
    await user.type(await last(), 'Et ceci');
    await user.keyboard('{Escape}');
    await lock();
    await unlock(latifa);
    expect(drafts).toHaveLength(1);
    await user.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    await waitFor(async () => expect((await last()).value).toBe(`${before}Et ceci`));
  });

  test('and whom one chose for a household', async () => {
    const { port } = laptop();
    at(port, '/cases/c1/write/member');
    await user.type(await screen.findByRole('searchbox', { name: catalog('fr')['household.search'] }), 'Laalaoui');
    await user.click(await screen.findByRole('button', { name: /Laalaoui/ }));
    await user.click(
      within(screen.getByRole('dialog')).getByRole('radio', { name: catalog('fr')['household.moves_no'] }),
    );
    await user.keyboard('{Escape}');
    await lock();
    await unlock(latifa);
    await user.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByText(/Laalaoui/)).toBeTruthy();
    const moves = again.getByRole('radio', { name: catalog('fr')['household.moves_no'] }) as HTMLInputElement;
    expect(moves.checked).toBe(true);
  });

  test('an intake begun from a page is gone on with under its number, from the list or from the page', async () => {
    const { port } = laptop();
    at(port, '/intake/person/p1');
    await user.type(await screen.findByLabelText(/Motif de la venue/), 'Aide');
    await lock();
    await unlock(latifa);
    await user.click(await screen.findByRole('button', { name: /^Reprendre/ }));
    expect(((await screen.findByLabelText(/Motif de la venue/)) as HTMLInputElement).value).toBe('Aide');
    act(() => {
      window.location.hash = '#/intake/person/p1';
    });
    await waitFor(() => expect(port.asked.filter((call) => call.name === 'person.get').length).toBeGreaterThan(0));
    expect(((await screen.findByLabelText(/Motif de la venue/)) as HTMLInputElement).value).toBe('Aide');
    expect(port.asked.filter((call) => call.name === 'reception.open')).toHaveLength(1);
  });
});

test('a number given to a passage nobody looks at any more is kept with it', async () => {
  let open: (answer: { reception: string; number: number; seen: string }) => void = () => {};
  const { port, drafts } = laptop({
    'reception.open': () =>
      new Promise<{ reception: string; number: number; seen: string }>((done) => {
        open = done;
      }),
  });
  at(port, '/intake/person/p1');
  await waitFor(() => expect(port.asked.some((call) => call.name === 'reception.open')).toBe(true));
  act(() => {
    window.location.hash = '#/';
  });
  await screen.findByRole('heading', { name: /Bon(jour|soir)/ });
  await act(async () => open({ reception: 'x9', number: 7, seen: 'seen-x9' }));
  await waitFor(() => expect(JSON.stringify(drafts)).toContain('"number":7'));
});

test('a copy that is not whole says what is missing, and is opened as it is only by whoever says so', async () => {
  let isOpen = false;
  const port = centerPort({
    'device.status': () => (isOpen ? openDevice : lockedDevice),
    'session.unlock': ({ as_it_is }) => {
      if (as_it_is !== true)
        throw new CommandError('profile_not_whole', { database: 'true', attachments: 2, keys: 'false' });
      isOpen = true;
      return changed(latifa, 'session');
    },
  });
  at(port, '/');
  await user.type(await screen.findByLabelText('Phrase de passe'), 'quatre mots faciles{Enter}');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('écrit en dernier');
  expect(alert.textContent).toContain('2 pièces jointes');
  expect(alert.textContent).not.toContain('clés');
  await user.click(within(document.body).getByRole('button', { name: 'Ouvrir la copie telle quelle' }));
  await screen.findByRole('button', { name: /Verrouiller/ });
  expect(port.last('session.unlock')).toMatchObject({ passphrase: 'quatre mots faciles', as_it_is: true });
});
