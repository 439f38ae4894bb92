import { boundsOf, type Bounds, type LonLat, type MultiPolygon } from '../../../domain/kernel/index.ts';
import { frameOf, outlinePath } from '../../geo/outline.ts';

/** Pixels: fits on the narrowest phone, and is never scaled, so that a press on it means one place. */
const SHEET = { size: 250, margin: 18 };
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
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * A map to press on, as an image for `<input type="image">`: that sends where it was pressed, also without JavaScript.
 * Null when nothing is known to draw. Colours hold on light and dark paper alike.
 */
export function pointMap(shape: MultiPolygon, places: readonly MapPlace[], chosen: LonLat | null): PointMap | null {
  if (shape.length === 0) return null;
  const frame = frameOf(roomAround(shape), SHEET);
  const { width, height } = frame;
  const dots = places.map((place) => {
    const [x, y] = frame.place(place);
    const side = x > width / 2 ? { at: x - 9, anchor: 'end' } : { at: x + 9, anchor: 'start' };
    return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="#1c1a16"/><text x="${side.at}" y="${y + 4}" text-anchor="${side.anchor}" font-size="12" font-family="sans-serif" fill="#1c1a16" stroke="#fffdf8" stroke-width="3" paint-order="stroke">${escape(place.name)}</text>`;
  });
  const mark = chosen === null ? '' : markAt(frame.place(chosen));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fffdf8"/><path d="${outlinePath(shape, frame, POINTS)}" fill="#e6dcc8" stroke="#524c40" stroke-width="2" fill-rule="evenodd"/>${dots.join('')}${mark}</svg>`;
  return { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height };
}

const markAt = ([x, y]: readonly [number, number]): string =>
  `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#fffdf8" stroke-width="7"/><circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#8f1d14" stroke-width="4"/><circle cx="${x}" cy="${y}" r="2.5" fill="#8f1d14"/>`;

/** Which place was pressed; null for a press that fell outside, and for 0, 0: so a keyboard presses. */
export function pressedPlace(shape: MultiPolygon, { x, y }: { readonly x: number; readonly y: number }): LonLat | null {
  if (shape.length === 0 || (x === 0 && y === 0)) return null;
  const bounds = roomAround(shape);
  const [west, south, east, north] = bounds;
  const { width, height, place } = frameOf(bounds, SHEET);
  if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return null;
  const [left, top] = place({ lon: west, lat: north });
  const [right, bottom] = place({ lon: east, lat: south });
  const lon = west + ((x - left) / (right - left)) * (east - west);
  const lat = north - ((y - top) / (bottom - top)) * (north - south);
  return { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) };
}
