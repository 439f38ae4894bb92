import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';

type Importing = Pick<App, 'imports'>;
type Outcome = Awaited<ReturnType<App['imports']['figures']>>;
export type Summary = Extract<Outcome, { ok: true }>['value'];

/** Imports the areas, homes and figures that come with the software. They are ours: one that is refused is a fault of ours. */
export async function importSampleFiles({ imports }: Importing, folder: string): Promise<void> {
  const must = (outcome: Outcome): void => {
    if (!outcome.ok) throw new Error(outcome.reason);
  };
  must(await imports.areas(join(folder, 'areas.geojson')));
  must(await imports.homes(join(folder, 'homes.csv')));
  const files = (await readdir(folder)).filter((name) => /^figures-.*\.csv$/.test(name)).sort();
  for (const file of files) must(await imports.figures(join(folder, file)));
}

const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

/** What an import did, one fact a line. */
export function summaryLines({ read, added, changed, unchanged, skipped, remarks }: Summary): string[] {
  return [
    `read       ${String(read)}`,
    `added      ${String(added)}`,
    `changed    ${String(changed)}`,
    `unchanged  ${String(unchanged)}`,
    ...skipped.map(({ count, of, why, what }) => `skipped    ${plural(count, of)}, ${why}: ${what}`),
    ...remarks.map((remark) => `note       ${remark}`),
  ];
}
