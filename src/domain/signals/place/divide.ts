import { squareKey } from '../plain/index.ts';
import type { Square } from './shares.ts';

/** A square in which some of the buurt lies, and how many homes there are in that part. */
export interface CountedSquare extends Square {
  readonly homes: number;
}

/** The four quarters of a square, in the order in which an id names them. */
export const QUARTERS = ['nw', 'ne', 'sw', 'se'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** A square of `side` squares (1, 2, 4 or 8) by its south-west corner; `quarters`: only these of it, null for the whole. */
export interface Block extends Square {
  readonly side: number;
  readonly quarters: readonly Quarter[] | null;
}

/** A cell in the making: its place on the grid, and what of the buurt it holds. */
export interface Part extends Block {
  readonly squares: readonly CountedSquare[];
  readonly homes: number;
}

/** 800 m: where even so much holds too few homes, the buurt itself is the place. */
const LARGEST = 8;

/**
 * Divides a buurt into cells that hold `least` homes at least. The grid is fixed: squares of 800 m in RD, each divided in four
 * as often as it can be, down to 100 m. A quarter with too few homes goes together with the other quarters of its square: first
 * with those that have too few as well, then with the neighbour that has the fewest, until there are enough. So every square of a
 * block with enough homes is in exactly one cell; a block of 800 m with too few has no cell at all.
 */
export const divide = (squares: readonly CountedSquare[], least: number): Part[] => {
  const at = ({ x, y }: Square) => ({ x: floorTo(x, LARGEST), y: floorTo(y, LARGEST) });
  const blocks = Map.groupBy(squares, (square) => squareKey(at(square).x, at(square).y));
  return [...blocks.values()].flatMap((members) => {
    const [first] = members;
    const whole = first && partOf({ ...at(first), side: LARGEST, quarters: null }, members);
    return whole ? divided(whole, least) : [];
  });
};

const floorTo = (value: number, step: number) => Math.floor(value / step) * step;

const partOf = (block: Block, squares: readonly CountedSquare[]): Part => ({
  ...block,
  squares,
  homes: squares.reduce((sum, { homes }) => sum + homes, 0),
});

/** The cells of a block; none when it holds too few homes altogether. */
function divided(block: Part, least: number): Part[] {
  if (block.homes < least) return [];
  if (block.side === 1) return [block];
  const quarters = quartersOf(block);
  const rest = leftOver(quarters, least);
  const others = quarters.filter((quarter) => !rest.includes(quarter)).flatMap(({ part }) => divided(part, least));
  if (rest.length === 0) return others;
  if (rest.length === quarters.length) return [block];
  const names = QUARTERS.filter((name) => rest.some((one) => one.name === name));
  const joined = partOf(
    { ...block, quarters: names },
    rest.flatMap(({ part }) => part.squares),
  );
  return [joined, ...others];
}

interface NamedPart {
  readonly name: Quarter;
  readonly part: Part;
}

/** Which quarter of its block a square lies in. */
function quarterOf({ x, y, side }: Block, square: Square): Quarter {
  const east = square.x >= x + side / 2;
  if (square.y >= y + side / 2) return east ? 'ne' : 'nw';
  return east ? 'se' : 'sw';
}

const cornerOf = ({ x, y, side }: Block, name: Quarter): Square => ({
  x: name.endsWith('e') ? x + side / 2 : x,
  y: name.startsWith('n') ? y + side / 2 : y,
});

/** The quarters in which some of the buurt lies. */
function quartersOf(block: Part): NamedPart[] {
  const members = Map.groupBy(block.squares, (square) => quarterOf(block, square));
  return QUARTERS.flatMap((name) => {
    const squares = members.get(name);
    const quarter = { ...cornerOf(block, name), side: block.side / 2, quarters: null };
    return squares ? [{ name, part: partOf(quarter, squares) }] : [];
  });
}

/** The quarters that cannot be by themselves, with as many of the others as they need; empty when all can. */
function leftOver(quarters: readonly NamedPart[], least: number): NamedPart[] {
  const rest = quarters.filter(({ part }) => part.homes < least);
  const others = quarters.filter(({ part }) => part.homes >= least).toSorted((a, b) => a.part.homes - b.part.homes);
  while (rest.length > 0 && (homesIn(rest) < least || !isOnePiece(rest))) {
    const next = others.find((other) => isOnePiece([...rest, other])) ?? others[0];
    if (!next) break;
    rest.push(next);
    others.splice(others.indexOf(next), 1);
  }
  return rest;
}

const homesIn = (rest: readonly NamedPart[]) => rest.reduce((sum, { part }) => sum + part.homes, 0);

/** Two quarters that only meet in the middle look like two cells. */
function isOnePiece(rest: readonly NamedPart[]): boolean {
  const [one, other, ...more] = rest.map(({ name }) => name);
  if (one === undefined || other === undefined || more.length > 0) return true;
  return one[0] === other[0] || one[1] === other[1];
}
