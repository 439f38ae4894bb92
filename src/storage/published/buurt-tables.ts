import type { BuurtContent } from '../../domain/buurten/index.ts';
import { ACCENTS, STEPS } from '../../domain/buurten/index.ts';
import type { Kit } from '../engine/index.ts';

export type Strings = readonly string[];

/** What every text with versions has. */
const versioned = (k: Kit) => ({
  id: k.text('id').primaryKey(),
  version: k.int('version').notNull(),
  publishedAt: k.time('published_at').notNull(),
  changedAt: k.time('changed_at').notNull(),
});

export const buurtTables = (k: Kit) => ({
  buurten: k.table(
    'buurten',
    {
      ...versioned(k),
      slug: k.text('slug').notNull(),
      name: k.text('name').notNull(),
      focus: k.text('focus').notNull(),
      introduction: k.text('introduction').notNull(),
      step: k.oneOf('step', STEPS).notNull(),
      stepSince: k.text('step_since').notNull(),
      stepNote: k.text('step_note').notNull(),
      areaCodes: k.json<Strings>('area_codes').notNull(),
      boroughCode: k.text('borough_code'),
      cityCode: k.text('city_code'),
      keyIndicators: k.json<Strings>('key_indicators').notNull(),
      accent: k.oneOf('accent', ACCENTS).notNull(),
      organisations: k.json<BuurtContent['organisations']>('organisations').notNull(),
      contact: k.json<BuurtContent['contact']>('contact').notNull(),
      places: k.json<BuurtContent['places']>('places').notNull(),
      sample: k.bool('sample').notNull(),
    },
    (t) => [k.unique('buurten_slug').on(t.slug)],
  ),
});

export type Buurten = ReturnType<typeof buurtTables>['buurten'];

/** What every text of a buurt has. */
export const ofBuurt = (k: Kit, buurten: Buurten) => ({
  ...versioned(k),
  buurtId: k
    .text('buurt_id')
    .notNull()
    .references(() => buurten.id),
});
