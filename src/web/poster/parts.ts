import type { Drawing } from '../geo/outline.ts';
import { qrDrawing } from '../views/accounts/qr.ts';
import { beside, fitted, flow, mm, panel, rule, stack, text, type Block, type Ink } from './blocks.ts';
import type { SheetWords } from './words.ts';

/** What the parts of a sheet have in common. `scale` makes all letters but the title smaller, when much must fit. */
export interface Style {
  readonly ink: Ink;
  readonly width: number;
  readonly scale: number;
  readonly accent: string;
}

/** On a sheet as high as an A4: 44 millimetres, of which the code itself takes 36; on A5 31 and 25. */
const QR_SIDE = 44;
const EMBLEM_SIDE = 25;
/** Stays with what stands before it: no line begins with a dot. */
const BULLET = '\u00A0· ';
const BLACK = '#000';
const WHITE = '#fff';

export const NOTHING: Block = { height: 0, draw: () => '' };
const square = (side: number, draw: Block['draw']): Block => ({ height: side, draw });

/** Black on white with its own quiet zone, so that a camera finds it on any colour. */
function qr(address: string): Block {
  const { size, path } = qrDrawing(address);
  const scale = String(Number((QR_SIDE / size).toFixed(6)));
  return square(
    QR_SIDE,
    (x, y) =>
      `<rect x="${mm(x)}" y="${mm(y)}" width="${QR_SIDE}" height="${QR_SIDE}" fill="#fff"/><g transform="translate(${mm(x)} ${mm(y)}) scale(${scale})" shape-rendering="crispEdges"><path d="${path}" stroke="#000" stroke-width="1" fill="none"/></g>`,
  );
}

function emblem({ path, width, height }: Drawing, fill: string): Block {
  const scale = EMBLEM_SIDE / 96;
  const [left, top] = [(EMBLEM_SIDE - width * scale) / 2, (EMBLEM_SIDE - height * scale) / 2];
  return square(
    EMBLEM_SIDE,
    (x, y) =>
      `<path transform="translate(${mm(x + left)} ${mm(y + top)}) scale(${mm(scale)})" d="${path}" fill="${fill}" fill-rule="evenodd"/>`,
  );
}

/** A block in the middle of a height. */
const centred = (block: Block, height: number): Block => ({
  height: Math.max(height, block.height),
  draw: (x, y) => block.draw(x, y + Math.max(0, (height - block.height) / 2)),
});

/** The buurt and its outline, over a line across the sheet. */
export function headOf(words: SheetWords, buurt: { name: string; drawing: Drawing | null }, style: Style): Block {
  const { ink, width, accent } = style;
  const room = buurt.drawing ? width - EMBLEM_SIDE - 6 : width;
  const names = stack(
    [
      fitted(buurt.name, { face: 'display', width: room, most: 13, least: 6, lines: 1 }, ink),
      text(words.kind, { face: 'strong', size: 6, width: room, fill: accent }, ink),
    ],
    0.5,
  );
  const inside = centred(names, EMBLEM_SIDE);
  const line = buurt.drawing
    ? beside(
        [
          { block: emblem(buurt.drawing, accent), width: EMBLEM_SIDE },
          { block: inside, width: room },
        ],
        6,
      )
    : inside;
  return stack([line, rule(width, 1.4)], 4);
}

/** That it does not go on: white on black, above everything else. */
export function offOf(all: readonly SheetWords[], reason: string, { ink, width, scale }: Style): Block {
  const inner = width - 16;
  const [dutch, ...others] = all;
  if (!dutch?.off) return NOTHING;
  const lines = [
    fitted(dutch.off, { face: 'display', width: inner, most: 22 * scale, least: 8, lines: 1, fill: WHITE }, ink),
    ...others.map(({ off, direction }) =>
      text(
        off ?? '',
        { face: 'strong', size: 8 * scale, width: inner, fill: WHITE, align: direction === 'rtl' ? 'right' : 'left' },
        ink,
      ),
    ),
    text(reason, { face: 'text', size: 5.8 * scale, width: inner, fill: WHITE, mostLines: 4 }, ink),
  ];
  return panel(stack(lines, 2), { width, padding: 8 * scale, fill: BLACK });
}

/** The day, as large as the sheet allows, and the place beside it: white on the colour of the buurt, dark enough in grey too. */
export function whenOf(words: SheetWords, place: { name: string; address: string }, style: Style): Block {
  const { ink, scale, accent } = style;
  const padding = 8 * scale;
  const inner = style.width - 2 * padding;
  const gap = 8;
  const left = (inner - gap) * (place.name.length + place.address.length > 100 ? 0.42 : 0.55);
  const right = inner - gap - left;
  const head = { face: 'display', fill: WHITE, lines: 1 } as const;
  const day = stack(
    [
      fitted(words.weekday, { ...head, width: left, most: 10 * scale, least: 4.6 }, ink),
      fitted(words.day, { ...head, width: left, most: 25 * scale, least: 6 }, ink),
      fitted(words.hours, { ...head, face: 'strong', width: left, most: 8.4 * scale, least: 4.2 }, ink),
    ],
    0.8,
  );
  const where = stack(
    [
      fitted(place.name, { ...head, width: right, most: 10 * scale, least: 4.8, lines: 3, mostLines: 4 }, ink),
      fitted(
        place.address,
        { face: 'text', fill: WHITE, width: right, most: 6.4 * scale, least: 4.4, lines: 3, mostLines: 5 },
        ink,
      ),
    ],
    2,
  );
  const height = Math.max(day.height, where.height);
  const both = beside(
    [
      { block: centred(day, height), width: left },
      { block: centred(where, height), width: right },
    ],
    gap,
  );
  return panel(both, { width: style.width, padding, fill: accent });
}

