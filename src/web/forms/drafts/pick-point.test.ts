import { expect, it } from 'vitest';
import type { MultiPolygon } from '../../../domain/kernel/index.ts';
import { pointMap, pressedPlace } from './pick-point.ts';

const shape: MultiPolygon = [
  [
    [
      [4.95, 52.31],
      [4.97, 52.31],
      [4.97, 52.32],
      [4.95, 52.32],
      [4.95, 52.31],
    ],
  ],
];

it('means the place under the middle of the map by a press on its middle', () => {
  const map = pointMap(shape, [], null);
  const pressed = pressedPlace(shape, { x: (map?.width ?? 0) / 2, y: (map?.height ?? 0) / 2 });
  expect(pressed?.lon).toBeCloseTo(4.96, 3);
  expect(pressed?.lat).toBeCloseTo(52.315, 3);
});

it('fits on a phone of 320 pixels', () => {
  expect(pointMap(shape, [], null)?.width).toBeLessThanOrEqual(256);
});

it('takes no place from a key press, from a press outside, or without an outline', () => {
  expect(pressedPlace(shape, { x: 0, y: 0 })).toBeNull();
  expect(pressedPlace(shape, { x: 5000, y: 10 })).toBeNull();
  expect(pressedPlace(shape, { x: Number.NaN, y: Number.NaN })).toBeNull();
  expect(pressedPlace([], { x: 10, y: 10 })).toBeNull();
  expect(pointMap([], [], null)).toBeNull();
});

it('shows the names of places as text, whatever is in them', () => {
  const map = pointMap(shape, [{ name: '<script>"&', lon: 4.96, lat: 52.315 }], null);
  expect(decodeURIComponent(map?.src ?? '')).toContain('&lt;script>&quot;&amp;');
});
