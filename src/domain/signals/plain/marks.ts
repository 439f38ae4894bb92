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

/** What in a text may be personal, in its order, none over another. Advice: people decide. Linear in the length of the text. */
export function marksIn(text: string): readonly Mark[] {
  const taken = new Uint8Array(text.length);
  const marks: Mark[] = [];
  for (const mark of found(text.replace(DIGITS, toLatin))) {
    if (taken.subarray(mark.start, mark.end).includes(1)) continue;
    taken.fill(1, mark.start, mark.end);
    marks.push(mark);
  }
  return marks.sort((one, other) => one.start - other.start);
}
