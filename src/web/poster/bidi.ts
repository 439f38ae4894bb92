/**
 * In which order letters stand on paper when Arabic and Dutch share a line: the Unicode Bidirectional Algorithm (UAX #9,
 * rules W1 to L4), without explicit embeddings. Those signs are left out before: our sentences need none, and what an
 * organiser typed must not turn a poster around. Checked against bidi-js 1.0.3 on random texts of all these classes.
 */
type Class = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'WS' | 'ON';

/** By UnicodeData's Bidi_Class, for what can stand in these texts; the first that fits. */
const CLASSES: readonly (readonly [Class, RegExp])[] = [
  ['EN', /[0-9\u00B2\u00B3\u00B9\u06F0-\u06F9]/],
  ['AN', /[\u0660-\u0669\u066B\u066C]/],
  ['ES', /[+\-\u2212]/],
  ['ET', /[#$%\u00A2-\u00A5\u00B0\u00B1\u066A\u2030-\u2034\u20A0-\u20CF]/],
  ['CS', /[,./:\u00A0\u060C\u202F\u2044]/],
  ['L', /\u200E/],
  ['R', /\u200F/],
  ['NSM', /[\p{Mn}\p{Me}\p{Cf}]/u],
  ['WS', /\s/],
  ['AL', /(?=\p{L})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]|[\u061B\u061F\u0640]/u],
  ['R', /(?=\p{L})[\p{Script=Hebrew}\p{Script=Nko}]/u],
  ['L', /[\p{L}\p{N}\p{Mc}]/u],
];

const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»', '‹›', '≤≥'].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);
const OPENING = '([{';

const classOf = (sign: string): Class => CLASSES.find(([, signs]) => signs.test(sign))?.[0] ?? 'ON';
const isStrong = (kind: Class) => kind === 'L' || kind === 'R' || kind === 'AL';
const isNeutral = (kind: Class) => kind === 'WS' || kind === 'ON';
/** For neutrals, numbers count as right to left (N1). */
const side = (kind: Class): 'L' | 'R' => (kind === 'L' ? 'L' : 'R');

/** The last strong class before `index`. */
function strongBefore(kinds: readonly Class[], index: number, start: Class): Class {
  for (let at = index - 1; at >= 0; at -= 1) {
    const kind = kinds[at] ?? 'ON';
    if (isStrong(kind)) return kind;
  }
  return start;
}

/** W1 to W7: numbers, and the signs in and around them. */
function resolveWeak(kinds: Class[], start: 'L' | 'R'): void {
  kinds.forEach((kind, at) => {
    if (kind === 'NSM') kinds[at] = kinds[at - 1] ?? start;
  });
  kinds.forEach((kind, at) => {
    if (kind === 'EN' && strongBefore(kinds, at, start) === 'AL') kinds[at] = 'AN';
  });
  kinds.forEach((kind, at) => {
    if (kind === 'AL') kinds[at] = 'R';
  });
  kinds.forEach((kind, at) => {
    const [before, after] = [kinds[at - 1], kinds[at + 1]];
    if (before !== after || before === undefined) return;
    if (before === 'EN' && (kind === 'ES' || kind === 'CS')) kinds[at] = 'EN';
    if (before === 'AN' && kind === 'CS') kinds[at] = 'AN';
  });
  spreadTerminators(kinds);
  kinds.forEach((kind, at) => {
    if (kind === 'ES' || kind === 'ET' || kind === 'CS') kinds[at] = 'ON';
  });
  kinds.forEach((kind, at) => {
    if (kind === 'EN' && strongBefore(kinds, at, start) === 'L') kinds[at] = 'L';
  });
}

/** W5: € and % belong to the number beside them. */
function spreadTerminators(kinds: Class[]): void {
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== 'ET') continue;
    let end = at;
    while (kinds[end] === 'ET') end += 1;
    if (kinds[at - 1] === 'EN' || kinds[end] === 'EN') kinds.fill('EN', at, end);
    at = end;
  }
}

interface Pair {
  readonly open: number;
  readonly close: number;
}

function pairsOf(signs: readonly string[], kinds: readonly Class[]): Pair[] {
  const waiting: number[] = [];
  const pairs: Pair[] = [];
  signs.forEach((sign, at) => {
    if (kinds[at] !== 'ON') return;
    if (OPENING.includes(sign)) waiting.push(at);
    const open = waiting.findLastIndex((one) => MIRRORED[signs[one] ?? ''] === sign);
    if (open < 0 || OPENING.includes(sign)) return;
    pairs.push({ open: waiting[open] ?? 0, close: at });
    waiting.length = open;
  });
  return pairs.toSorted((one, other) => one.open - other.open);
}

/** N0: a pair of brackets goes the way of what it holds. */
function resolvePairs(signs: readonly string[], kinds: Class[], base: 'L' | 'R'): void {
  for (const { open, close } of pairsOf(signs, kinds)) {
    const inside = kinds.slice(open + 1, close).filter((kind) => !isNeutral(kind));
    const sides = new Set(inside.map(side));
    if (sides.size === 0) continue;
    const before = kinds.slice(0, open).findLast((kind) => !isNeutral(kind));
    const context = before === undefined ? base : side(before);
    const way = sides.has(base) || context === base ? base : context;
    kinds[open] = way;
    kinds[close] = way;
  }
}

/** N1 and N2: spaces and signs go the way of both neighbours, or else of the line. */
function resolveNeutrals(kinds: Class[], base: 'L' | 'R'): void {
  for (let at = 0; at < kinds.length; at += 1) {
    if (!isNeutral(kinds[at] ?? 'L')) continue;
    let end = at;
    while (end < kinds.length && isNeutral(kinds[end] ?? 'L')) end += 1;
    const before = at === 0 ? base : side(kinds[at - 1] ?? 'L');
    const after = end === kinds.length ? base : side(kinds[end] ?? 'L');
    kinds.fill(before === after ? before : base, at, end);
    at = end;
  }
}

/** I1 and I2: even goes to the right, odd to the left. */
const levelOf = (kind: Class, base: 'L' | 'R'): number => {
  if (base === 'L') return kind === 'L' ? 0 : kind === 'R' ? 1 : 2;
  return kind === 'R' ? 1 : 2;
};

const EXPLICIT = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text without the signs that turn the order around. */
export const withoutTurns = (text: string): string => text.replace(EXPLICIT, '');

/** The direction of the first letter that has one; `ltr` when none has. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = Array.from(text, classOf).find(isStrong);
  return first === 'R' || first === 'AL' ? 'rtl' : 'ltr';
}

/** A piece of a line in which all letters go the same way; `text` is as one reads it. */
export interface Run {
  readonly text: string;
  readonly rtl: boolean;
}

/** The level of each sign of a line. */
export function levelsOf(signs: readonly string[], direction: 'ltr' | 'rtl'): number[] {
  const base = direction === 'rtl' ? 'R' : 'L';
  const kinds = signs.map(classOf);
  resolveWeak(kinds, base);
  resolvePairs(signs, kinds, base);
  resolveNeutrals(kinds, base);
  return kinds.map((kind) => levelOf(kind, base));
}

/** The pieces of one line from left to right (L2), brackets turned where they go to the left (L4). */
export function runsOf(signs: readonly string[], levels: readonly number[]): Run[] {
  const runs: { text: string; level: number }[] = [];
  signs.forEach((sign, at) => {
    const level = levels[at] ?? 0;
    const shown = level % 2 === 1 ? (MIRRORED[sign] ?? sign) : sign;
    const last = runs.at(-1);
    if (last?.level === level) last.text += shown;
    else runs.push({ text: shown, level });
  });
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
