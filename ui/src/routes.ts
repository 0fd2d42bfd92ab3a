import { aboutOf, type Writing } from './parts/use-dialog-draft';

function written(writing: Writing): string {
  const about = aboutOf(writing);
  return about === null ? writing.kind : `${writing.kind}/${about}`;
}

/** Every address of the program, in one place. */
export const to = {
  today: '/',
  people: '/people',
  person: (id: string) => `/people/${id}`,
  duplicates: '/duplicates',
  compare: (left: string, right: string) => `/duplicates/${left}/${right}`,
  intake: '/intake',
  intakeOf: (person: string) => `/intake/person/${person}`,
  draft: (id: string) => `/intake/draft/${id}`,
  imports: '/imports',
  cases: '/cases',
  casesOf: (staff: string) => `/cases/of/${staff}`,
  case: (id: string) => `/cases/${id}`,
  step: (id: string, step: string) => `/cases/${id}/steps/${step}`,
  writing: (id: string, writing: Writing) => `/cases/${id}/write/${written(writing)}`,
  writingOf: (person: string, writing: Writing) => `/people/${person}/write/${written(writing)}`,
  visits: '/visits',
  visit: (id: string) => `/visits/${id}`,
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  partners: '/partners',
  attention: '/attention',
  sync: '/sync',
  settings: '/settings',
} as const;

/** The same addresses, as the router matches them. */
export const paths = {
  person: '/people/:id',
  compare: '/duplicates/:left/:right',
  intakeOf: '/intake/person/:person',
  draft: '/intake/draft/:draft',
  casesOf: '/cases/of/:staff',
  case: '/cases/:id',
  step: '/cases/:id/steps/:step',
  writing: '/cases/:id/write/:kind/:of?',
  writingOf: '/people/:id/write/:kind/:of?',
  visit: '/visits/:id',
  referral: '/referrals/:id',
} as const;
