/** One published number: the atoms that it covers, each once. */
export interface Row {
  readonly atoms: ReadonlySet<string>;
  readonly count: number;
}

const NOTHING = 1e-9;

/**
 * Solves what was published, by Gaussian elimination over `atoms`; gives a function that says what follows for a filter (the sum
 * over its atoms), null when nothing does.
 */
export function solve(rows: readonly Row[], atoms: readonly string[]): (filter: ReadonlySet<string>) => number | null {
  const width = atoms.length;
  const line = (of: ReadonlySet<string>, count: number) => [...atoms.map((atom) => Number(of.has(atom))), count];
  const open = rows.map((row) => line(row.atoms, row.count));
  const solved: { readonly pivot: readonly number[]; readonly column: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    const found = open.findIndex((each) => Math.abs(each[column] ?? 0) > NOTHING);
    const [pivot] = found < 0 ? [] : open.splice(found, 1);
    if (!pivot) continue;
    solved.push({ pivot, column });
    for (const each of open) subtract(each, pivot, column);
  }
  return (filter) => {
    const asked = line(filter, 0);
    for (const { pivot, column } of solved) subtract(asked, pivot, column);
    return asked.slice(0, width).every((value) => Math.abs(value) < NOTHING) ? -(asked[width] ?? 0) : null;
  };
}

function subtract(line: number[], pivot: readonly number[], column: number): void {
  const times = (line[column] ?? 0) / (pivot[column] ?? 1);
  if (times === 0) return;
  for (const [index, value] of pivot.entries()) line[index] = (line[index] ?? 0) - times * value;
}
