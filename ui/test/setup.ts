import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(cleanup);

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
vi.stubGlobal('CSS', {
  escape: (text: string) => text.replace(/[^\w-]/g, (char) => `\\${char}`),
  supports: () => false,
});
