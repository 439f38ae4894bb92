import type { Combine, Indicator } from './figure.ts';

/** CBS rounds its buurt tables to multiples of 5; a smaller count says more about people than about a buurt. */
const FEW_COUNTED = 5;
/** Below this many people or homes one household decides the outcome; CBS leaves most rates out below 50 as well. */
const FEW_FOR_A_RATE = 50;
/** Where few people live (a station, an office park) a crime rate says more about visitors than about residents. */
const FEW_FOR_A_CRIME_RATE = 200;

const byPeople: Combine = { by: 'mean', weight: 'population' };
const byHouseholds: Combine = { by: 'mean', weight: 'households' };
const share = (part: string, whole: string, times = 100): Combine => ({ by: 'ratio', part, whole, times });

type Shape = Pick<Indicator, 'unit' | 'combine'> & Partial<Pick<Indicator, 'decimals' | 'tooFewBelow'>>;
const group = (name: Indicator['group'], shapes: Readonly<Record<string, Shape>>): Indicator[] =>
  Object.entries(shapes).map(([id, shape]) => ({
    id,
    group: name,
    decimals: 0,
    tooFewBelow: shape.combine.by === 'sum' ? FEW_COUNTED : FEW_FOR_A_RATE,
    ...shape,
  }));

/** A grade from 1 to 10 that residents gave in a survey. */
const grade: Shape = { unit: 'grade', decimals: 1, combine: byPeople };
/** A percentage of the residents who were asked. */
const percent: Shape = { unit: 'percent', combine: byPeople };
/** A measure of the municipality itself; higher is worse. */
const index: Shape = { unit: 'index', combine: byPeople };
/** How far above (+) or below (−) the Dutch average, in the Leefbaarometer's own score. */
const deviation: Shape = { unit: 'score', decimals: 2, combine: byHouseholds };

/** Every indicator that the portal shows, in the order of the figures page. */
export const INDICATORS: readonly Indicator[] = [
  ...group('people', {
    population: { unit: 'count', combine: { by: 'sum' } },
    'share-0-14': { unit: 'percent', combine: share('aged-0-14', 'population') },
    'share-15-24': { unit: 'percent', combine: share('aged-15-24', 'population') },
    'share-65-plus': { unit: 'percent', combine: share('aged-65-plus', 'population') },
    households: { unit: 'count', combine: { by: 'sum' } },
    'household-size': { unit: 'ratio', decimals: 1, combine: byHouseholds },
    // Taken over hectares: how few those are says nothing about anybody.
    density: { unit: 'per-km2', combine: share('population', 'land-hectares'), tooFewBelow: 0 },
    'good-health': { unit: 'percent', combine: byPeople },
    income: { unit: 'thousand-euro', decimals: 1, combine: byPeople },
    'share-0-17': { unit: 'percent', combine: byPeople },
  }),
  ...group('homes', {
    'home-value': { unit: 'thousand-euro', combine: byHouseholds },
    'owner-occupied': { unit: 'percent', combine: byHouseholds },
    'single-family': { unit: 'percent', combine: byHouseholds },
  }),
  ...group('nearby', {
    'distance-gp': { unit: 'km', decimals: 1, combine: byPeople },
    'distance-supermarket': { unit: 'km', decimals: 1, combine: byPeople },
    'distance-school': { unit: 'km', decimals: 1, combine: byPeople },
    'schools-nearby': { unit: 'ratio', decimals: 1, combine: byPeople },
  }),
  ...group('liveability', {
    'liveability-class': { unit: 'ratio', combine: { by: 'none' } },
    liveability: deviation,
    'liveability-homes': deviation,
    'liveability-surroundings': deviation,
    'liveability-services': deviation,
    'liveability-neighbours': deviation,
    'liveability-safety': deviation,
  }),
  ...group('crime', {
    crimes: { unit: 'count', combine: { by: 'sum' } },
    'crime-rate': {
      unit: 'per-1000',
      combine: share('crimes', 'population', 1000),
      tooFewBelow: FEW_FOR_A_CRIME_RATE,
    },
  }),
  ...group('experience', {
    'content-with-buurt': grade,
    'feeling-at-home': grade,
    'good-to-live': grade,
    'feeling-unsafe': percent,
    'safe-in-the-evening': grade,
    'safety-index': index,
    'crime-index': index,
    'nuisance-index': index,
    'victim-of-crime': percent,
    'much-nuisance': percent,
    'more-nuisance': percent,
    'nuisance-drugs': percent,
    'nuisance-youth': percent,
    'run-down': percent,
    'clean-streets': grade,
    'kept-streets': grade,
    'kept-green': grade,
    'traffic-noise': grade,
    'parking-nuisance': grade,
  }),
];

/** Counts that others are worked out from; imported, not shown by themselves. */
export const INGREDIENTS = [
  'aged-0-14',
  'aged-15-24',
  'aged-25-44',
  'aged-45-64',
  'aged-65-plus',
  'land-hectares',
] as const;

const known: ReadonlySet<string> = new Set([...INDICATORS.map(({ id }) => id), ...INGREDIENTS]);

/** Whether figures about it can be stored. */
export const isKnownIndicator = (id: string): boolean => known.has(id);
