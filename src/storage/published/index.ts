import { join } from 'node:path';
import type { AreaStore, BuurtStore } from '../../domain/buurten/index.ts';
import type { FigureStore } from '../../domain/figures/index.ts';
import type { HomesStore } from '../../domain/homes/index.ts';
import type { InterventionStore } from '../../domain/interventions/index.ts';
import type { MeetingStore, ReportStore } from '../../domain/meetings/index.ts';
import type { PictureStore } from '../../domain/pictures/index.ts';
import type { ReleaseStore } from '../../domain/releases/index.ts';
import type { ResponseStore } from '../../domain/responses/index.ts';
import type { ThemeStore } from '../../domain/themes/index.ts';
import type { UpdateStore } from '../../domain/updates/index.ts';
import { copyRows, makePictureFiles, openRealm, type RealmTarget } from '../engine/index.ts';
import { makeAreaStore } from './area-store.ts';
import { makeBuurtStore } from './buurt-store.ts';
import { makeFigureStore } from './figure-store.ts';
import { makeHomesStore } from './homes-store.ts';
import { claimOnce } from './import.ts';
import { makeInterventionStore } from './intervention-store.ts';
import { makeMeetingStore } from './meeting-store.ts';
import { makeReleaseStore } from './release-store.ts';
import { makeReportStore } from './report-store.ts';
import { makeResponseStore } from './response-store.ts';
import { defineTables, type PublishedDatabase } from './tables.ts';
import { makeThemeStore } from './theme-store.ts';
import { makeUpdateStore } from './update-store.ts';

export interface Published {
  readonly database: PublishedDatabase;
  readonly areas: AreaStore;
  readonly buurten: BuurtStore;
  readonly themes: ThemeStore;
  readonly interventions: InterventionStore;
  readonly updates: UpdateStore;
  readonly responses: ResponseStore;
  readonly releases: ReleaseStore;
  readonly meetings: MeetingStore;
  readonly reports: ReportStore;
  readonly figures: FigureStore;
  readonly homes: HomesStore;
  readonly pictures: PictureStore;
  /** Takes all rows of another published realm, the sample, in one transaction; once, false for who comes later. */
  takeSample(sample: Published): Promise<boolean>;
}

/** Opens the realm that everybody may read. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openPublished(target: RealmTarget): Published {
  const folder = join(import.meta.dirname, '../../../db/published');
  const database = openRealm(target, { realm: 'published', folder, tables: defineTables });
  return {
    database,
    areas: makeAreaStore(database),
    buurten: makeBuurtStore(database),
    themes: makeThemeStore(database),
    interventions: makeInterventionStore(database),
    updates: makeUpdateStore(database),
    responses: makeResponseStore(database),
    releases: makeReleaseStore(database),
    meetings: makeMeetingStore(database),
    reports: makeReportStore(database),
    figures: makeFigureStore(database),
    homes: makeHomesStore(database),
    pictures: makePictureFiles(database),
    takeSample: (sample) => copyRows(sample.database, database, (tx) => claimOnce(tx, 'sample')),
  };
}
