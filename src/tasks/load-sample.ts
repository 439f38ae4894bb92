import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleBuurten } from '../../db/sample/buurten.ts';
import type { SampleBuurt } from '../../db/sample/sample.ts';
import { openApp, takeSample, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { addDays, dayOf, daysBetween, instantOf, type Day } from '../domain/kernel/index.ts';
import { importSampleFiles } from './import-file.ts';
import type { Chapter, ChapterNeeds } from './sample/chapter.ts';
import { byDay, chaptersOf } from './sample/chapters.ts';
import { makePublisher } from './sample/publisher.ts';
import { makeSampleKey, releaseSignals, sendSignals } from './sample/signals.ts';

const FOLDER = join(import.meta.dirname, '../../db/sample');

/** Every buurt begins like this; the sample only says where it is now. */
const opening = (day: Day) => ({
  focus: 'We zijn net begonnen.',
  step: 'start' as const,
  stepSince: day,
  stepNote: 'We maken een groep van bewoners en organisaties. Daarna kijken we samen naar de cijfers.',
});
const STEP_TAKEN = 'We zijn een stap verder.';

interface Telling {
  readonly app: App;
  readonly day: (days: number) => Day;
  readonly moveTo: (days: number) => void;
}

async function tell(buurt: SampleBuurt, { app, day, moveTo }: Telling): Promise<void> {
  const publish = makePublisher(app);
  const content = { ...buurt.content, sample: true };
  moveTo(buurt.on);
  const { id, slug } = await publish({ text: { kind: 'buurt', content: { ...content, ...opening(day(buurt.on)) } } });
  const needs: ChapterNeeds = {
    publish,
    picture: (file) => readFile(join(FOLDER, 'pictures', file)),
    day,
    buurtId: id,
    themes: new Map(),
    interventions: new Map(),
  };
  const step: Chapter = {
    on: daysBetween(day(0), content.stepSince),
    happens: () => publish({ buurtId: id, subjectId: id, text: { kind: 'buurt', content }, note: STEP_TAKEN }),
  };
  for (const { on, happens } of [step, ...chaptersOf(needs, buurt)].toSorted(byDay)) {
    moveTo(on);
    await happens();
  }
  await sendSignals(app, { buurt, slug: slug ?? '', themes: needs.themes, moveTo });
}

/** What nobody can find back later. */
export interface SampleLoaded {
  /** Opens the desk: with it one reads the signals of the sample. */
  readonly passphrase: string;
}

/** A place of its own for the sample, until it is complete. */
async function stagingFor(config: Config): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-sample-'));
  const file = (realm: string) => ({ sqlite: join(folder, `${realm}.sqlite`) });
  const realms = {
    published: file('published'),
    residents: file('residents'),
    signals: file('signals'),
    professionals: file('professionals'),
  };
  return { ...config, secondApprover: false, realms, dataDir: folder, mailDir: join(folder, 'mail'), smtpUrl: null };
}

/** Tells the sample through the doors that people use: importers, drafts, signals. Its clock replays the months before today. Gives the passphrase of its desk. */
async function tellSample(config: Config): Promise<string> {
  const today = dayOf(new Date());
  const day = (days: number) => addDays(today, days);
  let clock = new Date();
  const moveTo = (days: number) => {
    const noon = instantOf(day(days), '12:00');
    if (noon.ok) clock = noon.value;
  };
  const app = openApp(config, { now: () => clock });
  try {
    await app.migrate();
    await importSampleFiles(app, FOLDER);
    const passphrase = await makeSampleKey(app);
    for (const buurt of sampleBuurten(day)) await tell(buurt, { app, day, moveTo });
    moveTo(0);
    await releaseSignals(app, passphrase);
    return passphrase;
  } finally {
    await app.close();
  }
}

async function isEmpty(config: Config): Promise<boolean> {
  const app = openApp(config);
  try {
    await app.migrate();
    return (await app.buurten.list()).length === 0;
  } finally {
    await app.close();
  }
}

/**
 * Fills an empty portal with the sample, which has a history and never grows old. It is made elsewhere and comes in when it is
 * complete: whoever stops the first start halfway finds an empty portal, and the next start fills it. Null when there are
 * buurten already, or when another process was first.
 */
export async function loadSample(config: Config): Promise<SampleLoaded | null> {
  if (!(await isEmpty(config))) return null;
  const staging = await stagingFor(config);
  try {
    const passphrase = await tellSample(staging);
    return (await takeSample(staging, config)) ? { passphrase } : null;
  } finally {
    await rm(staging.dataDir, { recursive: true, force: true });
  }
}
