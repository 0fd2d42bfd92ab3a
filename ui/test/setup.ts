import { format } from 'node:util';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';

// A library that complains is a mistake of ours: the test during which it does fails with what was said.
const complaints: string[] = [];
for (const level of ['error', 'warn'] as const) {
  vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
    complaints.push(`console.${level}: ${format(...parts)}\n${new Error('said from').stack ?? ''}`);
  });
}

afterEach(() => {
  cleanup();
  expect(complaints.splice(0), 'nothing on the console').toEqual([]);
});

// How long a test waits before it says that something never came: the machine may be busy compiling.
configure({ asyncUtilTimeout: 20_000 });

// jsdom has no media queries and no layout.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
Element.prototype.scrollIntoView = () => {};
HTMLCanvasElement.prototype.getContext = () => null;
vi.stubGlobal('CSS', {
  escape: (text: string) => text.replace(/[^\w-]/g, (char) => `\\${char}`),
  supports: () => false,
});
