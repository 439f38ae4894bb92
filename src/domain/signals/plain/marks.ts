import { addressShapes } from './marks/addresses.ts';
import { nameShapes } from './marks/names.ts';
import { numberShapes } from './marks/numbers.ts';
import type { Mark, Shape } from './marks/mark.ts';

export { MARK_KINDS, type Mark, type MarkKind } from './marks/mark.ts';

/** Where two overlap, the first one counts. */
const SHAPES: readonly Shape[] = [...numberShapes, ...addressShapes, ...nameShapes];

/** Digits of other keyboards, each in the place of one: the code units stay where they are. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const toLatin = (digit: string) =>
  String(digit.charCodeAt(0) - (digit >= '\uff10' ? 0xff10 : digit >= '\u06f0' ? 0x06f0 : 0x0660));

function* found(text: string): Iterable<Mark> {
  for (const { kind, expression, isRight } of SHAPES)
    for (const match of text.matchAll(expression)) {
      // What comes before it (a cue like "mijn buurman") is no part of it.
      const piece = match.groups?.['piece'] ?? match[0];
      if (isRight && !isRight(piece)) continue;
      const end = match.index + match[0].length;
      yield { start: end - piece.length, end, kind };
    }
}

/** Where a mark of these ends, so that it covers nothing that has a mark. */
function freeEnd(taken: Uint8Array, start: number, end: number): number {
  const at = taken.subarray(start, end).indexOf(1);
  return at === -1 ? end : start + at;
}

/** What in a text may be personal, in its order, none over another. Advice: people decide. Linear in the length of the text. */
export function marksIn(text: string): readonly Mark[] {
  const taken = new Uint8Array(text.length);
  const marks: Mark[] = [];
  for (const { start, end: wanted, kind } of found(text.replace(DIGITS, toLatin))) {
    const end = freeEnd(taken, start, wanted);
    // A name that runs on into an address ("Piet Jansen van de Dorpsstraat 7") is still a name.
    if (end <= start || (end < wanted && kind !== 'name')) continue;
    const length = text.slice(start, end).trimEnd().length;
    taken.fill(1, start, start + length);
    marks.push({ start, end: start + length, kind });
  }
  return marks.sort((one, other) => one.start - other.start);
}
