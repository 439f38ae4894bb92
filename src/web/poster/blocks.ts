import { directionOf } from './bidi.ts';
import type { Face } from './faces.ts';
import { shape } from './shape.ts';
import { mustCut, wrap, type Measure } from './wrap.ts';

/** Something on a sheet: how high it is, and what it looks like with its upper left corner there. In millimetres. */
export interface Block {
  readonly height: number;
  readonly draw: (x: number, y: number) => string;
}

/** What drawing a sheet needs: how wide words are, and the outlines of the letters that were used. */
export interface Ink {
  readonly measure: Measure;
  readonly outlines: Map<string, string>;
}

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly width: number;
  readonly fill?: string;
  /** Distance between baselines, in sizes. */
  readonly leading?: number;
  readonly align?: 'left' | 'right';
  /** What is more is cut off with an ellipsis. */
  readonly mostLines?: number;
  /** Lines of about the same length, so that no word stands alone: for titles. */
  readonly balanced?: boolean;
}

/** Millimetres with a thousandth: finer than any printer. */
export const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

const LEADING: Readonly<Record<Face, number>> = { display: 1.02, strong: 1.2, text: 1.32 };
/** Arabic has more above and below its line. */
const ARABIC = /\p{Script=Arabic}/u;
/** Half the height of a capital: letters stand in the middle of their line. */
const HALF_CAP = 0.335;

function drawLine(line: string, style: TextStyle, ink: Ink): Block['draw'] {
  const { advance, glyphs } = shape(line, { face: style.face, direction: directionOf(line) });
  for (const { id, outline } of glyphs) if (!ink.outlines.has(id)) ink.outlines.set(id, outline());
  const scale = style.size / 1000;
  const left = style.align === 'right' ? style.width - advance * scale : 0;
  const letters = glyphs
    .filter(({ id }) => ink.outlines.get(id) !== '')
    .map(({ id, x, y }) => `<use href="#${id}" x="${Math.round(x)}"${y === 0 ? '' : ` y="${Math.round(y)}"`}/>`)
    .join('');
  const [wide, high] = [scale, -scale].map((value) => String(Number(value.toFixed(6))));
  return (x, y) => `<g transform="translate(${mm(x + left)} ${mm(y)}) scale(${wide} ${high})">${letters}</g>`;
}

/** The lines that may stay; the last one says that there was more. */
function shorten(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${last.replace(/[\s.,;:-]+$/, '').replace(/\s\S+$/, '')} …`];
}

/** As many lines as a width needs, each about as long as the others. */
function balancedLines(words: string, style: TextStyle, ink: Ink): readonly string[] {
  const all = wrap(words, style, ink.measure);
  if (all.cut || all.lines.length < 2) return all.lines;
  let [narrow, wide] = [0, style.width];
  let best = all.lines;
  while (wide - narrow > 1) {
    const width = (narrow + wide) / 2;
    const tried = mustCut(words, { ...style, width }, ink.measure)
      ? []
      : wrap(words, { ...style, width }, ink.measure).lines;
    const same = tried.length === all.lines.length;
    if (same) best = tried;
    [narrow, wide] = same ? [narrow, width] : [width, wide];
  }
  return best;
}

/** A paragraph. Each line goes the way of its own first letter, and stands at the side that `align` says. */
export function text(words: string, style: TextStyle, ink: Ink): Block {
  const { face, size, mostLines = 99, fill = '#000' } = style;
  const all = style.balanced ? balancedLines(words, style, ink) : wrap(words, style, ink.measure).lines;
  const lines = shorten(all, mostLines);
  const leading = (style.leading ?? LEADING[face]) * (ARABIC.test(words) ? 1.22 : 1) * size;
  const middle = (at: number) => (at + 0.5) * leading + HALF_CAP * size;
  return {
    height: lines.length * leading,
    // Letters are set only when they are drawn: most sizes that are tried are not.
    draw: (x, y) =>
      `<g fill="${fill}">${lines.map((line, at) => drawLine(line, style, ink)(x, y + middle(at))).join('')}</g>`,
  };
}

/** The largest size from `most` down to `least` at which the words take no more than so many lines and no more height. */
export function fitted(
  words: string,
  { most, least, lines, height = Infinity, ...style }: Omit<TextStyle, 'size'> & Fit,
  ink: Ink,
): Block & { readonly size: number } {
  const step = Math.max(0.25, (most - least) / 40);
  const balanced = lines > 1;
  for (let size = most; size > least; size -= step) {
    if (mustCut(words, { ...style, size }, ink.measure)) continue;
    if (wrap(words, { ...style, size }, ink.measure).lines.length > lines) continue;
    const block = text(words, { ...style, size, balanced }, ink);
    if (block.height <= height) return { ...block, size };
  }
  return { ...text(words, { ...style, size: least, balanced }, ink), size: least };
}

export interface Fit {
  readonly most: number;
  readonly least: number;
  readonly lines: number;
  readonly height?: number;
}

/** Blocks below one another with so much between them; what takes no height takes no gap. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const seen = blocks.filter(({ height }) => height > 0);
  const height = seen.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, seen.length - 1);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return seen
        .map((block) => {
          const drawn = block.draw(x, top);
          top += block.height + gap;
          return drawn;
        })
        .join('');
    },
  };
}

/** Blocks beside one another, from the left, each with its own width. */
export function beside(blocks: readonly { readonly block: Block; readonly width: number }[], gap: number): Block {
  return {
    height: Math.max(0, ...blocks.map(({ block }) => block.height)),
    draw: (x, y) => {
      let left = x;
      return blocks
        .map(({ block, width }) => {
          const drawn = block.draw(left, y);
          left += width + gap;
          return drawn;
        })
        .join('');
    },
  };
}

/** Blocks after one another like words on a line, as many lines as it takes. */
export function flow(
  blocks: readonly { readonly block: Block; readonly width: number }[],
  { width, gap, between }: { readonly width: number; readonly gap: number; readonly between: number },
): Block {
  const lines: { block: Block; width: number }[][] = [];
  let left = 0;
  for (const one of blocks) {
    const last = lines.at(-1);
    if (last && left + gap + one.width <= width) {
      last.push(one);
      left += gap + one.width;
    } else {
      lines.push([one]);
      left = one.width;
    }
  }
  return stack(
    lines.map((line) => beside(line, gap)),
    between,
  );
}

/** The same, smaller: for when nothing else made it fit. */
export function squeezed(block: Block, height: number): Block {
  if (block.height <= height) return block;
  const scale = Math.max(0, height) / block.height;
  return {
    height,
    draw: (x, y) => `<g transform="translate(${mm(x)} ${mm(y)}) scale(${mm(scale)})">${block.draw(0, 0)}</g>`,
  };
}

/** A block on a plane of one colour. */
export function panel(block: Block, { width, padding, fill }: { width: number; padding: number; fill: string }): Block {
  const height = block.height + 2 * padding;
  return {
    height,
    draw: (x, y) =>
      `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" rx="1.5" fill="${fill}"/>${block.draw(x + padding, y + padding)}`,
  };
}

export const rule = (width: number, thickness: number): Block => ({
  height: thickness,
  draw: (x, y) => `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(thickness)}"/>`,
});
