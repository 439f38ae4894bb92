import { valuesOf, writePoint, type DraftFields, type DraftKind } from '../../../domain/drafts/index.ts';
import type { LonLat, MultiPolygon } from '../../../domain/kernel/index.ts';
import { pressedPlace } from './pick-point.ts';
import type { Then } from './read-form.ts';

function withoutPicture(fields: DraftFields, id: string): DraftFields {
  const alts = valuesOf(fields, 'alts');
  const kept = valuesOf(fields, 'pictures')
    .map((picture, index) => ({ picture, alt: alts[index] ?? '' }))
    .filter(({ picture }) => picture !== id);
  return { ...fields, pictures: kept.map(({ picture }) => picture), alts: kept.map(({ alt }) => alt) };
}

/** In a buurt a press adds a known place, to be named; elsewhere it moves the one point of the text. */
function withPoint(fields: DraftFields, kind: DraftKind, place: LonLat): DraftFields {
  const point = writePoint(place);
  if (kind !== 'buurt') return { ...fields, point };
  const names = valuesOf(fields, 'knownPlaceName');
  const points = valuesOf(fields, 'knownPlacePoint');
  const rows = Math.max(names.length, points.length);
  const isFree = (index: number) => (names[index] ?? '').trim() === '' && (points[index] ?? '').trim() === '';
  const at = [...Array(rows).keys()].find(isFree) ?? rows;
  const length = Math.max(rows, at + 1);
  return {
    ...fields,
    knownPlaceName: Array.from({ length }, (_, index) => names[index] ?? ''),
    knownPlacePoint: Array.from({ length }, (_, index) => (index === at ? point : (points[index] ?? ''))),
  };
}

interface Given {
  readonly kind: DraftKind;
  readonly then: Then;
  /** What the map was drawn of. */
  readonly shape: MultiPolygon;
}

/** What the pressed button changes in what was typed. */
export function applyThen(fields: DraftFields, { kind, then, shape }: Given): DraftFields {
  if (then.kind === 'remove-picture') return withoutPicture(fields, then.id);
  if (then.kind !== 'pick') return fields;
  const place = pressedPlace(shape, then);
  return place === null ? fields : withPoint(fields, kind, place);
}
