import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/tasks/*.ts',
    'src/pages/**/*.{astro,ts}',
    'src/storage/*/schema.{sqlite,postgres}.ts',
    'tests/bench/{run,bare-server}.ts',
    // Started as processes of their own.
    'tests/**/*-worker.ts',
    'tools/*.{ts,mjs}',
  ],
  project: [
    'src/**/*.{ts,astro,svelte,css}',
    'tests/**/*.ts',
    'db/sample/**/*.ts',
    'tools/**/*.{ts,mjs}',
    '*.{js,mjs,cjs,ts}',
  ],
  // A type at a door says what goes through it, also when nobody has to write its name.
  exclude: ['types'],
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/(?:@import |url\()['"]([^'"]+)['"]/g)].map(([, path]) => `import '${path ?? ''}';`).join('\n'),
  },
} satisfies KnipConfig;
