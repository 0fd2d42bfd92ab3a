import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { ageAt, formatPhone, INTL_LOCALE, initials, latinDigits, makeDates, partOfDay, personName } from '../src/i18n';
import { catalog } from './catalog';

const now = () => new Date('2026-11-23T10:42:00Z');
const dates = (language: 'ar' | 'fr' | 'en') =>
  makeDates(createIntl({ locale: INTL_LOCALE[language], messages: catalog(language) }), now);
/** As it is read: that its parts stay on one line is said below. */
const read = (said: string) => said.replaceAll('\u00a0', ' ');

describe('dates, as the Moroccan administration writes them', () => {
  const ar = dates('ar');
  const fr = dates('fr');

  test('months are Maghrebi and digits Latin', () => {
    expect(read(ar.full('2026-11-22'))).toBe('22 نونبر 2026');
    expect(read(ar.day('2026-12-05'))).toBe('5 دجنبر');
    expect(read(ar.weekday('2026-11-23'))).toBe('الاثنين 23 نونبر 2026');
    expect(read(fr.full('2026-11-22'))).toBe('22 novembre 2026');
  });

  test('a day and its month stay on one line', () => {
    expect(ar.day('2026-12-05')).toBe('5\u00a0دجنبر');
    expect(fr.full('2026-11-22')).toBe('22\u00a0novembre\u00a02026');
  });

  test('the first of a month is an ordinal in French, wherever a date is said', () => {
    expect(read(fr.day('2026-12-01'))).toBe('1er décembre');
    expect(read(fr.full('2027-01-01'))).toBe('1er janvier 2027');
    expect(read(fr.weekday('2026-12-01'))).toBe('mardi 1er décembre 2026');
    expect(read(fr.birth('1991-03-01'))).toBe('1er mars 1991');
    expect(read(fr.window({ start: '2026-12-01', end: '2026-12-11' }))).toBe('du 1er au 11 décembre');
    expect(read(fr.window({ end: '2026-12-01' }))).toBe("jusqu'au 1er décembre");
    expect(read(fr.day('2026-12-11'))).toBe('11 décembre');
    expect(read(fr.day('2026-12-21'))).toBe('21 décembre');
    expect(read(ar.day('2026-12-01'))).toBe('1 دجنبر');
    expect(read(dates('en').day('2026-12-01'))).not.toContain('1er');
  });

  test('one is greeted by the hour it is in Morocco: «Bonjour» until 18:00', () => {
    const at = (hour: string) => partOfDay(new Date(`2026-11-23T${hour}:00+01:00`));
    const greeting = (language: 'ar' | 'fr' | 'en', hour: string) =>
      catalog(language)[`today.${at(hour)}`]?.split('،')[0];
    expect(at('00:00')).toBe('morning');
    expect(greeting('fr', '08:10')).toContain('Bonjour');
    expect(greeting('fr', '15:40')).toContain('Bonjour');
    expect(greeting('fr', '17:59')).toContain('Bonjour');
    expect(greeting('fr', '18:00')).toContain('Bonsoir');
    expect(greeting('ar', '11:59')).toBe('صباح الخير');
    expect(greeting('ar', '12:00')).toBe('مساء الخير');
    expect(greeting('en', '15:40')).toContain('Good afternoon');
  });

  test('the day and the hour are the core’s, whatever the zone data of the window say', () => {
    const zones: (string | undefined)[] = [];
    const whole = Intl.DateTimeFormat;
    class Watched extends whole {
      constructor(locale?: string | string[], options?: Intl.DateTimeFormatOptions) {
        super(locale, options);
        zones.push(options?.timeZone);
      }
    }
    Intl.DateTimeFormat = Watched as typeof whole;
    try {
      const now = () => new Date('2026-11-30T23:30:00Z');
      const at = makeDates(createIntl({ locale: INTL_LOCALE.fr, messages: catalog('fr') }), now);
      expect(at.today).toBe('2026-12-01');
      expect(at.time('2026-11-30T23:30:00Z')).toBe('00:30');
      // In Ramadan the wall shows UTC.
      expect(at.time('2027-02-20T23:30:00Z')).toBe('23:30');
      expect(partOfDay(new Date('2026-11-30T11:00:00Z'))).toBe('afternoon');
    } finally {
      Intl.DateTimeFormat = whole;
    }
    expect(new Set(zones)).toEqual(new Set(['UTC']));
  });

  test('near days are said by name', () => {
    expect(ar.near('2026-11-23')).toBe('اليوم');
    expect(ar.near('2026-11-24')).toBe('غدا');
    expect(ar.near('2026-11-25')).toBe('الأربعاء');
    expect(fr.near('2026-11-22')).toBe('hier');
    expect(fr.near('2026-11-29')).toBe('dimanche');
    expect(read(fr.near('2026-11-30'))).toBe('30 novembre');
    expect(read(fr.near('2026-11-21'))).toBe('21 novembre');
  });

  test('windows are said in words', () => {
    expect(read(ar.window({ start: '2026-11-18', end: '2026-11-20' }))).toBe('من 18 إلى 20 نونبر');
    expect(read(ar.window({ start: '2026-11-24', end: '2026-12-05' }))).toBe('من 24 نونبر إلى 5 دجنبر');
    expect(read(ar.window({ end: '2026-11-21' }))).toBe('إلى 21 نونبر');
    expect(read(ar.window({ end: '2026-12-05', suggested: true }))).toBe('أجل مقترح: إلى 5 دجنبر');
    expect(read(fr.window({ start: '2026-11-18', end: '2026-11-20' }))).toBe('du 18 au 20 novembre');
    expect(read(fr.window({ start: '2026-11-18', end: '2027-11-20' }))).toBe('du 18 novembre au 20 novembre 2027');
  });

  test('lateness agrees with its number', () => {
    expect(ar.late('2026-11-20')).toBe('متأخر بثلاثة أيام');
    expect(ar.late('2026-11-21')).toBe('متأخر بيومين');
    expect(ar.late('2026-11-22')).toBe('متأخر بيوم واحد');
    expect(ar.late('2026-11-09')).toBe('متأخر ب14 يوما');
  });

  test('a birthday that has not come yet is not counted', () => {
    expect(ageAt('1991-03-14', '2026-11-23')).toBe(35);
    expect(ageAt('1991-12-14', '2026-11-23')).toBe(34);
    expect(ageAt('1991-11-23', '2026-11-23')).toBe(35);
    expect(ageAt('1991-11-24', '2026-11-23')).toBe(34);
    expect(ageAt('1991', '2026-11-23')).toBe(35);
    expect(ageAt(null, '2026-11-23')).toBeNull();
  });
});

test('a phone is read in pairs, however it is held', () => {
  expect(formatPhone('+212612345678')).toBe('06 12 34 56 78');
  expect(formatPhone('0612345678')).toBe('06 12 34 56 78');
  expect(formatPhone('+33612345678')).toBe('+33612345678');
});

test('digits typed on an Arabic keyboard are understood', () => {
  expect(latinDigits('٠٦١٢٣٤')).toBe('061234');
});

test('the name of the language comes first, the other spelling beside it', () => {
  const fatima = {
    given_name_ar: 'فاطمة الزهراء',
    family_name_ar: 'العلوي',
    given_name_lat: 'Fatima-Zahra',
    family_name_lat: 'El Alaoui',
  };
  expect(personName(fatima, 'ar')).toEqual({ primary: 'فاطمة الزهراء العلوي', secondary: 'Fatima-Zahra El Alaoui' });
  expect(personName(fatima, 'fr').primary).toBe('Fatima-Zahra El Alaoui');
  expect(personName({ given_name_lat: 'Touria' }, 'ar')).toEqual({ primary: 'Touria', secondary: null });
  expect(initials('لطيفة بنعلي')).toBe('ل\u2009ب');
  expect(initials('Youssef El Amrani')).toBe('YA');
});
