import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The same files are served by the app's own protocol and by the loopback bridge: every address is relative.
  base: './',
  plugins: [
    react(),
    tailwind(),
    // React Aria ships some thirty languages; only ours go into the bundle.
    { ...optimizeLocales.vite({ locales: ['ar-AE', 'fr-FR', 'en-GB', 'en-US'] }), enforce: 'pre' },
  ],
  build: {
    outDir: 'dist',
    target: 'safari16.4',
    // The content policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
    // Whole flows typed key by key, on a machine that may be busy compiling.
    testTimeout: 60_000,
  },
});
