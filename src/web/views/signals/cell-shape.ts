import { squareKey, type MapFrame } from '../../../domain/signals/index.ts';

/** A cell on the drawing: path data of its surface and of its border, and where a mark stands on it. */
export interface CellShape {
  readonly area: string;
  readonly border: string;
  readonly x: number;
  readonly y: number;
}

interface Square {
  readonly x: number;
  readonly y: number;
}

/** Draws some squares of the grid as one piece: no lines between them. Empty paths for no squares. */
export function cellShape(squares: readonly Square[], frame: MapFrame): CellShape {
  const { side } = frame;
  const corner = ({ x, y }: Square) =>
    [frame.left + (x - frame.west) * side, frame.top + (frame.north - y) * side] as const;
  const own = new Set(squares.map(({ x, y }) => squareKey(x, y)));
  const isOwn = (x: number, y: number) => own.has(squareKey(x, y));
  const sorted = squares.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const border = sorted.flatMap(({ x, y }) => {
    const [left, top] = corner({ x, y });
    return [
      isOwn(x, y + 1) ? '' : `M${String(left)} ${String(top)}h${String(side)}`,
      isOwn(x, y - 1) ? '' : `M${String(left)} ${String(top + side)}h${String(side)}`,
      isOwn(x - 1, y) ? '' : `M${String(left)} ${String(top)}v${String(side)}`,
      isOwn(x + 1, y) ? '' : `M${String(left + side)} ${String(top)}v${String(side)}`,
    ];
  });
  const rows = sorted.map((square) => {
    const [left, top] = corner(square);
    return `M${String(left)} ${String(top)}h${String(side)}v${String(side)}h-${String(side)}z`;
  });
  const [x, y] = corner(middleOf(sorted));
  return { area: rows.join(''), border: border.join(''), x: x + side / 2, y: y + side / 2 };
}

/** The square nearest to the middle of all, halfway between two where there are two: always on the cell. */
function middleOf(squares: readonly Square[]): Square {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const middle = { x: mean(squares.map(({ x }) => x)), y: mean(squares.map(({ y }) => y)) };
  const isFilled = (x: number, y: number) => squares.some((one) => one.x === x && one.y === y);
  const around = [Math.floor, Math.ceil].flatMap((east) => [Math.floor, Math.ceil].map((up) => [east, up] as const));
  if (around.every(([east, up]) => isFilled(east(middle.x), up(middle.y)))) return middle;
  const far = ({ x, y }: Square) => Math.hypot(x - middle.x, y - middle.y);
  return squares.reduce((best, one) => (far(one) < far(best) ? one : best), squares[0] ?? { x: 0, y: 0 });
}
