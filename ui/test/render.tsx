import { render } from '@testing-library/react';
import axe from 'axe-core';
import { expect } from 'vitest';
import { App } from '../src/app';
import type { Language } from '../src/ipc/types';
import { catalog } from './catalog';
import type { MemoryPort } from './memory-port';

export function open(port: MemoryPort, language: Language = 'ar') {
  window.localStorage.clear();
  window.location.hash = '';
  return render(<App port={port} language={language} messages={catalog(language)} />);
}

/** Opens the program at one of its addresses. */
export function at(port: MemoryPort, path: string, language: Language = 'fr') {
  const rendered = open(port, language);
  window.location.hash = `#${path}`;
  return rendered;
}

/** Nothing a screen reader would stumble on. Colour is checked from the tokens: jsdom has no layout. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}
