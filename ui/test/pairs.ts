import type { Comparison, DuplicateList, LikenessView, PersonCard, Side, Statement } from '../src/ipc/types';
import { day, fatima, KEN, other, staff, yassine } from './cards';
import { latifa, youssef } from './people';

/** Two records of one person, and what is said of them. */

const likeness: LikenessView = {
  score: 0.96,
  verdict: 'same',
  reasons: [
    { code: 'name_alike', favours: true },
    { code: 'birth_year_same', favours: true },
    { code: 'commune_other', favours: false },
  ],
};

/** What Youssef said of the two records, yesterday. */
export function statement(edge: string, same: boolean, contradicted = false): Statement {
  return {
    edge,
    left: fatima,
    right: other,
    same,
    contradicted,
    staff: staff(youssef),
    at_ms: String(Date.now() - 86_400_000),
  };
}

const side = (person: PersonCard, more: Partial<Side> = {}): Side => ({
  person,
  records: 1,
  province_names: null,
  cases: [],
  household: [],
  receptions: 0,
  last_reception: null,
  recorded_at_ms: String(Date.now() - 90 * 86_400_000),
  recorded_by: staff(latifa),
  ...more,
});

export const comparison: Comparison = {
  left: side(fatima, { cases: [KEN], household: [yassine], receptions: 2, last_reception: day(-11) }),
  right: side(other),
  fields: [
    { field: 'given_name_ar', left: 'فاطمة الزهراء', right: 'فاطمة الزهرة', agreement: 'differs' },
    { field: 'birth_date', left: '1991-03-14', right: '1991', agreement: 'fits' },
    { field: 'sex', left: 'female', right: 'female', agreement: 'agrees' },
    { field: 'phone', left: '+212612345678', right: null, agreement: 'one_side' },
  ],
  likeness,
  joined: false,
  statements: [],
  unsure: null,
};

export const duplicates: DuplicateList = {
  pairs: [
    {
      left: fatima,
      right: other,
      left_record: 'p1',
      right_record: 'p6',
      left_cases: [KEN],
      right_cases: [],
      likeness,
      unsure: null,
      statements: [],
    },
  ],
  total: 1,
  left: 0,
  people: 200,
};
