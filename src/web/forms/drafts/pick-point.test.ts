import { expect, it } from 'vitest';
import type { MultiPolygon } from '../../../domain/kernel/index.ts';
import { pointMaps, pressedPlace } from './pick-point.ts';

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

const empty = { shape, places: [], chosen: null };

it('means the place under the middle of either map by a press on its middle', () => {
  const pressed = pointMaps(empty).map(({ size, width, height }) =>
    pressedPlace(shape, { x: width / 2, y: height / 2, size }),
  );
  expect(pressed).toHaveLength(2);
  for (const place of pressed) {
    expect(place?.lon).toBeCloseTo(4.96, 3);
    expect(place?.lat).toBeCloseTo(52.315, 3);
  }
});

it('has a map that fits on a phone of 320 pixels, and one on which the names can be read', () => {
  const [small, large] = pointMaps(empty);
  expect(small?.width).toBeLessThanOrEqual(256);
  expect(large?.width).toBeGreaterThan(500);
});

it('takes no place from a key press, from a press outside, or without an outline', () => {
  expect(pressedPlace(shape, { x: 0, y: 0, size: 'small' })).toBeNull();
  expect(pressedPlace(shape, { x: 5000, y: 10, size: 'large' })).toBeNull();
  expect(pressedPlace(shape, { x: 400, y: 10, size: 'small' })).toBeNull();
  expect(pressedPlace(shape, { x: Number.NaN, y: Number.NaN, size: 'small' })).toBeNull();
  expect(pressedPlace([], { x: 10, y: 10, size: 'small' })).toBeNull();
  expect(pointMaps({ ...empty, shape: [] })).toEqual([]);
});

it('shows the names of places as text, whatever is in them', () => {
  const [map] = pointMaps({ ...empty, places: [{ name: '<script>"&', lon: 4.96, lat: 52.315 }] });
  expect(decodeURIComponent(map?.src ?? '')).toContain('&lt;script&gt;&quot;&amp;');
});
