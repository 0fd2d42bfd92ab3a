import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './catalog';

/** Lines and shadows are drawn as fine as the screen can, and corners are as they are; all else grows with the text. */
const FINE = /rounded|border|shadow|outline/;

describe('everything grows with the text', () => {
  test('no size of a screen is written in pixels', () => {
    const found = sources().flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/[\w:@-]*\[[^\]\s]*\dpx[^\]\s]*\]|\bsize=\{\d+\}/g)]
        .map(([written]) => written)
        .filter((written) => !FINE.test(written))
        .map((written) => `${path}: ${written}`),
    );
    expect(found).toEqual([]);
  });

  test('nor a measure of the look, nor where a layout turns into another', () => {
    for (const file of ['base.css', 'tokens.css']) {
      const css = readFileSync(join(root, 'src/styles', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      const lines = css.split('\n').filter((line) => /\dpx/.test(line) && !/radius|border|shadow|outline/.test(line));
      expect(
        lines.filter((line) => !line.includes('calc(15px * var(--text-scale))')),
        file,
      ).toEqual([]);
    }
  });
});
