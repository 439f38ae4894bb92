import type { Indicator, Reading } from './figure.ts';
import type { Entry, Ledger } from './ledger.ts';

/** Below this share of its people (or homes) known, parts do not speak for the whole. */
const ENOUGH_KNOWN = 0.9;

/** Some areas taken as one: a buurt (one code or a union), a borough, a city. */
export interface Whole {
  readonly codes: readonly string[];
  /**
   * The smaller areas that a code consists of, for what the sources do not say of the code itself. One list per way in which
   * it was ever divided; the first of which something is known is used, so that nobody is counted twice.
   */
  readonly divisionsOf: (code: string) => readonly (readonly string[])[];
}

interface Question {
  readonly ledger: Ledger;
  readonly indicator: Indicator;
  readonly period: string;
}

/** The indicator by which areas weigh; a sum is checked by people. */
function weightOf({ combine }: Indicator): string {
  if (combine.by === 'mean') return combine.weight;
  return combine.by === 'ratio' ? combine.whole : 'population';
}

/** What is known of one code by itself: as the source gives it, or worked out from its counts. */
function ofCode(code: string, { ledger, indicator, period }: Question): Entry {
  const given = ledger.entry(code, indicator.id, period);
  if (typeof given === 'number' || indicator.combine.by !== 'ratio') return given;
  const { part, whole, times } = indicator.combine;
  const counted = ledger.entry(code, part, period);
  const outOf = ledger.nearEntry(code, whole, period);
  if (counted === undefined || outOf === undefined) return given;
  return counted === null || outOf === null || outOf === 0 ? null : (counted / outOf) * times;
}

/** The code itself when something is known of it, else its parts. */
function leavesOf(code: string, { divisionsOf }: Whole, question: Question): readonly string[] {
  const isNamed = (one: string) => ofCode(one, question) !== undefined;
  return isNamed(code) ? [code] : (divisionsOf(code).find((parts) => parts.some(isNamed)) ?? [code]);
}

interface Part {
  readonly value: Entry;
  readonly weight: number;
  /** Of a ratio, what is counted there: also where nobody lives, such as crimes at a station. */
  readonly counted: number | null;
}

function partOf(code: string, question: Question, weight: number): Part {
  const { ledger, indicator, period } = question;
  const value = ofCode(code, question);
  if (indicator.combine.by !== 'ratio') return { value, weight, counted: null };
  const counted = ledger.entry(code, indicator.combine.part, period);
  const reckoned = typeof value === 'number' ? (value * weight) / indicator.combine.times : null;
  return { value, weight, counted: counted ?? reckoned };
}

const isKnown = ({ value, counted }: Part): boolean => typeof value === 'number' || counted !== null;

function combined(parts: readonly Part[], { combine }: Indicator): number | null {
  const values = parts.map(({ value, weight }) => ({ value: value ?? 0, weight }));
  if (combine.by === 'sum') return values.reduce((sum, { value }) => sum + value, 0);
  const total = sumOf(parts);
  if (total === 0) return null;
  if (combine.by === 'ratio')
    return (parts.reduce((sum, { counted }) => sum + (counted ?? 0), 0) / total) * combine.times;
  return values.reduce((sum, { value, weight }) => sum + value * (weight / total), 0);
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { weight }) => sum + weight, 0);

/** The figure of a whole in one period, and how many people (or homes) it is about. */
function answer(whole: Whole, question: Question): { value: Entry; weight: number | undefined } {
  const { ledger, indicator, period } = question;
  const weigh = (code: string) => ledger.nearEntry(code, weightOf(indicator), period) ?? undefined;
  const [only, ...more] = whole.codes;
  if (only !== undefined && more.length === 0) {
    const value = ofCode(only, question);
    if (value !== undefined) return { value, weight: weigh(only) };
  }
  const leaves = whole.codes.flatMap((code) => leavesOf(code, whole, question));
  const parts = leaves.map((code) => partOf(code, question, weigh(code) ?? 0));
  if (indicator.combine.by === 'none' || parts.every(({ value }) => value === undefined))
    return { value: undefined, weight: undefined };
  const stated = whole.codes.reduce((sum, code) => sum + (weigh(code) ?? 0), 0);
  const known = parts.filter(isKnown);
  const enough = known.length > 0 && sumOf(known) >= ENOUGH_KNOWN * Math.max(sumOf(parts), stated);
  return { value: enough ? combined(known, indicator) : null, weight: sumOf(known) };
}

/** What a page may say of an indicator of a whole in one period. */
export function readingOf(whole: Whole, question: Question): Reading {
  const { indicator, period } = question;
  const { value, weight } = answer(whole, question);
  if (value === undefined) return { state: 'no-data' };
  if (value === null) return { state: 'unknown', period };
  const few =
    indicator.combine.by === 'sum'
      ? value > 0 && value < indicator.tooFewBelow
      : (weight ?? Infinity) < indicator.tooFewBelow;
  return few ? { state: 'too-few', period } : { state: 'value', value, period };
}
