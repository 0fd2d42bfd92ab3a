import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './catalog';

/** Lines and shadows are drawn as fine as the screen can, and corners are as they are; all else grows with the text. */
const FINE = /rounded|border|shadow|outline/;

/** In a class, in the size of an icon, in a style. */
const PIXELS =
  /[\w:@-]*\[[^\]\s]*\dpx[^\]\s]*\]|\bsize=(?:\{\d+\}|"\d+")|\b(?:(?:min|max)?[wW]idth|(?:min|max)?[hH]eight|fontSize|padding\w*|margin\w*|gap|inset\w*):\s*['"`]?\d+(?:px)?['"`]?(?=\s*[,}])/g;

describe('everything grows with the text', () => {
  test('no size of a screen is written in pixels', () => {
    const found = sources().flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(PIXELS)]
        .map(([written]) => written)
        .filter((written) => !FINE.test(written))
        .map((written) => `${path}: ${written}`),
    );
    expect(found).toEqual([]);
  });

  test('nor a measure of the look, nor where a layout turns into another', () => {
    for (const file of ['base.css', 'tokens.css']) {
      const css = readFileSync(join(root, 'src/styles', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      const lines = css
        .split(/[;{}]/)
        .filter((line) => /\dpx/.test(line) && !/radius|border|shadow|outline/.test(line));
      expect(
        lines.filter((line) => !line.includes('calc(15px * var(--text-scale))')),
        file,
      ).toEqual([]);
    }
  });
});
