import { INDICATORS } from '../../domain/figures/index.ts';

/** How publishers write "we give no number": CBS a dot (also padded), R `NA`, databases `null`, CBS open data −99997. */
const MISSING: ReadonlySet<string> = new Set(['', '.', '-', 'na', 'n/a', 'null', '-99997', '-99995', '-99996']);

/**
 * A number as it stands in a table: `0.8`, `0,8`, `1.234,5`, `-3.1e-05`. `null` for missing, never 0; undefined for what is
 * no number at all.
 */
export function readNumber(cell: string): number | null | undefined {
  const text = cell.trim();
  if (MISSING.has(text.toLowerCase().replace(/[.,]0+$/, '')) || MISSING.has(text.toLowerCase())) return null;
  const plain = text.includes(',') ? text.replace(/\.(?=\d{3}(?:[.,]|$))/g, '').replace(',', '.') : text;
  if (!/^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

const units = new Map(INDICATORS.map(({ id, unit }) => [id, unit]));
/** The lowest and highest that a figure can be; ingredients are counts. */
const LIMITS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  count: [0, 20_000_000],
  percent: [0, 100],
  grade: [1, 10],
  index: [0, 10_000],
  score: [-5, 5],
  km: [0, 500],
};

/** Why a number cannot be right for this indicator; null when it can. */
export function implausible(value: number, indicator: string): string | null {
  const [low, high] = LIMITS[units.get(indicator) ?? 'count'] ?? [0, 1_000_000_000];
  return value < low || value > high ? `should lie between ${String(low)} and ${String(high)}` : null;
}

/** What a row is about: an area of which figures can be stored, the whole country, or a code of a form that is not known. */
export function readCode(cell: string): string | 'country' | 'unknown' {
  const code = cell.trim().toUpperCase();
  // BBGA calls the whole city STAD.
  if (code === 'STAD') return 'GM0363';
  if (/^NL\d*$/.test(code)) return 'country';
  const forms = /^(?:BU\d{4}[0-9A-Z]{4}|WK\d{4}[0-9A-Z]{2}|GM\d{4}|DX\d{2}|[A-Z]|\d{14}|GGW[0-9A-Z]+)$/;
  return forms.test(code) ? code : 'unknown';
}

/** `2024JJ00` (CBS open data) and `2024` are 2024; `2023-2024` stays. Null when it is no year. */
export function readPeriod(cell: string): string | null {
  const text = cell.trim();
  const year = /^(\d{4})(?:JJ00)?$/.exec(text)?.[1];
  return year ?? (/^\d{4}[-/]\d{4}$/.test(text) ? text.replace('/', '-') : null);
}
