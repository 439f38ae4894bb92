import type { Buurt, Outline } from '../../../domain/buurten/index.ts';
import { boundsOf, type Bounds, type LonLat, type MultiPolygon } from '../../../domain/kernel/index.ts';
import { frameOf, outlinePath, type Frame } from '../../geo/outline.ts';
import { simplifyShape } from '../../geo/simplify-shape.ts';
import { fitLabels, spread, type Label, type Spot } from './labels.ts';

/** What happens at a place; a list shows the same as the map. */
export interface Happening {
  readonly kind: 'promise' | 'meeting';
  readonly href: string;
  readonly title: string;
  /** How it stands, or when it is. */
  readonly words: string;
  readonly placeName: string;
}

export type PlaceKind = Happening['kind'] | 'both';

/** A numbered place with everything that happens there. */
export interface MapPlace extends LonLat {
  readonly number: number;
  readonly kind: PlaceKind;
  /** Names of all that happens there, for who hears the map. */
  readonly title: string;
  readonly happenings: readonly Happening[];
}

/** What the server draws. Plain data: the island gets it as it is. */
export interface MapDrawing {
  /** The form of the sheet, so that the page keeps room for it. */
  readonly form: 'wide' | 'square' | 'tall';
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly places: readonly (Spot & Pick<MapPlace, 'number' | 'kind' | 'title'>)[];
  readonly known: readonly Label[];
}

/** What Leaflet draws. */
export interface LiveMap {
  readonly shape: MultiPolygon;
  readonly bounds: Bounds;
  readonly places: readonly (LonLat & Pick<MapPlace, 'number' | 'kind' | 'title'>)[];
  /** `below`: the name stands under its dot, because a pin stands above it. */
  readonly known: readonly (Buurt['places'][number] & { readonly below: boolean })[];
}

export interface MapView {
  /** Null as long as no area was imported. */
  readonly drawing: MapDrawing | null;
  readonly live: LiveMap | null;
  readonly places: readonly MapPlace[];
  /** What has no place, or one far away. */
  readonly elsewhere: readonly Happening[];
}

/** Something that may have a place. */
export interface Placed extends Happening {
  readonly place: LonLat | null;
}

export interface MapInput {
  readonly buurt: Pick<Buurt, 'places'>;
  readonly outline: Outline;
  /** Points in the outline that is drawn: fewer on a small map. */
  readonly points?: number;
}

/** About a kilometre: a meeting just outside the buurt belongs on its map, the town hall does not. */
const NEAR = { lon: 0.015, lat: 0.009 };
/** Points in the outline that the browser gets. */
const MOST_POINTS = 400;
/** Within forty metres is one place: two entrances of one flat would hide each other. */
const SAME = { lon: 5.9e-4, lat: 3.6e-4 };

/** Whether a pin stands where the name of this place would be, while the whole buurt is in view. */
const isUnderPin = (place: LonLat, pins: readonly LonLat[]): boolean =>
  pins.some(({ lon, lat }) => lat > place.lat && lat - place.lat < 0.001 && Math.abs(lon - place.lon) < 0.0025);

const sameSpot = (a: LonLat, b: LonLat): boolean =>
  Math.abs(a.lon - b.lon) < SAME.lon && Math.abs(a.lat - b.lat) < SAME.lat;

const isNear = ([west, south, east, north]: Bounds, { lon, lat }: LonLat): boolean =>
  lon > west - NEAR.lon && lon < east + NEAR.lon && lat > south - NEAR.lat && lat < north + NEAR.lat;

/** Numbers the places, northernmost first, and puts what happens at the same place together. */
function gather(placed: readonly Placed[]): MapPlace[] {
  const spots: { at: LonLat; happenings: Happening[] }[] = [];
  for (const { place, ...happening } of placed) {
    if (place === null) continue;
    const known = spots.find(({ at }) => sameSpot(at, place));
    if (known) known.happenings.push(happening);
    else spots.push({ at: place, happenings: [happening] });
  }
  return spots
    .toSorted((a, b) => b.at.lat - a.at.lat || a.at.lon - b.at.lon)
    .map(({ at, happenings }, index) => {
      const kinds = new Set(happenings.map(({ kind }) => kind));
      const [only = 'promise'] = kinds;
      const title = happenings.map((happening) => happening.title).join('; ');
      return { lon: at.lon, lat: at.lat, number: index + 1, kind: kinds.size > 1 ? 'both' : only, title, happenings };
    });
}

function around(bounds: Bounds, points: readonly LonLat[]): Bounds {
  const [west, south, east, north] = bounds;
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  return [Math.min(west, ...lons), Math.min(south, ...lats), Math.max(east, ...lons), Math.max(north, ...lats)];
}

const SHEETS = { wide: [4, 3], square: [1, 1], tall: [3, 4] } as const;
const SIZE = 600;

/** The form of sheet that fits best, with the drawing in its middle. */
function sheetFor(bounds: Bounds): { form: MapDrawing['form']; width: number; height: number; frame: Frame } {
  const { width, height } = frameOf(bounds, { size: SIZE, margin: 0 });
  const form = width > height * 1.15 ? 'wide' : height > width * 1.15 ? 'tall' : 'square';
  const [across, down] = SHEETS[form];
  const scale = SIZE / Math.max(across, down);
  const sheet = { width: across * scale, height: down * scale };
  const margin = 40;
  const fits = Math.min((sheet.width - 2 * margin) / width, (sheet.height - 2 * margin) / height);
  const inner = frameOf(bounds, { size: SIZE * fits, margin: 0 });
  const [left, top] = [(sheet.width - inner.width) / 2, (sheet.height - inner.height) / 2];
  const frame: Frame = {
    ...sheet,
    place: (where) => {
      const [x, y] = inner.place(where);
      return [x + left, y + top];
    },
  };
  return { form, ...sheet, frame };
}

/** The map of a buurt and the list beside it, which says the same. `placed`: everything that happens, in the order of the list. */
export function mapView({ buurt, outline, points = MOST_POINTS }: MapInput, placed: readonly Placed[]): MapView {
  const bounds = outline.shape.length === 0 ? null : boundsOf(outline.shape);
  const onMap = ({ place }: Placed) => bounds !== null && place !== null && isNear(bounds, place);
  const places = gather(placed.filter(onMap));
  const elsewhere = placed.filter((one) => !onMap(one));
  if (bounds === null) return { drawing: null, live: null, places, elsewhere };
  const known = buurt.places.filter((place) => isNear(bounds, place) && !places.some((pin) => sameSpot(pin, place)));
  const whole = around(bounds, [...places, ...known]);
  const { form, width, height, frame } = sheetFor(whole);
  const spot = (where: LonLat): Spot => {
    const [x, y] = frame.place(where);
    return { x: (x / width) * 100, y: (y / height) * 100 };
  };
  const brief = places.map(({ number, kind, title, lon, lat }) => ({ number, kind, title, lon, lat }));
  const spots = spread(places.map(spot));
  const pins = brief.flatMap(({ number, kind, title }, index) => {
    const at = spots[index];
    return at ? [{ number, kind, title, ...at }] : [];
  });
  return {
    drawing: {
      form,
      width,
      height,
      path: outlinePath(outline.shape, frame, points),
      places: pins,
      known: fitLabels(
        known.map((place) => ({ name: place.name, ...spot(place) })),
        pins,
      ),
    },
    live: {
      shape: simplifyShape(outline.shape, MOST_POINTS),
      bounds: whole,
      places: brief,
      known: known.map((place) => ({ ...place, below: isUnderPin(place, places) })),
    },
    places,
    elsewhere,
  };
}
