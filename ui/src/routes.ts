/** Every address of the program, in one place. */
export const to = {
  today: '/',
  people: '/people',
  person: (id: string) => `/people/${id}`,
  intake: '/intake',
  cases: '/cases',
  case: (id: string) => `/cases/${id}`,
  visits: '/visits',
  visit: (id: string) => `/visits/${id}`,
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  partners: '/partners',
  attention: '/attention',
  sync: '/sync',
  settings: '/settings',
} as const;
