import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleBuurten } from '../../db/sample/buurten.ts';
import type { SampleBuurt } from '../../db/sample/sample.ts';
import { openApp, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { addDays, dayOf, daysBetween, instantOf, type Day } from '../domain/kernel/index.ts';
import { importSampleFiles } from './import-file.ts';
import type { Chapter, ChapterNeeds } from './sample/chapter.ts';
import { byDay, chaptersOf } from './sample/chapters.ts';
import { makePublisher } from './sample/publisher.ts';
import { releaseSignals, sendSignals } from './sample/signals.ts';

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
  await sendSignals(app, { buurt, slug: slug ?? '', themes: needs.themes });
}

/**
 * Fills an empty portal with the sample, through the doors that people use: importers, drafts, signals. Its clock replays the
 * months before today, so that the sample has a history and never grows old. False when there are buurten already, or when
 * another process is at it.
 */
export async function loadSample(config: Config): Promise<boolean> {
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
    if ((await app.buurten.list()).length > 0 || !(await app.claimSample())) return false;
    await importSampleFiles(app, FOLDER);
    for (const buurt of sampleBuurten(day)) await tell(buurt, { app, day, moveTo });
    moveTo(0);
    await releaseSignals(app);
    return true;
  } finally {
    await app.close();
  }
}
