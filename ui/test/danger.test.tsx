import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { CaseView, StepView } from '../src/ipc/types';
import { alarmTone, toneOf } from '../src/parts/value/tones';
import { caseView, centerPort, personView } from './center';
import { at, expectAccessible } from './render';

/** What is taken and means a danger is red and has its sign; what means none is neither. */
const look = (choice: HTMLElement) => {
  const label = choice.closest('label') ?? choice;
  return {
    red: /\blate\b|late-soft|text-late/.test(label.className),
    sign: label.querySelector('.lucide-octagon-alert') !== null,
  };
};

describe('danger looks like danger', () => {
  test('one place says which codes mean something to somebody’s safety', () => {
    expect(toneOf('urgency', 'immediate')).toBe('danger');
    expect(toneOf('urgency', 'soon')).toBe('caution');
    expect(toneOf('urgency', 'ordinary')).toBeUndefined();
    expect(toneOf('safe_contact', 'no')).toBe('danger');
    expect(toneOf('safe_contact_short', 'no')).toBe('danger');
    expect(toneOf('safe_contact', 'unknown')).toBe('caution');
    expect(toneOf('safe_contact', 'yes')).toBeUndefined();
    expect(alarmTone(true)).toBe('danger');
  });

  test('urgency and unsafe contact, in one line of choices', async () => {
    at(centerPort(), '/intake');
    const user = userEvent.setup();
    const urgent = await screen.findByRole('radio', { name: 'Urgent' });
    await user.click(urgent);
    expect(look(urgent)).toEqual({ red: true, sign: true });
    const ordinary = screen.getByRole('radio', { name: 'Ordinaire' });
    expect(look(ordinary)).toEqual({ red: false, sign: false });
    const safety = screen.getByRole('radiogroup', { name: /contact est-il sûr/ });
    const unsafe = within(safety).getByRole('radio', { name: 'Non' });
    await user.click(unsafe);
    expect(look(unsafe)).toEqual({ red: true, sign: true });
    expect(look(within(safety).getByRole('radio', { name: 'Oui' }))).toEqual({ red: false, sign: false });
  });

  test('what a form says must be seen at once: a radio, a box, a list, a question of yes or no', async () => {
    at(centerPort(), '/people/p1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ajouter une catégorie' }));
    const dialog = await screen.findByRole('dialog');
    const choose = async (button: RegExp, option: string) => {
      await user.click(within(dialog).getByRole('button', { name: button }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await choose(/Catégorie$/, 'Femme victime de violence');
    const grave = await within(dialog).findByRole('radio', { name: 'Danger imminent pour la vie' });
    await user.click(grave);
    expect(look(grave)).toEqual({ red: true, sign: true });
    expect(look(within(dialog).getByRole('radio', { name: 'Faible' }))).toEqual({ red: false, sign: false });
    const weapon = within(dialog).getByRole('checkbox', { name: 'Arme' });
    await user.click(weapon);
    expect(look(weapon).sign).toBe(true);
    expect(weapon.closest('label')?.querySelector('.text-late')).not.toBeNull();
    const roof = within(dialog).getByRole('radiogroup', { name: /même toit/ });
    await user.click(within(roof).getByRole('radio', { name: 'Oui' }));
    expect(look(within(roof).getByRole('radio', { name: 'Oui' }))).toEqual({ red: true, sign: true });
    await choose(/Catégorie$/, 'Personne âgée');
    await choose(/Mode de vie$/, 'Sans abri');
    const lives = within(dialog).getByRole('button', { name: /Mode de vie/ });
    expect(look(lives)).toEqual({ red: true, sign: true });
  });

  test('an outcome its protocol calls an alarm', async () => {
    const [step] = caseView.track?.steps ?? [];
    const alarming: StepView = {
      ...(caseView.track?.steps.find((one) => one.step === 'court') ?? (step as StepView)),
      outcomes: [
        {
          code: 'high',
          title: { ar: 'خطر مرتفع', fr: 'Danger élevé', en: 'High' },
          done: true,
          alarm: true,
          safe_contact: null,
          lowers_card: false,
        },
        {
          code: 'low',
          title: { ar: 'خطر منخفض', fr: 'Danger faible', en: 'Low' },
          done: true,
          alarm: false,
          safe_contact: null,
          lowers_card: false,
        },
      ],
    };
    const track = caseView.track as NonNullable<CaseView['track']>;
    const view = {
      ...caseView,
      track: { ...track, steps: track.steps.map((one) => (one.step === 'court' ? alarming : one)) },
    };
    at(centerPort({ 'case.get': () => view }), '/cases/c1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Saisir' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: 'Danger élevé' }));
    expect(look(within(dialog).getByRole('radio', { name: 'Danger élevé' }))).toEqual({ red: true, sign: true });
    expect(look(within(dialog).getByRole('radio', { name: 'Danger faible' }))).toEqual({ red: false, sign: false });
  });
});

describe('a danger on record', () => {
  const dangers: CaseView['dangers'] = [
    {
      source: 'answer',
      situation: 'g2',
      about: { ar: 'درجة الخطر', fr: 'Niveau de danger', en: 'Level of danger' },
      answer: { ar: 'خطر وشيك على الحياة', fr: 'Danger imminent pour la vie', en: 'Life in danger now' },
      on: null,
    },
    { source: 'reception', situation: null, about: null, answer: null, on: null },
  ];

  test('heads the case, the dominant one first, in the order of the core', async () => {
    const { container } = at(centerPort({ 'case.get': () => ({ ...caseView, dangers }) }), '/cases/c1');
    const note = await screen.findByRole('note', { name: 'Danger' });
    expect(note.closest('header')?.querySelector('h1')).not.toBeNull();
    expect(note.querySelector('p')?.textContent).toContain('Danger imminent pour la vie');
    expect(note.querySelector('p')?.textContent).not.toContain('Urgent');
    expect(within(note).getByRole('listitem').textContent).toContain('Urgent');
    await expectAccessible(container);
  });

  test('without one, nothing is said', async () => {
    at(centerPort({ 'case.get': () => ({ ...caseView, dangers: [] }) }), '/cases/c1');
    await screen.findByRole('heading', { level: 1, name: /Fatima/ });
    expect(screen.queryByRole('note', { name: 'Danger' })).toBeNull();
  });
});

test('a consent asked for on the way to a referral is marked, and not ticked', async () => {
  const port = centerPort({ 'case.get': () => ({ ...caseView, consents: [] }) });
  at(port, '/cases/c1/write/referral');
  const user = userEvent.setup();
  const referral = await screen.findByRole('dialog', { name: 'Nouveau référencement' });
  await user.click(within(referral).getByRole('button', { name: /consentement/i }));
  const dialog = await screen.findByRole('dialog', { name: 'Enregistrer un consentement' });
  const boxes = within(dialog).getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes.some((box) => box.checked)).toBe(false);
  expect(within(dialog).getByText('Demandé maintenant', { exact: false })).toBeTruthy();
  expect(port.asked.some((call) => call.name === 'consent.record')).toBe(false);
});

test('that somebody refused to be reached heads their page', async () => {
  for (const [reach, shown] of [
    ['never', true],
    ['not_asked', false],
    ['free', false],
  ] as const) {
    const page = at(
      centerPort({ 'person.get': () => ({ ...personView, reachable: { ...personView.reachable, reach } }) }),
      '/people/p1',
    );
    const head = (await screen.findByRole('heading', { level: 1 })).closest('header') as HTMLElement;
    expect(within(head).queryByText('Contact dangereux') !== null, reach).toBe(shown);
    page.unmount();
  }
});
