import type { DraftFields } from './draft.ts';

const listOf = (value: DraftFields[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Ids of the pictures in a text. */
export const picturesOf = (fields: DraftFields): readonly string[] =>
  listOf(fields['pictures']).filter((id) => id !== '');

/**
 * Keeps only pictures that are `allowed`: those added to this draft, or in the text that it changes. Each stays beside its own
 * alternative text.
 */
export function keepPictures(fields: DraftFields, allowed: readonly string[]): DraftFields {
  if (fields['pictures'] === undefined) return fields;
  const alts = listOf(fields['alts']);
  const kept = listOf(fields['pictures'])
    .map((id, index) => ({ id, alt: alts[index] ?? '' }))
    .filter(({ id }, index, all) => allowed.includes(id) && all.findIndex((other) => other.id === id) === index);
  return { ...fields, pictures: kept.map(({ id }) => id), alts: kept.map(({ alt }) => alt) };
}
