import type { Skipped } from '../../domain/buurten/index.ts';
import type { Figure, FigureFile, FigureSource } from '../../domain/figures/index.ts';
import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';
import type { Format } from './formats.ts';
import { columnKey, readTable, type Table } from './table.ts';
import { implausible, readCode, readNumber, readPeriod } from './values.ts';

/** What whoever imports may tell, when the file does not. */
export interface FigureOptions {
  /** The year of the figures, for tables without a column of years: `2024`. Else the one in the name of the file. */
  readonly period?: string | undefined;
  /** Another title for the source; else that of the layout. */
  readonly source?: string | undefined;
}

/** A column with figures: where it stands, what it is called in the file, and what it is about. */
interface Column {
  readonly at: number;
  readonly heading: string;
  readonly indicator: string;
  /** Of a column that names its own year. */
  readonly period: string | null;
}

/** Which columns hold what, by their place. */
interface Plan {
  readonly code: number;
  readonly period: number;
  readonly columns: readonly Column[];
  /** Where the name and the number stand, when each row is about one indicator. */
  readonly long: {
    readonly variable: number;
    readonly value: number;
    readonly indicators: Readonly<Record<string, string>>;
  } | null;
  readonly unused: readonly string[];
}

function planOf({ format, headings }: Table): Plan {
  const keys = headings.map(columnKey);
  const at = (key: string) => keys.indexOf(key);
  const period =
    (format.period ?? '')
      .split('|')
      .map(at)
      .find((place) => place >= 0) ?? -1;
  const columns = keys.flatMap((key, place): Column[] => {
    const target = format.columns[key];
    if (target === undefined) return [];
    const { indicator, period: own } = typeof target === 'string' ? { indicator: target, period: null } : target;
    return [{ at: place, heading: headings[place] ?? key, indicator, period: own }];
  });
  const { long } = format;
  const used = [
    at(format.code),
    period,
    ...columns.map((column) => column.at),
    at(long?.variable ?? ''),
    at(long?.value ?? ''),
  ];
  return {
    code: at(format.code),
    period,
    columns,
    long: long && { variable: at(long.variable), value: at(long.value), indicators: long.variables },
    unused: headings.filter((_, place) => !used.includes(place) && !format.about.includes(keys[place] ?? '')),
  };
}

/** Collects what is left out, per reason. */
function makeSkipList() {
  const reasons = new Map<string, { of: Skipped['of']; names: string[]; count: number }>();
  return {
    add(of: Skipped['of'], why: string, name: string) {
      const one = reasons.get(why) ?? { of, names: [], count: 0 };
      one.count += 1;
      if (!one.names.includes(name)) one.names.push(name);
      reasons.set(why, one);
    },
    list: (): Skipped[] =>
      [...reasons].map(([why, { of, names, count }]) => ({ count, of, why, what: nameFew(names, 10) })),
  };
}
type SkipList = ReturnType<typeof makeSkipList>;

interface Cell {
  readonly heading: string;
  readonly indicator: string;
  readonly text: string;
  readonly period: string | null;
}

/** The figures of one row, still as text. */
function cellsOf(cells: readonly string[], plan: Plan, skips: SkipList): Cell[] {
  if (plan.long === null)
    return plan.columns.map(({ at, heading, indicator, period }) => ({
      heading,
      indicator,
      period,
      text: cells[at] ?? '',
    }));
  const variable = (cells[plan.long.variable] ?? '').trim();
  const indicator = plan.long.indicators[variable.toLowerCase()];
  if (indicator === undefined) {
    skips.add('row', 'the portal has no indicator for this variable', variable || '(empty)');
    return [];
  }
  return [{ heading: variable, indicator, period: null, text: cells[plan.long.value] ?? '' }];
}

interface Reader {
  readonly plan: Plan;
  readonly source: FigureSource;
  /** The period of the whole file; null when its rows tell. */
  readonly period: string | null;
  readonly skips: SkipList;
}

function readRow({ line, cells }: Table['rows'][number], { plan, source, period, skips }: Reader): Figure[] {
  const row = `row ${String(line)}`;
  const areaCode = readCode(cells[plan.code] ?? '');
  const shown = (cells[plan.code] ?? '').trim() || '(empty)';
  if (areaCode === 'country' || areaCode === 'unknown') {
    skips.add(
      'row',
      areaCode === 'country' ? 'the whole country' : 'no code of an area in the form of CBS or Amsterdam',
      shown,
    );
    return [];
  }
  const ofRow = plan.period < 0 ? period : readPeriod(cells[plan.period] ?? '');
  return cellsOf(cells, plan, skips).map(({ heading, indicator, text, period: own }) => {
    const when = own ?? ofRow;
    if (when === null)
      throw new BadFile(
        plan.period < 0
          ? 'it does not say of which year its figures are; add for instance --period 2024'
          : `${row}: "${cells[plan.period] ?? ''}" is not a year; write it as 2024`,
      );
    const value = readNumber(text);
    if (value === undefined)
      throw new BadFile(
        `${row}, column "${heading}": "${text.slice(0, 40)}" is not a number. Write it as 12,5 or 12.5, or leave the cell empty`,
      );
    const wrong = value === null ? null : implausible(value, indicator);
    if (wrong !== null)
      throw new BadFile(`${row}, column "${heading}": ${text.trim()} ${wrong}. Mend or empty the cell`);
    return { areaCode, indicator, period: when, value, sourceId: source.id };
  });
}

/** Footers such as "Bron: CBS" are left out; a row that is cut off is refused. */
function wholeRows({ rows, headings }: Table, skips: SkipList): Table['rows'] {
  return rows.filter(({ line, cells }) => {
    if (cells.length === headings.length) return true;
    const said = cells.filter((cell) => cell.trim() !== '');
    if (said.length > 1)
      throw new BadFile(
        `row ${String(line)} has ${String(cells.length)} columns, the headings ${String(headings.length)}; export the table again`,
      );
    skips.add('row', 'a note, not figures', (said[0] ?? '(empty)').slice(0, 60));
    return false;
  });
}

function refuseContradictions(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, Figure>();
  for (const figure of figures) {
    const key = `${figure.areaCode} ${figure.indicator} ${figure.period}`;
    const before = seen.get(key);
    if (before && before.value !== figure.value)
      throw new BadFile(
        `${figure.areaCode} has two different values for ${figure.indicator} in ${figure.period}: ${String(before.value)} and ${String(figure.value)}. Leave one out`,
      );
    seen.set(key, figure);
  }
  return [...seen.values()];
}

/** Reads figures from the text of a table; throws BadFile at the first thing that is not right. `year` is that in the file's name. */
export function readFigures(text: string, options: FigureOptions, year: string | null): FigureFile {
  const table = readTable(text);
  if (options.period !== undefined && readPeriod(options.period) === null)
    throw new BadFile(`--period ${options.period} is not a year; write it as 2024 or 2023-2024`);
  const skips = makeSkipList();
  const plan = planOf(table);
  const period = options.period === undefined ? year : readPeriod(options.period);
  const source = sourceOf(table.format, options);
  const figures = wholeRows(table, skips).flatMap((row) => readRow(row, { plan, source, period, skips }));
  for (const heading of plan.unused) skips.add('column', 'the portal has no indicator for this column', heading);
  if (figures.length === 0) throw new BadFile('it holds no figures of areas; check the codes and export it again');
  return { source, read: table.rows.length, figures: refuseContradictions(figures), skipped: skips.list() };
}

const sourceOf = ({ source }: Format, { source: title }: FigureOptions): FigureSource =>
  title === undefined ? source : { ...source, title };
