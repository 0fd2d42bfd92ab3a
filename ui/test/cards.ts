import { civil } from '../src/i18n/dates';
import type { Due, PersonCard, StaffCard } from '../src/ipc/types';
import type { latifa } from './people';

/** People who do not exist, as rows show them. */

export const day = (offset: number): string => civil(new Date(Date.now() + offset * 86_400_000));

export const due = (start: number, end: number): Due => ({
  window: { start: day(start), due: day(end), end: null, suggested: false },
  state: end < 0 ? 'overdue' : start <= 0 ? 'due' : 'soon',
  days_late: Math.max(0, -end),
});

export const staff = (user: typeof latifa): StaffCard => ({ ...user });

export function card(
  id: string,
  ar: [string, string],
  lat: [string, string],
  more: Partial<PersonCard> = {},
): PersonCard {
  return {
    person: id,
    given_name_ar: ar[0],
    family_name_ar: ar[1],
    given_name_lat: lat[0],
    family_name_lat: lat[1],
    nickname: null,
    sex: 'female',
    birth_date: '1991-03-14',
    age: 35,
    commune_ar: 'القنيطرة',
    commune_fr: 'Kénitra',
    paper_file: null,
    ...more,
  };
}

export const fatima = card('p1', ['فاطمة الزهراء', 'العلوي'], ['Fatima-Zahra', 'El Alaoui']);
export const khadija = card('p2', ['خديجة', 'المرابط'], ['Khadija', 'Mrabet']);
export const sanae = card('p3', ['سناء', 'الإدريسي'], ['Sanae', 'Idrissi']);
export const bouchaib = card('p4', ['بوشعيب', 'الناجي'], ['Bouchaib', 'Naji'], { sex: 'male', age: 58 });
export const yassine = card('p5', ['ياسين', 'العلوي'], ['Yassine', 'Alaoui'], {
  sex: 'male',
  age: 8,
  birth_date: '2018',
});
export const other = card('p6', ['فاطمة الزهرة', 'لعلاوي'], ['Fatma Zohra', 'Laalaoui'], {
  birth_date: '1991',
  commune_ar: 'سيدي قاسم',
  commune_fr: 'Sidi Kacem',
  paper_file: null,
});

export const KEN = { case: 'c1', number: 'KEN-2026-B-00042' };
