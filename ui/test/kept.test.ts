import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(__dirname, '../src');

/** What is typed there is never written anywhere, or is chosen and nothing more. */
const NOTHING_TYPED = [
  // Passphrases and codes.
  'screens/settings/user-dialogs.tsx',
  'screens/sync/enrol.tsx',
  // A press, a choice among a few.
  'parts/consent-list.tsx',
  'parts/export-dialog.tsx',
  'screens/person/joined.tsx',
  'screens/case/dialogs/protocol.tsx',
];

test('whatever dialog words are typed in keeps them', () => {
  const without = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && file !== 'parts/form-dialog.tsx')
    .filter((file) => {
      const source = readFileSync(join(SOURCES, file), 'utf8');
      return source.includes('<FormDialog') && !source.includes('draft={');
    });
  expect(without.sort()).toEqual([...NOTHING_TYPED].sort());
});
