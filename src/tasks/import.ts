/** `npm run import -- areas FILE` and so on: public borders, figures and numbers of homes into the portal. */
import { basename } from 'node:path';
import { defineCommand, runMain } from 'citty';
import { Presets, SingleBar } from 'cli-progress';
import type { App } from '../app.ts';
import { AREA_KINDS, type Progress } from '../domain/buurten/index.ts';
import { CRS_NAMES } from '../sources/index.ts';
import { summaryLines, type Summary } from './import-file.ts';
import { withApp } from './with-app.ts';

type Outcome = { readonly ok: true; readonly value: Summary } | { readonly ok: false; readonly reason: string };
type Import = (imports: App['imports'], path: string, onProgress: Progress) => Promise<Outcome>;

/** A bar on a terminal; elsewhere (a log, a pipe) nothing moves, so nothing is drawn. */
async function withBar<Value>(path: string, work: (onProgress: Progress) => Promise<Value>): Promise<Value> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const format = `${basename(path)} {bar} {percentage}%, {value} of {total} rows`;
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr, fps: 30 }, Presets.shades_classic);
  bar.start(1, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

/** Imports the files one by one; each is all or nothing, and the first that is refused ends it with status 1. */
const importAll = (paths: readonly string[], one: Import): Promise<void> =>
  withApp(async ({ imports }) => {
    for (const path of paths) {
      const outcome = await withBar(path, (onProgress) => one(imports, path, onProgress));
      if (!outcome.ok) {
        console.log(`Nothing was stored of ${outcome.reason}`);
        process.exitCode = 1;
        return;
      }
      console.log([path, ...summaryLines(outcome.value).map((line) => `  ${line}`)].join('\n'));
    }
  });

const file = { type: 'positional', required: true, description: 'One or more files' } as const;

const areas = defineCommand({
  meta: { name: 'areas', description: 'Borders from GeoJSON or TopoJSON, in WGS84 or RD' },
  args: {
    file,
    crs: { type: 'enum', options: [...CRS_NAMES], description: 'The coordinate system, when the file does not tell' },
    kind: { type: 'enum', options: [...AREA_KINDS], description: 'The kind of area, when the file does not tell' },
    source: { type: 'string', description: 'Who drew the borders and when, for under a map' },
  },
  run: ({ args }) => {
    const crs = CRS_NAMES.find((one) => one === args.crs);
    const kind = AREA_KINDS.find((one) => one === args.kind);
    return importAll(args._, (imports, path, onProgress) =>
      imports.areas(path, { crs, kind, source: args.source }, onProgress),
    );
  },
});

const figures = defineCommand({
  meta: { name: 'figures', description: 'Figures from CSV tables of CBS, Leefbaarometer, Politie or BBGA' },
  args: {
    file,
    period: { type: 'string', description: 'The year of the figures, when neither the table nor its name tells' },
    source: { type: 'string', description: 'Another title for the source' },
  },
  run: ({ args }) =>
    importAll(args._, (imports, path, onProgress) =>
      imports.figures(path, { period: args.period, source: args.source }, onProgress),
    ),
});

const homes = defineCommand({
  meta: {
    name: 'homes',
    description: 'Homes per square of 100 m (CBS vierkantstatistieken, or x;y;homes) or per buurt (buurtcode;homes)',
  },
  args: {
    file,
    source: { type: 'string', description: 'Who counted and when, when the file does not tell' },
  },
  run: ({ args }) =>
    importAll(args._, (imports, path, onProgress) => imports.homes(path, { source: args.source }, onProgress)),
});

await runMain(
  defineCommand({
    meta: { name: 'npm run import --', description: 'Public borders, figures and homes into the portal' },
    subCommands: { areas, figures, homes },
  }),
);
