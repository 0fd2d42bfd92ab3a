import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CODES, type Person } from '../src/ipc/types';
import { groupedFields } from '../src/parts/value/words';
import { catalog } from './catalog';
import { centerPort, emptyPerson, personView } from './center';
import { held } from './held';
import { at } from './render';

const words = catalog('fr');

/** In the line of another field, or at the head of the page. */
const ELSEWHERE = ['given_name_ar', 'family_name_ar', 'given_name_lat', 'family_name_lat', 'sex', 'safe_contact'];
const IN_THE_PLACE = ['safe_hours', 'province', 'commune', 'address'];

/** A person of whom everything declared is said. */
function whole(): Person {
  const said = groupedFields('person').map(([name, field]) => {
    const first = field.codes === undefined ? (field.shape === 'count' ? 40 : '2001') : CODES[field.codes][0];
    return [name, field.many === true ? [first] : first];
  });
  return { ...emptyPerson, ...Object.fromEntries(said) };
}

test('whatever is declared of a person stands on the card', async () => {
  const view = { ...personView, person: held('p1', whole()) };
  at(centerPort({ 'person.get': () => view }), '/people/p1');
  const card = (await screen.findByRole('heading', { name: words['person.card'] ?? '' })).closest('section');
  const shown = card?.textContent ?? '';
  for (const [name] of groupedFields('person')) {
    if (ELSEWHERE.includes(name) || IN_THE_PLACE.includes(name)) continue;
    expect(shown, name).toContain(words[`field_name.${name}`]);
  }
});

test('a field of a closed list is asked with its words, and saved', async () => {
  const port = centerPort();
  at(port, '/people/p1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: words['person.edit'] ?? '' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /Situation familiale/ }));
  const options = await screen.findAllByRole('option');
  expect(options.map((one) => one.textContent)).toEqual(['Célibataire', 'Marié(e)', 'Divorcé(e)', 'Veuf (veuve)']);
  await user.click(options[1] as HTMLElement);
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(port.last('person.update')).toMatchObject({ patch: { marital_status: 'married' } }));
});
