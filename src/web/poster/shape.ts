import type { Font, GlyphRun } from 'fontkit';
import { runsOf, type Run } from './bidi.ts';
import { lettersOf, type Face, type Letters } from './faces.ts';

/** A letter where it stands on its line; in thousandths of the size of the letters, `y` upwards. */
export interface PlacedGlyph {
  /** The same for the same letter of the same font: what a drawing defines once. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Its outline as SVG path data in the same thousandths, upwards. */
  readonly outline: () => string;
}

export interface Shaped {
  readonly advance: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Neither seen nor missed: joiners, direction marks, soft hyphens, selectors of emoji styles. */
const UNSEEN = /^[\p{Cf}\p{Variation_Selector}]+$/u;

const segments = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** A text letter by letter, each with the marks that a reader sees on it. */
export const clustersOf = (text: string): string[] => Array.from(segments.segment(text), ({ segment }) => segment);
const withoutMarks = (text: string): string => text.replace(/\p{M}/gu, '');

const drawnBy = (fonts: readonly Letters[], cluster: string): Letters | undefined =>
  fonts.find(({ font }) =>
    Array.from(cluster).every((sign) => UNSEEN.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)),
  );

/** What can be drawn of a letter: itself, or itself without its accents; empty when no font has it. */
function drawable(fonts: readonly Letters[], cluster: string): string {
  if (drawnBy(fonts, cluster)) return cluster;
  const bare = withoutMarks(cluster.normalize('NFKD'));
  return bare !== '' && drawnBy(fonts, bare) ? bare : '';
}

/** The text as our fonts can draw it: one kind of space, letters composed, what no font has left out. Never a box. */
export function asDrawn(text: string, face: Face): string {
  const fonts = lettersOf(face);
  const plain = text.normalize('NFC').replace(/[^\P{Cc}]|[\u2028\u2029]/gu, ' ');
  return clustersOf(plain)
    .map((cluster) => drawable(fonts, cluster))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The letters and signs of a text that no font of ours has, each once. */
export function undrawable(text: string): string[] {
  const fonts = lettersOf('display');
  const clusters = clustersOf(text.normalize('NFC'));
  return [...new Set(clusters.filter((one) => !/^\s+$/.test(one) && !UNSEEN.test(one) && drawable(fonts, one) === ''))];
}

/** Pieces that one font draws, as one reads them. */
function byFont({ text }: Run, fonts: readonly Letters[]): { letters: Letters; text: string }[] {
  const pieces: { letters: Letters; text: string }[] = [];
  for (const cluster of clustersOf(text)) {
    const last = pieces.at(-1);
    // A space goes with what stands before it: words then keep their spacing.
    const same =
      last && drawnBy([last.letters], cluster) && (cluster === ' ' || drawnBy(fonts, cluster) === last.letters);
    const letters = same ? last.letters : drawnBy(fonts, cluster);
    if (letters === undefined) continue;
    if (same) last.text += cluster;
    else pieces.push({ letters, text: cluster });
  }
  return pieces;
}

/**
 * Sets a piece in one font. fontkit 2.0.4 throws where a font has a place for the one mark on a letter but not for the other
 * (an `xCoordinate` of null): such a letter then loses its marks. Together letters can do what none does alone, such as a
 * ligature: then all marks go, and fontkit is not asked to place any.
 */
function setPiece(font: Font, text: string, way: 'ltr' | 'rtl'): GlyphRun {
  const set = (words: string, features?: Record<string, boolean>) =>
    font.layout(words, features, undefined, undefined, way);
  const tried = (words: string): GlyphRun | null => {
    try {
      return set(words);
    } catch {
      return null;
    }
  };
  const mended = () =>
    clustersOf(text)
      .map((cluster) => (tried(cluster) ? cluster : withoutMarks(cluster)))
      .join('');
  return tried(text) ?? tried(mended()) ?? set(withoutMarks(text), { mark: false, mkmk: false });
}

/** Sets runs that stand from left to right as letters beside one another: ligatures, joined Arabic, kerning. */
function setRuns(runs: readonly Run[], face: Face): Shaped {
  const fonts = lettersOf(face);
  const glyphs: PlacedGlyph[] = [];
  let advance = 0;
  for (const run of runs) {
    const pieces = byFont(run, fonts);
    for (const { letters, text } of run.rtl ? pieces.toReversed() : pieces) {
      const drawn = Array.from(text)
        .filter((sign) => letters.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
        .join('');
      const line = setPiece(letters.font, drawn, run.rtl ? 'rtl' : 'ltr');
      line.glyphs.forEach((glyph, at) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = line.positions[at] ?? {};
        const outline = () => glyph.path.toSVG();
        glyphs.push({ id: `${letters.name}-${glyph.id}`, x: advance + xOffset, y: yOffset, outline });
        advance += xAdvance;
      });
    }
  }
  return { advance, glyphs };
}

/** Sets one line; `direction` is that of the whole text. */
export function shape(
  line: string,
  { face, direction }: { readonly face: Face; readonly direction: 'ltr' | 'rtl' },
): Shaped {
  return setRuns(runsOf(line, direction), face);
}
