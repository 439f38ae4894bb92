import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import astro from 'eslint-plugin-astro';
import { flatConfigs } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { smallFunctions } from './tools/small-functions.mjs';
import { DRIVERS, IN_THE_BROWSER_TOO, TYPES_ONLY, WALLS } from './walls.mjs';

const CODE = ['**/*.{ts,js,mjs,cjs,astro,svelte}'];
const TESTS = ['**/*.test.ts', 'tests/**'];

/** The walls, as zones: inside `target`, nothing from src but the exceptions. */
const zones = WALLS.map(({ place, may }) => ({
  target: `./${place}`,
  from: './src',
  except: [place, ...may].map((path) => path.replace(/^src/, '.')),
  message: `${place} may import only ${may.join(', ') || 'itself'}: see walls.mjs.`,
}));

/** A glob import walks round every wall; process.env is read in one place, where each setting is checked. */
const NOWHERE = [
  {
    selector: "CallExpression[callee.object.type='MetaProperty'][callee.property.name=/^glob/]",
    message: 'No glob imports: they walk round the walls.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/config.ts reads the environment.',
  },
];

/** An island in a folder of its own may hold another island; beyond that it gets what it needs as plain data. */
const NOT_AS_TYPE = {
  selector: `ImportDeclaration[importKind!='type'][source.value=/^\\.\\.\\//]:not([source.value=/${IN_THE_BROWSER_TOO.replace(/^src/, '').replaceAll('/', '\\/')}\\/index\\.ts$/]):not([source.value=/^\\.\\.\\/[A-Z]\\w+\\.svelte$/])`,
  message: 'An island gets plain data: `import type` only.',
};

export default defineConfig(
  { ignores: ['dist*/**', '.astro/**', 'data/**', 'node_modules/**', 'test-results/**', 'coverage/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.strict,
  ...astro.configs['flat/recommended'],
  ...svelte.configs['flat/recommended'],
  { files: ['**/*.svelte'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: CODE,
    plugins: { ...flatConfigs.typescript.plugins, house: { rules: { 'small-functions': smallFunctions } } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: import.meta.dirname })],
      'import-x/extensions': ['.ts', '.js', '.mjs', '.astro', '.svelte'],
    },
    rules: {
      'max-lines': ['error', 250],
      'house/small-functions': 'error',
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...NOWHERE],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,astro,svelte}'],
    ignores: TESTS,
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
    },
  },
  {
    files: ['src/**/*.{ts,astro,svelte}'],
    ignores: [...TESTS, `${DRIVERS.place}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: DRIVERS.packages.flatMap((name) => [name, `${name}/*`]),
              message: `Only ${DRIVERS.place} knows databases.`,
            },
          ],
        },
      ],
    },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': ['error', ...NOWHERE.slice(0, 1)] } },
  { files: [`${TYPES_ONLY}/**`], rules: { 'no-restricted-syntax': ['error', ...NOWHERE, NOT_AS_TYPE] } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Data, as a list of columns or of sentences: cut into functions it would say no more.
  { files: ['**/tables.ts', 'db/sample/**'], rules: { 'house/small-functions': 'off' } },
  { files: ['src/tasks/**'], rules: { 'no-console': 'off' } },
  {
    files: [...TESTS, '*.{js,mjs,cjs,ts}', 'tools/**'],
    rules: {
      'house/small-functions': 'off',
      'max-params': 'off',
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...NOWHERE.slice(0, 1)],
    },
  },
);
