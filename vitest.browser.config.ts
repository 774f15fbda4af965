import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: the pages in a real Chromium, on real local hosts. Apart, because it needs a browser. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
