import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/pages/**', 'tests/e2e/**', 'tests/bench/**'],
          globalSetup: ['tests/postgres-server.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      // Only what renders .astro pays for starting Astro.
      './vitest.pages.config.ts',
    ],
  },
});
