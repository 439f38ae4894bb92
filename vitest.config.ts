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
          // Test files share a process, and so load the portal once: nothing of ours is mocked, and no test leaves anything behind.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      // Only what renders .astro pays for starting Astro.
      './vitest.pages.config.ts',
    ],
  },
});