/** A tick, drawn: our fonts have none. */
const tick = (size: number, colour: string): Block => ({
  height: size,
  draw: (x, y) =>
    `<path transform="translate(${mm(x)} ${mm(y)}) scale(${mm(size / 10)})" d="M1 5.8L4 8.8L9.4 2" fill="none" stroke="${colour}" stroke-width="1.9"/>`,
});

/** What is good to know, always in words: in two columns where there is room, and otherwise one after another. */
export function factsOf(facts: readonly string[], { ink, width, scale, accent }: Style, roomy: boolean): Block {
  const [size, gap] = [(roomy ? 5.8 : 5.2) * scale, 8];
  const column = (width - gap) / 2;
  const mark = size * 1.5;
  const most = roomy ? column - mark : width - mark;
  const items = facts.map((fact) => {
    const words = text(fact, { face: 'strong', size, width: most, mostLines: 3 }, ink);
    const sign = square(size * 1.1, (x, y) => tick(size, accent).draw(x, y + size * 0.1));
    const blocks = [
      { block: sign, width: mark },
      { block: words, width: most },
    ];
    return {
      block: beside(blocks, 0),
      width: mark + Math.min(most, (ink.measure.width(fact, 'strong') * size) / 1000),
    };
  });
  if (!roomy) return flow(items, { width, gap: size * 1.4, between: 0.8 * scale });
  const half = Math.ceil(items.length / 2);
  const columns = [items.slice(0, half), items.slice(half)].map((part) => ({
    block: stack(
      part.map(({ block }) => block),
      1.2 * scale,
    ),
    width: column,
  }));
  return beside(columns, gap);
}

/** The same in another language: what it is, when, where, and what to do. With room for it in two columns. */
export function otherOf(words: SheetWords, place: { name: string; address: string }, style: Style): Block {
  const { ink, scale, accent } = style;
  const [gap, halves] = [8, style.width > 120];
  const width = halves ? (style.width - gap) / 2 : style.width;
  const align = words.direction === 'rtl' ? 'right' : 'left';
  const plain = { face: 'text', size: 5.2 * scale, width, align } as const;
  const strong = { face: 'strong', size: 5.6 * scale, width, align } as const;
  const what = [
    text(words.name, { ...strong, size: 4.8 * scale, fill: accent }, ink),
    fitted(words.title, { face: 'display', width, align, most: 10 * scale, least: 4.8, lines: 3 }, ink),
    text(words.summary, { ...plain, mostLines: 5 }, ink),
  ];
  const how = [
    text(words.when, strong, ink),
    text(`${place.name}, ${place.address}`, { ...plain, mostLines: 3 }, ink),
    text(words.facts.join(BULLET), { ...plain, mostLines: 5 }, ink),
    text([words.join, words.call ?? []].flat().join(BULLET), { ...strong, fill: accent }, ink),
  ];
  const between = 1.6 * scale;
  const line = rule(style.width, 0.7);
  if (!halves) return stack([line, ...what, ...how], between);
  const columns = [what, how].map((part) => ({ block: stack(part, between), width }));
  return stack([line, beside(align === 'right' ? columns.toReversed() : columns, gap)], 2.4 * scale);
}

/** How to sign up: the code, the address in words, the telephone. In every language of the sheet. */
export function footOf(
  all: readonly SheetWords[],
  address: { readonly full: string; readonly short: string },
  { ink, width, accent }: Style,
): Block {
  const [words, ...others] = all;
  if (!words) throw new Error('A sheet has no language');
  const [gap, border] = [8, 1];
  const room = width - QR_SIDE - 2 * border - gap;
  const most = others.length > 1 ? 9.5 : 12;
  const told = stack(
    [
      fitted(words.join, { face: 'display', width: room, most, least: 6, lines: 2 }, ink),
      text(words.scan, { face: 'text', size: 5, width: room }, ink),
      fitted(address.short, { face: 'strong', width: room, most: 6, least: 4, lines: 2, mostLines: 4 }, ink),
      ...(words.call === null ? [] : [text(words.call, { face: 'strong', size: 5.4, width: room }, ink)]),
      text(words.organiser, { face: 'text', size: 4.8, width: room, mostLines: 2 }, ink),
    ],
    1.2,
  );
  const height = QR_SIDE + 2 * border;
  const code = square(
    height,
    (x, y) =>
      `<rect x="${mm(x)}" y="${mm(y)}" width="${height}" height="${height}" rx="1.5" fill="${accent}"/>${qr(address.full).draw(x + border, y + border)}`,
  );
  return beside(
    [
      { block: code, width: height },
      { block: centred(told, height), width: room },
    ],
    gap,
  );
}
