export interface Line {
  readonly what: string;
  readonly value: number;
  readonly goal?: string;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const meets = ({ value, goal }: Line): string => {
  const [sign, bound] = goal?.split(' ') ?? [];
  if (sign === undefined) return '';
  const met = sign === '≥' ? value >= Number(bound) : value <= Number(bound);
  return `${met ? 'met' : 'NOT MET'} (${goal ?? ''})`;
};

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  for (const line of lines) {
    const value = line.value >= 100 ? String(Math.round(line.value)) : line.value.toFixed(2);
    console.log(`  ${line.what.padEnd(66)} ${value.padStart(8)}  ${meets(line)}`);
  }
}
