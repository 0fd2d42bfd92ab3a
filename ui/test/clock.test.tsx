import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../src/ipc';
import type { ClockStatus } from '../src/ipc/types';
import { centerPort, rightClock } from './center';
import { changed } from './memory-port';
import { at, expectAccessible } from './render';

const in2000: ClockStatus = {
  ...rightClock,
  today: '2000-01-01',
  time: '00:14:00',
  doubt: 'behind',
  last_known: '2026-11-22',
  last_known_time: '10:05:00',
  may_be_right: false,
};

/** A center whose clock is wrong until somebody says what to do with it. */
function wrongClock(clock: ClockStatus, from: Partial<ClockStatus> = {}) {
  let now: ClockStatus = { ...clock, ...from };
  return centerPort({
    'clock.status': () => now,
    'clock.accept': ({ right }) => {
      now = right ? rightClock : { ...now, passed: true };
      return changed(now, 'clock');
    },
    'reception.open': () => {
      if (now.doubt !== null && !now.passed) throw new CommandError('clock_doubtful');
      return { reception: 'x9', number: 7, seen: 'seen-x9' };
    },
  });
}

describe('a clock nobody believes', () => {
  test('is told on coming in, with what it shows and what is known, and stays told', async () => {
    const port = wrongClock(in2000);
    at(port, '/');
    const user = userEvent.setup();
    const dialog = await screen.findByRole('dialog', { name: "Horloge de l'appareil" });
    expect(dialog.textContent).toContain('2000');
    expect(dialog.textContent?.replace(/\s/g, ' ')).toContain('22 novembre 2026');
    expect(within(dialog).queryByRole('button', { name: "La date et l'heure sont justes" })).toBeNull();
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: "Régler l'horloge d'abord" }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(port.last('clock.accept')).toBeUndefined();
    const notice = await screen.findByRole('button', { name: /n'est pas à l'heure/ });
    await user.click(notice);
    await screen.findByRole('dialog', { name: "Horloge de l'appareil" });
  });

  test('gives no number before somebody says to go on, and then gives the one that was asked for', async () => {
    const port = wrongClock(in2000);
    at(port, '/intake');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: "Régler l'horloge d'abord" }));
    await user.type(await screen.findByRole('searchbox', { name: 'Rechercher une personne' }), 'touria saidi');
    await user.click(await screen.findByRole('button', { name: 'Enregistrer une nouvelle personne' }));
    const dialog = await screen.findByRole('dialog', { name: "Horloge de l'appareil" });
    await user.click(within(dialog).getByRole('button', { name: 'Continuer avec cette date' }));
    await screen.findByRole('radio', { name: 'Féminin' });
    expect(port.last('clock.accept')).toEqual({ right: false });
    expect(port.asked.filter((call) => call.name === 'reception.open')).toHaveLength(2);
    expect(await screen.findByRole('button', { name: /n'est pas à l'heure/ })).toBeTruthy();
  });

  test('may be said to be right where it can be, and is then told no more', async () => {
    const port = wrongClock(in2000, { today: '2026-11-22', may_be_right: true, doubt: 'slow', off_minutes: -60 });
    at(port, '/settings');
    const user = userEvent.setup();
    const dialog = await screen.findByRole('dialog', { name: "Horloge de l'appareil" });
    expect(within(dialog).getByText(/(?<![-−\d])60 minutes/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: "La date et l'heure sont justes" }));
    await screen.findByText("L'horloge de l'appareil est à l'heure.");
    expect(port.last('clock.accept')).toEqual({ right: true });
    expect(screen.queryByRole('button', { name: /n'est pas à l'heure/ })).toBeNull();
  });
});
