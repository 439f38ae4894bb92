/** A place on a drawing, in percent of its width and height: marks keep their size, whatever the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A name on a drawing. `anchor`: on which side of its dot it stands, so that it stays on the sheet. */
export interface Label extends Spot {
  readonly name: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** On the narrowest phone a pin takes this much of the sheet. */
const PIN = 11;
/** A letter and a line of a name, on a sheet of middling size. */
const LETTER = 1.9;
const LINE = 6;
const ROUNDS = 30;

/** Moves pins apart that would hide each other: a little off its place is better than unread. The list tells where it is. */
export function spread(spots: readonly Spot[]): Spot[] {
  const moved = spots.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, one] of moved.entries())
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x || 0.01, other.y - one.y || 0.01];
        const far = Math.hypot(dx, dy);
        if (far >= PIN) continue;
        const push = (PIN - far) / 2 / far;
        one.x -= dx * push;
        one.y -= dy * push;
        other.x += dx * push;
        other.y += dy * push;
      }
  const onSheet = (value: number) => Math.min(100 - PIN / 2, Math.max(PIN / 2, value));
  return moved.map(({ x, y }) => ({ x: onSheet(x), y: onSheet(y) }));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf({ name, anchor, x, y }: Label): Box {
  const wide = name.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - LINE - 1, bottom: y + 2 };
}

/** Keeps the names that can be read: not under a pin and not through a name before it. */
export function fitLabels(names: readonly (Spot & { readonly name: string })[], pins: readonly Spot[]): Label[] {
  const taken = pins.map(({ x, y }): Box => {
    const half = PIN / 2.4;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
  const kept: Label[] = [];
  for (const { name, x, y } of names) {
    const wide = name.length * LETTER;
    const anchor = x - wide / 2 < 1 ? 'start' : x + wide / 2 > 99 ? 'end' : 'middle';
    const label: Label = { name, x, y, anchor };
    const box = boxOf(label);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    kept.push(label);
  }
  return kept;
}
