import { boundsOf, escapeHtml, type Bounds, type LonLat, type MultiPolygon } from '../../../domain/kernel/index.ts';
import { frameOf, outlinePath } from '../../geo/outline.ts';

/** A small map fits on the narrowest phone; on a large one the names can be read. */
export const MAP_SIZES = ['small', 'large'] as const;
type MapSize = (typeof MAP_SIZES)[number];

/** The name of the button on each: the form sends `<name>.x` and `<name>.y`. */
export const MAP_NAMES = { small: 'pick', large: 'pickLarge' } as const;

/** Pixels: never scaled, so that a press means one place. `text`: the size of the names. */
const SHEETS = {
  small: { size: 250, margin: 18, text: 13 },
  large: { size: 560, margin: 28, text: 17 },
} as const;
const POINTS = 200;

/** The buurt with some room around it: a place may lie just outside. */
function roomAround(shape: MultiPolygon): Bounds {
  const [west, south, east, north] = boundsOf(shape);
  const [wide, high] = [(east - west) * 0.15, (north - south) * 0.15];
  return [west - wide, south - high, east + wide, north + high];
}

export interface MapPlace extends LonLat {
  readonly name: string;
}

export interface PointMap {
  readonly size: MapSize;
  readonly name: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

interface MapContent {
  readonly shape: MultiPolygon;
  readonly places: readonly MapPlace[];
  readonly chosen: LonLat | null;
}

/**
 * A map to press on in both sizes, as images for `<input type="image">`: that sends where it was pressed, also without
 * JavaScript. The page shows the one that fits. None when nothing is known to draw. Colours hold on light and dark paper.
 */
export const pointMaps = (content: MapContent): PointMap[] =>
  content.shape.length === 0 ? [] : MAP_SIZES.map((size) => pointMap(content, size));

function pointMap({ shape, places, chosen }: MapContent, size: MapSize): PointMap {
  const { text } = SHEETS[size];
  const frame = frameOf(roomAround(shape), SHEETS[size]);
  const { width, height } = frame;
  const dots = places.map((place) => {
    const [x, y] = frame.place(place);
    const side = x > width / 2 ? { at: x - 9, anchor: 'end' } : { at: x + 9, anchor: 'start' };
    return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="#1c1a16"/><text x="${side.at}" y="${y + text / 3}" text-anchor="${side.anchor}" font-size="${text}" font-family="sans-serif" fill="#1c1a16" stroke="#fffdf8" stroke-width="3" paint-order="stroke">${escapeHtml(place.name)}</text>`;
  });
  const mark = chosen === null ? '' : markAt(frame.place(chosen));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fffdf8"/><path d="${outlinePath(shape, frame, POINTS)}" fill="#e6dcc8" stroke="#524c40" stroke-width="2" fill-rule="evenodd"/>${dots.join('')}${mark}</svg>`;
  return { size, name: MAP_NAMES[size], src: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height };
}

const markAt = ([x, y]: readonly [number, number]): string =>
  `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#fffdf8" stroke-width="7"/><circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#8f1d14" stroke-width="4"/><circle cx="${x}" cy="${y}" r="2.5" fill="#8f1d14"/>`;

/** Pixels from the top left of the map that was pressed. */
export interface Press {
  readonly x: number;
  readonly y: number;
  readonly size: MapSize;
}

/** Which place was pressed; null for a press that fell outside, and for 0, 0: so a keyboard presses. */
export function pressedPlace(shape: MultiPolygon, { x, y, size }: Press): LonLat | null {
  if (shape.length === 0 || (x === 0 && y === 0)) return null;
  const bounds = roomAround(shape);
  const [west, south, east, north] = bounds;
  const { width, height, place } = frameOf(bounds, SHEETS[size]);
  if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return null;
  const [left, top] = place({ lon: west, lat: north });
  const [right, bottom] = place({ lon: east, lat: south });
  const lon = west + ((x - left) / (right - left)) * (east - west);
  const lat = north - ((y - top) / (bottom - top)) * (north - south);
  return { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) };
}
