import elderly from '../../assets/forms/elderly.v1.json';
import homeless from '../../assets/forms/homeless.v1.json';
import woman from '../../assets/forms/woman_in_difficulty.v2.json';
import violence from '../../assets/forms/woman_victim_of_violence.v1.json';
import type { FormDefinition, Forms } from '../src/ipc/types';

/** The forms of the program itself, read from where they are shipped. */
const form = (shipped: unknown): FormDefinition => {
  const file = shipped as FormDefinition;
  return {
    ...file,
    // As the core hands them out: what a file leaves out is there, and empty.
    questions: file.questions.map((question) => ({
      ...{ help: null, choices: [], min: null, max: null, unit: null, alarm: false, when: null, of_person: null },
      ...question,
      choices: (question.choices ?? []).map((choice) => ({ ...{ alarm: false }, ...choice })),
    })),
  };
};

export const forms: Forms = {
  forms: [elderly, violence, homeless, woman].map(form),
  confidential_groups: [
    'woman_victim_of_violence',
    'child_in_difficulty',
    'child_without_family',
    'street_child',
    'trafficking_victim',
  ],
  confidential_categories: ['hiv', 'street_child', 'abandoned_child'],
  amounts: [{ form: 'elderly', version: 1, question: 'pension_amount', of: 'month' }],
};
