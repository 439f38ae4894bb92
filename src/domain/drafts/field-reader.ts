import { addDays, instantOf, isDay, type Day, type LonLat } from '../kernel/index.ts';
import { valuesOf, type DraftFields } from './draft.ts';
import type { Problem, ProblemReason } from './problem.ts';

/** The Netherlands in Europe, in degrees: lowest and highest. */
const LON = [3.2, 7.3] as const;
const LAT = [50.7, 53.7] as const;
const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

const TIME_PROBLEMS = {
  'no-such-day': 'no-such-day',
  'no-such-time': 'no-such-time',
  skipped: 'time-skipped',
  twice: 'time-twice',
} as const satisfies Record<string, ProblemReason>;

export interface Length {
  /** Characters, as a person counts them. */
  readonly max: number;
  readonly optional?: boolean;
}

interface Details {
  readonly index?: number;
  readonly values?: Problem['values'];
}

/**
 * Reads what was typed. Every answer is usable, also of a field that is not right: it then adds a problem and gives the
 * nearest thing (an empty text, the first choice), so that a text that is not finished can be previewed.
 */
export class FieldReader {
  readonly problems: Problem[] = [];
  readonly #fields: DraftFields;

  constructor(fields: DraftFields) {
    this.#fields = fields;
  }

  report(field: string, reason: ProblemReason, { index = 0, values = {} }: Details = {}): void {
    this.problems.push({ field, index, reason, values });
  }

  /** As typed, without the spaces around it. */
  raw(field: string): string {
    return this.all(field)[0] ?? '';
  }

  /** All values of a field that can be there more than once, each in its place: also the empty ones. */
  all(field: string): readonly string[] {
    return valuesOf(this.#fields, field).map((text) => text.trim());
  }

  ticked(field: string): boolean {
    return this.raw(field) === 'on';
  }

  text(field: string, { max, optional = false }: Length): string {
    const value = this.raw(field);
    const length = [...value].length;
    if (length === 0 && !optional) this.report(field, 'required');
    if (length > max) this.report(field, 'too-long', { values: { max, length } });
    return value;
  }

  /** One of several: empty is right, and means that there is nothing in this place. */
  textAt(field: string, index: number, { max }: Pick<Length, 'max'>): string {
    const value = this.all(field)[index] ?? '';
    const length = [...value].length;
    if (length > max) this.report(field, 'too-long', { index, values: { max, length } });
    return value;
  }

  choice<const Choice extends string>(field: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.raw(field);
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) this.report(field, value === '' ? 'required' : 'unknown-choice');
    return found ?? choices[0];
  }

  /** One of these ids, or none. */
  reference(field: string, ids: readonly string[], index = 0): string | null {
    const value = this.all(field)[index] ?? '';
    if (value === '') return null;
    if (ids.includes(value)) return value;
    this.report(field, 'unknown-choice', { index });
    return null;
  }

  /** Some of these ids, each once, in the order in which they were chosen. */
  references(field: string, ids: readonly string[]): string[] {
    const chosen = [...new Set(this.all(field))].filter((id) => id !== '');
    const known = chosen.filter((id) => ids.includes(id));
    if (known.length < chosen.length) this.report(field, 'unknown-choice');
    return known;
  }

  /** A day that may be left open. */
  optionalDay(field: string, index = 0): Day | null {
    const value = this.all(field)[index] ?? '';
    if (value === '' || isDay(value)) return value === '' ? null : value;
    this.report(field, 'no-such-day', { index });
    return null;
  }

  day(field: string, fallback: Day): Day {
    if (this.raw(field) === '') this.report(field, 'required');
    return this.optionalDay(field) ?? fallback;
  }

  /** A whole number, with or without the dots that the Dutch put between thousands; null when it was left open. */
  whole(field: string, min: number, max: number): number | null {
    const value = this.raw(field);
    if (value === '') return null;
    if (!/^(-?\d{1,3}(\.\d{3})+|-?\d{1,9})$/.test(value)) {
      this.report(field, 'not-whole');
      return null;
    }
    const number = Number(value.replaceAll('.', ''));
    if (number < min) this.report(field, 'too-small', { values: { min } });
    if (number > max) this.report(field, 'too-large', { values: { max } });
    return number;
  }

  /** The instant of a Dutch day and hour; the problem stands at the field that causes it. */
  instant(dayField: string, timeField: string): Date | null {
    if (this.raw(dayField) === '') this.report(dayField, 'required');
    if (this.raw(timeField) === '') this.report(timeField, 'required');
    return this.raw(timeField) === '' ? null : this.optionalInstant(dayField, timeField, '');
  }

  /** The same where nothing need be typed; a day alone gets this time, an hour alone wants its day. Null when left open. */
  optionalInstant(dayField: string, timeField: string, usual: string): Date | null {
    const day = this.raw(dayField);
    const typed = this.raw(timeField)
      .replace('.', ':')
      .replace(/^(\d):/, '0$1:');
    if (day === '') {
      if (typed !== '' && usual !== '') this.report(dayField, 'needs-partner');
      return null;
    }
    const time = typed === '' ? usual : typed;
    const found = instantOf(day, time);
    if (found.ok) return found.value;
    const reason = TIME_PROBLEMS[found.reason];
    this.report(reason === 'no-such-day' ? dayField : timeField, reason);
    return null;
  }

  /** A point as two numbers, in degrees, in either order: in the Netherlands the two cannot be confused. Null when left open. */
  point(field: string, index = 0): LonLat | null {
    const value = this.all(field)[index] ?? '';
    if (value === '') return null;
    const numbers = /^(-?\d{1,3}(?:\.\d{1,15})?)[\s,;]+(-?\d{1,3}(?:\.\d{1,15})?)$/.exec(value);
    const [first, second] = [Number(numbers?.[1]), Number(numbers?.[2])];
    const latFirst = within(first, LAT) && within(second, LON);
    const [lon, lat] = latFirst ? [second, first] : [first, second];
    if (within(lon, LON) && within(lat, LAT)) return { lon, lat };
    this.report(field, numbers === null ? 'bad-point' : 'outside-netherlands', { index });
    return null;
  }
}

/** A point as it stands in a field; seven decimals are a centimetre (RFC 7946, 11.2). */
export const writePoint = (point: LonLat | null): string =>
  point === null ? '' : `${Number(point.lat.toFixed(7))}, ${Number(point.lon.toFixed(7))}`;

/** How far ahead a day may lie: further is nearly always a slip in the year. */
export const furthestDay = (today: Day): Day => addDays(today, 5 * 366);
