import makeBidi from 'bidi-js';

/**
 * In which order letters stand on paper when Arabic and Dutch share a line: the Unicode Bidirectional Algorithm (UAX #9), by
 * bidi-js.
 */
const bidi = makeBidi();

const EXPLICIT = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text without the signs that turn the order around: our sentences need none, and no organiser may turn a poster around. */
export const withoutTurns = (text: string): string => text.replace(EXPLICIT, '');

/** The direction of the first letter that has one (P2 and P3); `ltr` when none has. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first] = bidi.getEmbeddingLevels(withoutTurns(text)).paragraphs;
  return first?.level === 1 ? 'rtl' : 'ltr';
}

/** A piece of a line in which all letters go the same way; `text` is as one reads it. */
export interface Run {
  readonly text: string;
  readonly rtl: boolean;
}

interface Levelled {
  text: string;
  /** Even goes to the right, odd to the left. */
  readonly level: number;
}

/** Neighbours of one level together, brackets turned where they go to the left (L4). */
function levelled(line: string, direction: 'ltr' | 'rtl'): Levelled[] {
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  const runs: Levelled[] = [];
  let at = 0;
  for (const sign of line) {
    const level = levels[at] ?? 0;
    at += sign.length;
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(sign) ?? sign) : sign;
    const last = runs.at(-1);
    if (last?.level === level) last.text += shown;
    else runs.push({ text: shown, level });
  }
  return runs;
}

/** The pieces of one line from left to right (L2). */
export function runsOf(line: string, direction: 'ltr' | 'rtl'): Run[] {
  const runs = levelled(line, direction);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let at = 0; at < runs.length; at += 1) {
      let end = at;
      while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
      if (end > at) runs.splice(at, end - at, ...runs.slice(at, end).reverse());
      at = end;
    }
  }
  return runs.map(({ text, level }) => ({ text, rtl: level % 2 === 1 }));
}
