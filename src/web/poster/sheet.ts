import type { Accent } from '../../domain/buurten/index.ts';
import { escapeHtml } from '../../domain/kernel/index.ts';
import type { Drawing } from '../geo/outline.ts';
import { beside, fitted, squeezed, stack, text, type Block, type Ink } from './blocks.ts';
import { factsOf, footOf, headOf, NOTHING, offOf, otherOf, whenOf, type Style } from './parts.ts';
import { makeMeasure } from './wrap.ts';
import type { SheetSize, SheetWords } from './words.ts';

/** What stands on a sheet of paper. */
export interface Sheet {
  readonly size: SheetSize;
  readonly accent: Accent;
  readonly buurt: { readonly name: string; readonly drawing: Drawing | null };
  readonly place: { readonly name: string; readonly address: string };
  /** Dutch first. */
  readonly words: readonly [SheetWords, ...SheetWords[]];
  /** Why it does not go on; empty when it does. */
  readonly reason: string;
  /** Of the page: as the QR code says it, and as people type it. */
  readonly address: { readonly full: string; readonly short: string };
}

/** The light colours of src/web/layouts/tokens.css, at least 6:1 under white; tests/poster holds the two together. */
export const PAPER_COLOURS: Readonly<Record<Accent, string>> = {
  brick: '#9c3a1c',
  canal: '#1d5580',
  moss: '#3d6428',
  plum: '#76326a',
  ochre: '#7d5200',
  teal: '#0a6560',
  rose: '#a02c55',
  indigo: '#41469b',
};

/** ISO 216, in millimetres. */
const PAPER: Readonly<Record<SheetSize, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
};

/** All is drawn as on an A4; on an A5 the same measures are smaller (√½, exact but for half a millimetre of height). */
const DRAWN_WIDTH = 210;
/** Wider than what any printer leaves white. */
const MARGIN = 13;
const WIDTH = DRAWN_WIDTH - 2 * MARGIN;
/** From nearly empty to overfull. */
const SCALES = [1.25, 1.12, 1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5];
/** Smaller than `alone` (`among` other languages) a title cannot be read from across the stairwell: the rest shrinks first. */
const TITLE = { most: 34, roomy: 24, alone: 19, among: 14, least: 7 };
const MOST_TITLE = 110;
/** Between the parts of a full sheet, and how much more an empty one gets. */
const LEAST_GAP = 5;
const MOST_SPARE = 9;

const columnWidth = (count: number): number => (WIDTH - (count - 1) * 10) / count;

/** Everything between the head and the foot, but for the title. */
function bodyOf(sheet: Sheet, style: Style): { before: Block; after: Block[] } {
  const { ink, scale } = style;
  const [dutch, ...others] = sheet.words;
  const plain = { face: 'text', size: 6.6 * scale, width: WIDTH } as const;
  const said = stack(
    [
      text(dutch.summary, { ...plain, mostLines: 5, balanced: true }, ink),
      text(dutch.audience ?? '', { ...plain, face: 'strong', size: 5.8 * scale, mostLines: 3 }, ink),
    ],
    2 * scale,
  );
  const width = columnWidth(others.length);
  const columns = others.map((words) => ({ block: otherOf(words, sheet.place, { ...style, width }), width }));
  return {
    before: offOf(sheet.words, sheet.reason, style),
    after: [
      said,
      whenOf(dutch, sheet.place, style),
      factsOf(dutch.facts, style, others.length === 0),
      beside(columns, 10),
    ],
  };
}

/** Finds how large everything can be: first the title shrinks, then the rest, until it fills the room and no more. */
function arrange(sheet: Sheet, ink: Ink, room: number): Block {
  const [dutch, ...others] = sheet.words;
  const title = { face: 'display', width: WIDTH, most: TITLE.most, least: TITLE.least, lines: 5 } as const;
  // A title with a very long word is never as large as we want.
  const largest = fitted(dutch.title, { ...title, height: MOST_TITLE }, ink).size;
  const enough = Math.min(largest, others.length === 0 ? TITLE.alone : TITLE.among);
  let tightest = NOTHING;
  for (const scale of SCALES) {
    const style = { ink, accent: PAPER_COLOURS[sheet.accent], scale, width: WIDTH };
    const head = headOf(dutch, sheet.buurt, style);
    const { before, after } = bodyOf(sheet, style);
    const parts = [head, before, ...after].filter(({ height }) => height > 0);
    const gap = LEAST_GAP * scale;
    const left = room - parts.reduce((sum, { height }) => sum + height + gap, 0);
    const shown = fitted(dutch.title, { ...title, height: Math.min(left, MOST_TITLE) }, ink);
    // One of the gaps is the one above the foot.
    const spare = (left - shown.height) / (parts.length + 1);
    tightest = stack([head, before, shown, ...after], gap + Math.min(Math.max(0, spare), MOST_SPARE));
    if (spare >= 0 && shown.size >= (scale > 1 ? TITLE.roomy : enough)) return tightest;
  }
  return squeezed(tightest, room);
}

/** The sheet as SVG in real millimetres: outlines, rectangles and nothing that must be found elsewhere. */
export function drawSheet(sheet: Sheet, title: string): string {
  const paper = PAPER[sheet.size];
  const height = (paper.height * DRAWN_WIDTH) / paper.width;
  const ink: Ink = { measure: makeMeasure(), outlines: new Map() };
  const foot = footOf(sheet.words, sheet.address, { ink, accent: PAPER_COLOURS[sheet.accent], scale: 1, width: WIDTH });
  const main = arrange(sheet, ink, height - 2 * MARGIN - foot.height - LEAST_GAP);
  const body = main.draw(MARGIN, MARGIN) + foot.draw(MARGIN, height - MARGIN - foot.height);
  const letters = [...ink.outlines]
    .filter(([, outline]) => outline !== '')
    .map(([id, outline]) => `<path id="${id}" d="${outline}"/>`)
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nl" width="${paper.width}mm" height="${paper.height}mm" viewBox="0 0 ${DRAWN_WIDTH} ${Number(height.toFixed(3))}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<defs>${letters}</defs>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    body,
    '</svg>\n',
  ].join('\n');
}
