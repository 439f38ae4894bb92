import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { getTableColumns, is, Table } from 'drizzle-orm';
import { ESLint } from 'eslint';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { postgresKit } from '../src/storage/engine/index.ts';
import { defineTables } from '../src/storage/signals/tables.ts';
import rules from '../.dependency-cruiser.cjs';
import { REALM_OF, WALLS } from '../walls.mjs';

const root = resolve(import.meta.dirname, '..');
const folders = (path: string) =>
  readdirSync(join(root, path)).filter((name) => statSync(join(root, path, name)).isDirectory());
const files = (path: string) =>
  readdirSync(join(root, path)).filter((name) => statSync(join(root, path, name)).isFile());

describe('the house', () => {
  it('has a wall round every folder and every file of src', () => {
    const walled = WALLS.map(({ place }) => place);
    const places = [...folders('src'), ...files('src')].map((name) => `src/${name}`);
    const open = places.filter((place) => !walled.some((wall) => wall === place || wall.startsWith(`${place}/`)));
    expect(open.filter((place) => !/\.(?:test|d)\.ts$/.test(place))).toEqual([]);
  });

  it('has a wall round every part of the domain and of the storage', () => {
    const places = ['src/domain', 'src/storage'].flatMap((path) => folders(path).map((name) => `${path}/${name}`));
    expect(places.filter((place) => !WALLS.some((wall) => wall.place === place))).toEqual([]);
  });

  it('knows of every module in which realm it lives', () => {
    expect(folders('src/domain').filter((name) => name !== 'kernel' && !(name in REALM_OF))).toEqual([]);
  });

  it('has a door in every module', () => {
    expect(folders('src/domain').filter((name) => !files(`src/domain/${name}`).includes('index.ts'))).toEqual([]);
  });
});

/** Import that a wall forbids, who it is forbidden to, and what dependency-cruiser calls that wall. */
const forbidden: readonly (readonly [place: string, imported: string, rule: string])[] = [
  ['src/domain/kernel/planted.ts', '../signals/index.ts', 'wall-domain-kernel'],
  ['src/domain/signals/planted.ts', '../sign-ups/index.ts', 'wall-domain-signals'],
  ['src/domain/meetings/planted.ts', '../buurten/buurt.ts', 'wall-domain-meetings'],
  ['src/domain/meetings/planted.ts', '../../storage/published/index.ts', 'wall-domain-meetings'],
  ['src/storage/signals/planted.ts', '../residents/index.ts', 'wall-storage-signals'],
  ['src/storage/residents/planted.ts', '../../domain/signals/index.ts', 'wall-storage-residents'],
  ['src/storage/residents/planted.ts', '../../domain/organiser-post/index.ts', 'wall-storage-residents'],
  ['src/storage/professionals/planted.ts', '../../domain/outbox/index.ts', 'wall-storage-professionals'],
  ['src/domain/organiser-post/planted.ts', '../sign-ups/index.ts', 'wall-domain-organiser-post'],
  ['src/web/planted.ts', '../app/post.ts', 'wall-web'],
  ['src/storage/engine/planted.ts', '../../domain/kernel/index.ts', 'wall-storage-engine'],
  ['src/web/planted.ts', '../storage/signals/index.ts', 'wall-web'],
  ['src/web/planted.ts', '../app.ts', 'wall-web'],
  ['src/actions/planted.ts', '../app.ts', 'wall-actions'],
  ['src/pages/planted.ts', '../storage/residents/index.ts', 'wall-pages'],
  ['src/mail/planted.ts', '../domain/sign-ups/index.ts', 'wall-mail'],
  ['src/tasks/planted.ts', '../storage/signals/index.ts', 'wall-tasks'],
  ['src/server/planted.ts', '../web/routes.ts', 'wall-server'],
];

const eslint = new ESLint({ cwd: root });
/** What ESLint says of a file that is not on the disk. */
async function lint(path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

/** What dependency-cruiser says of a small house with the same walls. */
async function cruiseHouse(house: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const [path, text] of Object.entries(house)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { forbidden: walls } = rules;
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: { forbidden: walls },
    validate: true,
    tsPreCompilationDeps: true,
  });
  return violationsOf(output);
}

function violationsOf(output: ICruiseResult | string): string[] {
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text instead of a result');
  return output.summary.violations.map(({ rule }) => rule.name);
}

