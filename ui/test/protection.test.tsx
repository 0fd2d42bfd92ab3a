import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { CaseView, OutcomeView, Reach, SafeContact, Task, Unfinished } from '../src/ipc/types';
import { caseView, centerPort, day, today } from './center';
import type { MemoryPort, Replies } from './memory-port';
import { at, expectAccessible } from './render';

const outcome = (code: string, fr: string, safe_contact: SafeContact, lowers_card: boolean): OutcomeView => ({
  code,
  title: { ar: fr, fr, en: fr },
  done: true,
  alarm: false,
  safe_contact,
  lowers_card,
});

/** The case of somebody whose card says `safe`; its next step asks whether they may be reached. */
function caseOf(safe: SafeContact | null, reach: Reach): CaseView {
  const { track, person } = caseView;
  const steps = (track?.steps ?? []).map((step) =>
    step.step === track?.next
      ? {
          ...step,
          refused:
            reach === 'free' || reach === 'hours' ? [] : ['started' as const, 'waiting' as const, 'done' as const],
          outcomes: [
            outcome('safe', 'Contact sans danger', 'yes', safe === 'no'),
            outcome('no_contact', 'Aucun contact', 'no', false),
          ],
        }
      : step,
  );
  return {
    ...caseView,
    track: track === null ? null : { ...track, steps },
    person: {
      ...person,
      safe_contact: safe,
      reachable: { may_be_reached: reach === 'free' || reach === 'hours', reach, hours: person.reachable.hours },
      withheld:
        reach === 'never'
          ? [
              { item: 'phone', reach },
              { item: 'cnie', reach: null },
            ]
          : [],
    },
  };
}

function caseAt(view: CaseView, more: Replies = {}): { port: MemoryPort; user: UserEvent } {
  const port = centerPort({ 'case.get': () => view, 'draft.list': () => [], ...more });
  at(port, '/cases/c1');
  return { port, user: userEvent.setup() };
}

async function adds(user: UserEvent, what: string) {
  await user.click(await screen.findByRole('button', { name: 'Ajouter' }));
  await user.click(await screen.findByRole('menuitem', { name: what }));
  return screen.findByRole('dialog');
}

const checked = (dialog: HTMLElement) => dialog.querySelectorAll('input:checked').length;
const sends = '{Control>}{Enter}{/Control}';

