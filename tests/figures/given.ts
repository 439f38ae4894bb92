import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeBuurten, makeImportAreas } from '../../src/domain/buurten/index.ts';
import { makeFigures, makeImportFigures } from '../../src/domain/figures/index.ts';
import { makeImportHomes } from '../../src/domain/homes/index.ts';
import type { Deed } from '../../src/domain/kernel/index.ts';
import { makeImports } from '../../src/sources/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
export const fixture = (name: string): string => join(FIXTURES, name);

/** An empty published realm in a folder of its own, with the importers and what reads from it. */
export async function anEmptyRealm() {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-figures-'));
  const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
  onTestFinished(async () => {
    await published.database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  await published.database.migrate();
  const { areas, figures, buurten } = published;
  const deeds: Deed[] = [];
  const imports = makeImports({
    importAreas: makeImportAreas({ areas }),
    importFigures: makeImportFigures({ figures, areas }),
    importHomes: makeImportHomes({ homes: published.homes }),
    record: (deed) => Promise.resolve(void deeds.push(deed)),
  });
  return {
    published,
    imports,
    deeds,
    figures: makeFigures({ figures, areas }),
    buurten: makeBuurten({ areas, buurten }),
  };
}

export type Realm = Awaited<ReturnType<typeof anEmptyRealm>>;

/** Imports files in their order by what they are; throws on the first that is refused. */
export async function importAll({ imports }: Realm, paths: readonly string[]) {
  const summaries = [];
  for (const path of paths) {
    const outcome = await (path.endsWith('.csv') ? imports.figures(path) : imports.areas(path));
    if (!outcome.ok) throw new Error(outcome.reason);
    summaries.push(outcome.value);
  }
  return summaries;
}