describe('a wall that is broken', () => {
  it.each(forbidden)('is seen by ESLint: %s imports %s', async (place, imported) => {
    expect(await lint(place, `import * as other from '${imported}';\nexport default other;\n`)).toContain(
      'import-x/no-restricted-paths',
    );
  });

  it.each(['astro', 'svelte'])('is seen by ESLint in .%s too', async (kind) => {
    const line = "import { openSignals } from '../../storage/signals/index.ts';";
    const text =
      kind === 'astro'
        ? `---\n${line}\nconst x = openSignals;\n---\n<p>{x}</p>\n`
        : `<script lang="ts">${line} const x = openSignals;</script><p>{x}</p>`;
    expect(await lint(`src/web/components/Planted.${kind}`, text)).toContain('import-x/no-restricted-paths');
  });

  it.each(forbidden)('is seen by dependency-cruiser: %s imports %s', async (place, imported, rule) => {
    const target = join(dirname(place), imported);
    const seen = await cruiseHouse({
      [place]: `import * as other from '${imported}';\nexport default other;\n`,
      [target]: 'export const a = 1;\n',
    });
    expect(seen).toContain(rule);
  });

  it('is seen when it is reached by a way round', async () => {
    const seen = await cruiseHouse({
      'src/web/views/planted.ts': "export { a } from '../planted.ts';\n",
      'src/web/planted.ts': "export { a } from '../storage/signals/index.ts';\n",
      'src/storage/signals/index.ts': 'export const a = 1;\n',
    });
    expect(seen.filter((name) => name === 'only-app-reaches-signals')).toHaveLength(2);
  });

  it('is seen when a circle goes through it', async () => {
    const seen = await cruiseHouse({
      'src/mail/a.ts': "export { b } from './b.ts';\nexport const a = 1;\n",
      'src/mail/b.ts': "export { a } from './a.ts';\nexport const b = 1;\n",
    });
    expect(seen).toContain('no-circles');
  });

  it('lets nobody but the storage speak with a database', async () => {
    const text = "import Database from 'better-sqlite3';\nexport const open = () => new Database('x');\n";
    expect(await lint('src/web/planted.ts', text)).toContain('no-restricted-imports');
    const driver = {
      'node_modules/better-sqlite3/package.json': '{"main":"index.js"}',
      'node_modules/better-sqlite3/index.js': '',
    };
    expect(await cruiseHouse({ 'src/web/planted.ts': text, ...driver })).toContain('drivers-in-storage');
  });

  it.each([
    ['a glob import', "export const pages = import.meta.glob('../storage/**/*.ts');\n"],
    ['the environment', "export const port = process.env['PORT'];\n"],
  ])('is not gone round by %s', async (_way, text) => {
    expect(await lint('src/web/planted.ts', text)).toContain('no-restricted-syntax');
  });

  it('lets an island have types only', async () => {
    const value = "import { routes } from '../routes.ts';\nexport default routes;\n";
    expect(await lint('src/web/islands/planted.ts', value)).toContain('no-restricted-syntax');
    expect(
      await cruiseHouse({ 'src/web/islands/planted.ts': value, 'src/web/routes.ts': 'export const routes = {};\n' }),
    ).toContain('islands-know-types-only');
    const type = "import type { Day } from '../../domain/kernel/index.ts';\nexport const day: Day = '2027-03-18';\n";
    expect(await lint('src/web/islands/planted.ts', type)).toEqual([]);
  });
});

describe('the tables of the signals', () => {
  const TRACEABLE =
    /name|mail|phone|address|user|account|session|cookie|agent|ip(?:_|$)|device|_at$|time|date|created|moment|^lat|^lon|point|coordinate/i;
  const tables = Object.values(defineTables(postgresKit)).filter((table) => is(table, Table));
  const columns: readonly { readonly name: string; readonly dataType: string }[] = tables.flatMap((table) =>
    Object.values(getTableColumns(table)),
  );

  it('have columns to look at', () => {
    expect(columns.length).toBeGreaterThan(3);
  });

  it('have none that leads to a person, a device, a moment or a point', () => {
    expect(columns.map(({ name }) => name).filter((name) => TRACEABLE.test(name))).toEqual([]);
  });

  it('know no time finer than a week', () => {
    expect(columns.filter(({ dataType }) => dataType === 'date').map(({ name }) => name)).toEqual([]);
  });
});
