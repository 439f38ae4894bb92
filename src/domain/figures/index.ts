import type { Buurt } from '../buurten/index.ts';
import type { FigureRow, Indicator } from './figure.ts';
import { INDICATORS } from './indicators.ts';
import { makeListRows, type Compared, type ReadNeeds } from './list-rows.ts';

export * from './figure.ts';
export * from './import-figures.ts';
export { INDICATORS } from './indicators.ts';

/** What the rest of the portal may ask about figures. */
export interface Figures {
  /** Every indicator about which something is known of the buurt, its borough or its city. */
  rows(buurt: Compared): Promise<FigureRow[]>;
  /** The indicators that say most about this buurt, in its own order; also when nothing is known of one. */
  key(buurt: Compared & Pick<Buurt, 'keyIndicators'>): Promise<FigureRow[]>;
  /** Some indicators, by id (of a theme); ids that do not exist are left out. */
  some(buurt: Compared, indicators: readonly string[]): Promise<FigureRow[]>;
  /** Every indicator that there can be figures of. */
  indicators(): readonly Indicator[];
}

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
/** A row without any number is worth reading only when it tells that the source has none of this buurt. */
const saysSomething = ({ buurt, borough, city }: FigureRow): boolean =>
  buurt.state !== 'no-data' || [borough, city].some(({ state }) => state === 'value');

export function makeFigures(needs: ReadNeeds): Figures {
  const list = makeListRows(needs);
  const some: Figures['some'] = (buurt, ids) =>
    list(
      buurt,
      ids.flatMap((id) => byId.get(id) ?? []),
    );
  return {
    rows: async (buurt) => (await list(buurt, INDICATORS)).filter(saysSomething),
    key: (buurt) => some(buurt, buurt.keyIndicators),
    some,
    indicators: () => INDICATORS,
  };
}
