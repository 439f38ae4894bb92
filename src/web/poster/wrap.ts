import { directionOf, withoutTurns } from './bidi.ts';
import type { Face } from './faces.ts';
import { asDrawn, clustersOf, shape } from './shape.ts';

export interface Setting {
  readonly face: Face;
  /** Height of an em, and width to fill, in the same measure. */
  readonly size: number;
  readonly width: number;
}

/** A text that was broken into lines. */
export interface Wrapped {
  readonly lines: readonly string[];
  /** A word was wider than the line, and had to be cut. */
  readonly cut: boolean;
}

/** Knows how wide words are, in thousandths of the size of their letters, and where a text can be broken. */
export interface Measure {
  width(words: string, face: Face): number;
  /** The text as it can be drawn, in pieces behind which a line may end. */
  parts(words: string, face: Face): readonly string[];
}

/** A line may end after a space, a hyphen, or a slash of an address; not at a space that keeps a telephone number together. */
const PARTS = /[^ /-]+[/-]* *|[/-]+ *| +/gu;

function remembered<Value>(make: (words: string, face: Face) => Value): (words: string, face: Face) => Value {
  const known = new Map<string, Value>();
  return (words, face) => {
    const key = `${face} ${words}`;
    const value = known.get(key) ?? make(words, face);
    known.set(key, value);
    return value;
  };
}

/** Measures by the real letters, each word once: the same text is tried in many sizes. Make one per drawing. */
export const makeMeasure = (): Measure => ({
  width: remembered((words, face) => shape(words, { face, direction: directionOf(words) }).advance),
  parts: remembered((words, face) => asDrawn(withoutTurns(words), face).match(PARTS) ?? []),
});

/** Takes a hyphen where a word is cut beside it; Arabic has none. */
const HYPHENATED = /^(?!\p{Script=Arabic})\p{L}/u;

/** A word too wide for a line in pieces that fit, with a hyphen where letters were parted; each piece has room for one. */
function cutWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let [piece, last] = ['', ''];
  for (const letter of clustersOf(word)) {
    if (piece !== '' && !fits(`${piece}${letter}-`)) {
      pieces.push(HYPHENATED.test(last) && HYPHENATED.test(letter) ? `${piece}-` : piece);
      piece = '';
    }
    piece += letter;
    last = letter;
  }
  return [...pieces, piece];
}

/** Whether a word is wider than the line. Cutting it is much work: who would not use the lines asks this first. */
export const mustCut = (text: string, { face, size, width }: Setting, measure: Measure): boolean =>
  measure.parts(text, face).some((part) => measure.width(part.trimEnd(), face) > (width * 1000) / size);

/** Breaks a text into lines by the real width of its letters. */
export function wrap(text: string, { face, size, width }: Setting, measure: Measure): Wrapped {
  const room = (width * 1000) / size;
  const parts = measure.parts(text, face);
  const lines: { words: string; width: number; full: boolean }[] = [];
  let cut = false;
  const add = (words: string, full: boolean) => {
    const bare = measure.width(words.trimEnd(), face);
    const last = lines.at(-1);
    const whole = measure.width(words, face);
    if (last && !last.full && last.width + bare <= room) {
      last.words += words;
      last.width += whole;
      last.full = full;
    } else lines.push({ words, width: whole, full });
  };
  for (const part of parts) {
    const pieces =
      measure.width(part.trimEnd(), face) <= room
        ? [part]
        : cutWord(part, (words) => measure.width(words, face) <= room);
    cut ||= pieces.length > 1;
    pieces.forEach((piece, at) => add(piece, at < pieces.length - 1));
  }
  return { lines: lines.map(({ words }) => words.trim()).filter((words) => words !== ''), cut };
}
