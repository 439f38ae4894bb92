import { valuesOf, type DraftFields } from '../../../domain/drafts/index.ts';
import { instantOf, isDay, type Day } from '../../../domain/kernel/index.ts';
import { datesOfSeries, isLastWeekday, REPEATS, SERIES_LENGTH, type Repeat } from '../../../domain/meetings/index.ts';
import { sayLongDay } from '../../dates.ts';
import type { Translate } from '../../translate.ts';

/** The days on which a meeting will be held, counted out while the organiser fills in the form. */
export interface SeriesView {
  /** How many meetings it makes, or what is still needed to tell; empty when nothing repeats. */
  readonly words: string;
  readonly dates: readonly string[];
}

/** A day with what the clock does in that night. */
function sayDate(day: Day, hours: readonly string[], t: Translate): string {
  const said = sayLongDay(day);
  const refusals = hours.map((hour) => instantOf(day, hour)).flatMap((found) => (found.ok ? [] : [found.reason]));
  if (refusals.includes('skipped')) return t('drafts.series.skipped', { day: said });
  return refusals.includes('twice') ? t('drafts.series.twice', { day: said }) : said;
}

interface Typed {
  readonly day: string;
  readonly repeat: Repeat;
  /** Not a number while it was not typed right. */
  readonly times: number;
}

/** Why nothing can be counted out yet. */
function missing({ day, repeat, times }: Typed, t: Translate): string | null {
  if (!isDay(day)) return t('drafts.series.noDay');
  if (repeat === 'monthly-last-weekday' && !isLastWeekday(day))
    return t('drafts.series.notLast', { day: sayLongDay(day) });
  const { min, max } = SERIES_LENGTH;
  return times >= min && times <= max ? null : t('drafts.series.noTimes', { min, max });
}

/** All days of a meeting that repeats, as far as the fields tell. */
export function seriesView(fields: DraftFields, t: Translate): SeriesView {
  const typed = (name: string) => (valuesOf(fields, name)[0] ?? '').trim();
  const day = typed('day');
  const times = /^\d{1,2}$/.test(typed('repeatTimes')) ? Number(typed('repeatTimes')) : NaN;
  const repeat = REPEATS.find((one) => one === typed('repeat'));
  if (repeat === undefined) return { words: '', dates: [] };
  const needed = missing({ day, repeat, times }, t);
  if (needed !== null) return { words: needed, dates: [] };
  const dates = datesOfSeries(day, repeat, times).map((one) => sayDate(one, [typed('begin'), typed('end')], t));
  return { words: t('drafts.series.makes', { n: dates.length }), dates };
}
