import { valuesOf, type DraftFields } from './draft.ts';

/** Ids of the pictures in a text. */
export const picturesOf = (fields: DraftFields): readonly string[] =>
  valuesOf(fields, 'pictures').filter((id) => id !== '');

/**
 * Keeps only pictures that are `allowed`: those added to this draft, or in the text that it changes. Each stays beside its own
 * alternative text.
 */
export function keepPictures(fields: DraftFields, allowed: readonly string[]): DraftFields {
  if (fields['pictures'] === undefined) return fields;
  const alts = valuesOf(fields, 'alts');
  const kept = valuesOf(fields, 'pictures')
    .map((id, index) => ({ id, alt: alts[index] ?? '' }))
    .filter(({ id }, index, all) => allowed.includes(id) && all.findIndex((other) => other.id === id) === index);
  return { ...fields, pictures: kept.map(({ id }) => id), alts: kept.map(({ alt }) => alt) };
}
