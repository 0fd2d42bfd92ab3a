import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './catalog';

const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

const [lightBlock = '', darkBlock = ''] = css.split(':root[data-theme="dark"]');
const light = tokens(lightBlock);
const themes = { light, dark: { ...light, ...tokens(darkBlock) } };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken', 'accent-soft', 'late-wash'];
const PAIRS: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'late', 'soon'].flatMap((ink) =>
    GROUNDS.map((ground): [string, string] => [ink, ground]),
  ),
  ...['late', 'soon', 'done', 'info', 'sealed'].map((meaning): [string, string] => [meaning, `${meaning}-soft`]),
  ...['late-soft', 'sealed-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-2', ground],
  ]),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-deep'],
  ['on-accent', 'late-fill'],
];

describe.each(Object.entries(themes))('in %s', (_, theme) => {
  test.each(PAIRS)('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme[ink] ?? '#000000', theme[ground] ?? '#000000')).toBeGreaterThanOrEqual(4.5);
  });
});
