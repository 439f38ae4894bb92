/** `npm run import -- areas FILE` and `npm run import -- figures FILE`: public borders and figures into the portal. */
import { defineCommand, runMain } from 'citty';
import { SingleBar } from 'cli-progress';
import { openApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { summaryLines, type Summary } from './import-file.ts';

type Outcome = { readonly ok: true; readonly value: Summary } | { readonly ok: false; readonly reason: string };
type Import = (imports: App['imports'], file: string) => Promise<Outcome>;

/** A bar on a terminal; elsewhere (a log, a pipe) nothing moves, so nothing is drawn. */
function makeProgress(total: number) {
  if (!process.stderr.isTTY || total < 2) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: '{bar} {value}/{total} {file}', hideCursor: true, stream: process.stderr });
  bar.start(total, 0, { file: '' });
  return {
    step: (file: string) => {
      bar.increment(1, { file });
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** Imports the files one by one; each is all or nothing, and the first that is refused ends it with status 1. */
async function importAll(files: readonly string[], one: Import): Promise<void> {
  const app = openApp(readConfig());
  const progress = makeProgress(files.length);
  const lines: string[] = [];
  try {
    await app.migrate();
    for (const file of files) {
      const outcome = await one(app.imports, file);
      if (!outcome.ok) {
        lines.push(`Nothing was stored of ${outcome.reason}`);
        process.exitCode = 1;
        break;
      }
      lines.push(file, ...summaryLines(outcome.value).map((line) => `  ${line}`));
      progress.step(file);
    }
  } finally {
    progress.stop();
    await app.close();
  }
  console.log(lines.join('\n'));
}

const CRS = ['wgs84', 'rd'] as const;
const KINDS = ['buurt', 'wijk', 'gebied', 'stadsdeel', 'gemeente'] as const;
const file = { type: 'positional', required: true, description: 'One or more files' } as const;

const areas = defineCommand({
  meta: { name: 'areas', description: 'Borders from GeoJSON or TopoJSON, in WGS84 or RD' },
  args: {
    file,
    crs: { type: 'enum', options: [...CRS], description: 'The coordinate system, when the file does not tell' },
    kind: { type: 'enum', options: [...KINDS], description: 'The kind of area, when the file does not tell' },
    source: { type: 'string', description: 'Who drew the borders and when, for under a map' },
  },
  run: ({ args }) => {
    const crs = CRS.find((one) => one === args.crs);
    const kind = KINDS.find((one) => one === args.kind);
    return importAll(args._, (imports, path) => imports.areas(path, { crs, kind, source: args.source }));
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
    importAll(args._, (imports, path) => imports.figures(path, { period: args.period, source: args.source })),
});

await runMain(
  defineCommand({
    meta: { name: 'import', description: 'Public borders and figures into the portal' },
    subCommands: { areas, figures },
  }),
);
