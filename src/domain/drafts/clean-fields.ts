import type { DraftFields, DraftKind } from './draft.ts';
import { fieldNames } from './kinds/index.ts';

/** Together, in characters: far more than any text needs, and little enough to store at each save. */
const MOST = 200_000;
const MOST_VALUES = 200;
/** Control characters other than tab and line end; PostgreSQL cannot store the first of them. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** As typed, but storable on both engines: whole Unicode characters, and one kind of line end. */
const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed();

/**
 * Keeps the fields that the kind has, and of those everything that was typed.
 * Undefined when it is more than can be kept; nothing is cut off silently.
 */
export function cleanFields(kind: DraftKind, typed: DraftFields): DraftFields | undefined {
  const names = new Set(fieldNames(kind));
  const kept = Object.entries(typed).filter(([name]) => names.has(name));
  const values = kept.flatMap(([, value]) => value);
  const length = values.reduce((sum, text) => sum + text.length, 0);
  if (length > MOST || values.length > MOST_VALUES + names.size) return undefined;
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value.map(cleanText)]),
  );
}