describe('where an answer protects somebody', () => {
  test('nothing is chosen beforehand; Ctrl Enter says what is missing and goes there', async () => {
    const { port, user } = caseAt(caseOf(null, 'not_asked'));
    await user.click(await screen.findByRole('button', { name: 'Saisir' }));
    const dialog = await screen.findByRole('dialog');
    expect(checked(dialog)).toBe(0);
    await user.type(within(dialog).getByLabelText(/Remarque/), 'vue seule');
    await user.keyboard(sends);
    expect(port.last('step.record')).toBeUndefined();
    expect(within(dialog).getByText(/Que s'est-il passé/, { selector: '[role="status"]' })).toBeTruthy();
    expect((document.activeElement as HTMLInputElement).type).toBe('radio');
  });

  test('what the card says is taken from it, and an answer that protects less is asked about', async () => {
    const { port, user } = caseAt(caseOf('no', 'never'));
    await user.click(await screen.findByRole('button', { name: 'Saisir' }));
    const dialog = await screen.findByRole('dialog');
    expect((within(dialog).getByRole('radio', { name: 'Aucun contact' }) as HTMLInputElement).checked).toBe(true);
    await user.click(within(dialog).getByRole('radio', { name: 'Contact sans danger' }));
    await expectAccessible(dialog);
    await user.keyboard(sends);
    expect(port.last('step.record')).toBeUndefined();
    const asked = within(dialog).getByRole('checkbox', { name: /La situation a changé/ }) as HTMLInputElement;
    expect(asked.checked).toBe(false);
    expect(document.activeElement).toBe(asked);
    await user.click(asked);
    await user.keyboard(sends);
    await waitFor(() =>
      expect(port.last('step.record')).toMatchObject({ outcome: 'safe', card: { person: 'p1', seen: 'seen-p1' } }),
    );
  });

  test.each([
    ['never', /Contact dangereux/],
    ['not_asked', /pas encore été demandée/],
    ['hours_unknown', /pas encore notées/],
  ] as const)(
    'a visit home to somebody who must not be reached (%s) says why where it is chosen',
    async (reach, why) => {
      const { port, user } = caseAt(caseOf(null, reach));
      const dialog = await adds(user, 'Prévoir une visite');
      const place = within(dialog).getByLabelText(/Lieu/) as HTMLInputElement;
      expect(place.value).toBe('');
      await user.click(within(dialog).getByRole('button', { name: /Type de visite/ }));
      await user.click(await screen.findByRole('option', { name: /Visite à domicile/ }));
      expect(within(dialog).getByText(why)).toBeTruthy();
      expect(place.value).toBe('');
      // All but the place is said: only the danger keeps it from being planned.
      await user.click(within(dialog).getAllByRole('spinbutton')[0] as HTMLElement);
      await user.paste(day(2));
      await user.type(place, '{Enter}');
      expect(port.last('visit.plan')).toBeUndefined();
      expect(within(dialog).getByText(/il manque/).textContent).toContain('un autre type de visite');
    },
  );

  test('what was answered heads the case of somebody without a telephone', async () => {
    const view = caseOf('no', 'never');
    caseAt({ ...view, person: { ...view.person, phone: null } });
    const head = (await screen.findByRole('heading', { level: 1 })).closest('header') as HTMLElement;
    expect(within(head).getByText('Dangereux : ne pas contacter')).toBeTruthy();
  });

  test('a visit home to somebody who must not be reached says so on Today', async () => {
    const task = today.overdue[0] as Task;
    at(centerPort({ 'today.get': () => ({ ...today, overdue: [{ ...task, reach: 'never' }] }) }), '/');
    const told = await screen.findByText('Contact dangereux');
    expect(within(told.closest('li') as HTMLElement).getByText(/Saisir|Suivre/)).toBeTruthy();
  });

  test('the place is filled in for a visit home to somebody who may be reached, with the hours', async () => {
    const { user } = caseAt(caseOf('hours', 'hours'));
    const dialog = await adds(user, 'Prévoir une visite');
    await user.click(within(dialog).getByRole('button', { name: /Type de visite/ }));
    await user.click(await screen.findByRole('option', { name: /Visite à domicile/ }));
    expect((within(dialog).getByLabelText(/Lieu/) as HTMLInputElement).value).toBe('حي السلام');
    expect(within(dialog).getByText(/بعد 18:00/)).toBeTruthy();
  });

  test('what a referral will not tell is said where it is ticked, and why', async () => {
    const { user } = caseAt(caseOf('no', 'never'));
    const dialog = await adds(user, 'Nouveau référencement');
    const box = (name: string) =>
      within(dialog).getByRole('checkbox', { name: new RegExp(`^${name}`) }) as HTMLInputElement;
    expect(['Nom', 'Date de naissance', 'Situation'].some((name) => box(name).checked)).toBe(false);
    expect(within(dialog).queryByText(/era pas transmis/)).toBeNull();
    await user.click(box('Téléphone'));
    await user.click(box('Numéro de CNIE'));
    expect(box('Téléphone').closest('label')?.textContent).toMatch(/Ne sera pas transmis. Contact dangereux/);
    expect(box('Numéro de CNIE').closest('label')?.textContent).toMatch(/Non renseigné/);
    // Nor is a letter handed to her unasked.
    expect(within(dialog).getByRole('button', { name: 'Garder en brouillon' })).toBeTruthy();
    expect(within(dialog).getByText(/À remettre seulement si/)).toBeTruthy();
  });

  test('how a visit went, who consented and how are nobody’s until somebody says', async () => {
    const { user } = caseAt(caseOf('yes', 'free'));
    const made = await adds(user, 'Enregistrer une visite faite');
    expect(checked(made)).toBe(0);
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Enregistrer un consentement' }));
    const consent = await screen.findByRole('dialog');
    expect(consent.querySelectorAll('[role="radiogroup"] input:checked')).toHaveLength(0);
  });
});

describe('a case is closed', () => {
  const open: Unfinished[] = [
    {
      kind: 'visit',
      id: 'v1',
      title: null,
      detail: 'Enquête',
      with: null,
      day: day(2),
      referral: null,
      form: null,
      seen: 'seen-v1',
      fates: ['cancelled', 'left'],
    },
    {
      kind: 'draft',
      id: 'd1',
      title: null,
      detail: null,
      with: null,
      day: null,
      referral: null,
      form: 'note',
      seen: 'seen-d1',
      fates: ['discarded', 'left'],
    },
  ];

  test('once it is said what becomes of each thing still open in it, and why of what is left', async () => {
    const { port, user } = caseAt(caseView, { 'case.unfinished': () => open, 'case.close': () => ({ id: 'e9' }) });
    await user.click(await screen.findByRole('button', { name: 'Actions sur le dossier' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Clore le dossier' }));
    const dialog = await screen.findByRole('dialog');
    const choose = async (field: RegExp, entry: string) => {
      await user.click(within(dialog).getByRole('button', { name: field }));
      await user.click(await screen.findByRole('option', { name: entry }));
    };
    await within(dialog).findByText(/Enquête/);
    await expectAccessible(dialog);
    await choose(/Motif de clôture|Issue/, 'Déménagement');
    const close = () => within(dialog).getByRole('button', { name: 'Clore le dossier' }) as HTMLButtonElement;
    expect(close().disabled).toBe(true);
    await choose(/Suite · Visite/, "Laissé en l'état");
    await choose(/Suite · Brouillon/, "Laissé en l'état");
    expect(close().disabled).toBe(true);
    await user.type(within(dialog).getByRole('textbox', { name: /^Motif/ }), 'sa sœur l’attend');
    await user.click(close());
    await waitFor(() =>
      expect(port.last('case.close')).toMatchObject({
        becomes: [
          { kind: 'visit', id: 'v1', seen: 'seen-v1', fate: 'left', why: 'sa sœur l’attend' },
          { kind: 'draft', id: 'd1', seen: 'seen-d1', fate: 'left', why: null },
        ],
      }),
    );
  });

  test('what was agreed of a card that says something else since is asked again', async () => {
    const kept = {
      draft: 'k2',
      form: 'step',
      title: 'Fatima',
      saved_at_ms: '0',
      body: {
        case: 'c1',
        writing: { kind: 'step', step: caseView.track?.next },
        typed: { chosen: 'done:safe', agreed: 'seen-before' },
      },
    };
    const { user } = caseAt(caseOf('no', 'never'), { 'draft.list': () => [kept] });
    await user.click(await screen.findByRole('button', { name: 'Saisir' }));
    const dialog = await screen.findByRole('dialog');
    const asked = (await within(dialog).findByRole('checkbox', { name: /La situation a changé/ })) as HTMLInputElement;
    expect(asked.checked).toBe(false);
    expect((within(dialog).getByRole('button', { name: 'Enregistrer' }) as HTMLButtonElement).disabled).toBe(true);
  });

  test('what was said of a visit before it was moved is asked again', async () => {
    const answers = {
      'visit:v1': { fate: 'cancelled', why: '', seen: 'seen-before' },
      'draft:d1': { fate: 'left', why: '', seen: 'seen-d1' },
    };
    const kept = {
      draft: 'k1',
      form: 'closing',
      title: 'Fatima',
      body: { case: 'c1', writing: { kind: 'close' }, typed: { reason: 'moved', note: '', answers } },
      saved_at_ms: '0',
    };
    const { user } = caseAt(caseView, { 'case.unfinished': () => open, 'draft.list': () => [kept] });
    await user.click(await screen.findByRole('button', { name: 'Actions sur le dossier' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Clore le dossier' }));
    const dialog = await screen.findByRole('dialog');
    const said = async (field: RegExp) => (await within(dialog).findByRole('button', { name: field })).textContent;
    expect(await said(/Suite · Brouillon/)).toContain("Laissé en l'état");
    expect(await said(/Suite · Visite/)).not.toContain('Annulé');
    expect((within(dialog).getByRole('button', { name: 'Clore le dossier' }) as HTMLButtonElement).disabled).toBe(true);
  });
});
