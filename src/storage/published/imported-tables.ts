import { AREA_KINDS, type AreaKind } from '../../domain/buurten/index.ts';
import type { Bounds, MultiPolygon } from '../../domain/kernel/index.ts';
import type { Kit } from '../engine/index.ts';

/** What comes from files of the government: outlines of areas. */
export const areaTables = (k: Kit) => ({
  areas: k.table(
    'areas',
    {
      code: k.text('code').primaryKey(),
      kind: k.oneOf<readonly [AreaKind, ...AreaKind[]]>('kind', AREA_KINDS).notNull(),
      name: k.text('name').notNull(),
      /** The name without case and accents, as `search` compares it. */
      searchName: k.text('search_name').notNull(),
      wijkCode: k.text('wijk_code'),
      gebiedCode: k.text('gebied_code'),
      stadsdeelCode: k.text('stadsdeel_code'),
      gemeenteCode: k.text('gemeente_code'),
      geometry: k.json<MultiPolygon>('geometry').notNull(),
      bounds: k.json<Bounds>('bounds').notNull(),
      source: k.text('source').notNull(),
    },
    (t) => [k.index('areas_by_kind').on(t.kind)],
  ),
});

/** What comes from files of the government: figures, and where they are from. */
export const figureTables = (k: Kit) => {
  const figureSources = k.table('figure_sources', {
    id: k.text('id').primaryKey(),
    title: k.text('title').notNull(),
    publisher: k.text('publisher').notNull(),
    url: k.text('url').notNull(),
    licence: k.text('licence').notNull(),
  });
  const figures = k.table(
    'figures',
    {
      areaCode: k.text('area_code').notNull(),
      indicator: k.text('indicator').notNull(),
      period: k.text('period').notNull(),
      value: k.real('value'),
      sourceId: k
        .text('source_id')
        .notNull()
        .references(() => figureSources.id),
    },
    (t) => [k.primaryKey({ columns: [t.areaCode, t.indicator, t.period] })],
  );
  /** Counts the imports that changed something, of areas and of figures. */
  const imports = k.table('imports', { what: k.text('what').primaryKey(), revision: k.int('revision').notNull() });
  return { figureSources, figures, imports };
};
