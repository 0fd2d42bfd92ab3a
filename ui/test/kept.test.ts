import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(__dirname, '../src');

/** What is typed there is never written anywhere, or is chosen and nothing more: so many dialogs of each file. */
const NOTHING_TYPED: Record<string, number> = {
  // Passphrases and codes.
  'screens/settings/user-dialogs.tsx': 5,
  'screens/sync/enrol.tsx': 1,
  // A press, a day, a choice among a few.
  'parts/consent/list.tsx': 1,
  'parts/list/export-dialog.tsx': 1,
  'parts/household/dialogs.tsx': 2,
  'parts/appointment/dialog.tsx': 1,
  'screens/person/joined.tsx': 1,
  'screens/case/dialogs/edit.tsx': 1,
  'screens/case/dialogs/protocol.tsx': 1,
};

test('whatever dialog words are typed in keeps them', () => {
  const without = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && file !== 'parts/form/dialog.tsx')
    .map((file) => {
      const source = readFileSync(join(SOURCES, file), 'utf8');
      const dialogs = [...source.matchAll(/<FormDialog\b/g)].length;
      const kept = [...source.matchAll(/\sdraft=\{/g)].length;
      return [file, dialogs === 0 ? 0 : dialogs - kept] as const;
    })
    .filter(([, count]) => count !== 0);
  expect(Object.fromEntries(without)).toEqual(NOTHING_TYPED);
});
