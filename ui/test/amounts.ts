import type { AmountMeaning, AmountRead } from '../src/ipc/types';

const meaning = (centimes: number, text: string, fr: string, ar: string, unusual = false): AmountMeaning => ({
  centimes,
  text,
  words: { ar, fr, en: fr },
  unusual,
});

const THOUSANDS = meaning(250_000, '2500', 'deux mille cinq cents dirhams', 'ألفان وخمسمائة درهم');
const DECIMALS = meaning(250, '2,50', 'deux dirhams et cinquante centimes', 'درهمان وخمسون سنتيما');
const UNUSUAL = meaning(25_000_000, '250000', 'deux cent cinquante mille dirhams', 'مائتان وخمسون ألف درهم', true);
const LARGE = meaning(9_000_000, '90000', 'quatre-vingt-dix mille dirhams', 'تسعون ألف درهم', true);

/** What the core answers to some amounts (`crates/domain/src/amount`): it alone reads them. */
const READ: Record<string, AmountRead> = {
  '2500': { meanings: [THOUSANDS], problem: null },
  '2500.00': { meanings: [THOUSANDS], problem: null },
  '2500,00': { meanings: [THOUSANDS], problem: null },
  '2.500': { meanings: [THOUSANDS, DECIMALS], problem: null },
  '2,50': { meanings: [DECIMALS], problem: null },
  '90000': { meanings: [LARGE], problem: null },
  '250000': { meanings: [UNUSUAL], problem: null },
};

export function amountRead(text: string): AmountRead {
  return READ[text] ?? { meanings: [], problem: 'amount_unreadable' };
}
