import { describe, expect, it } from 'vitest';
import { translate as t } from '../../translate.ts';
import { seriesView } from './series.ts';

const typed = (changes: Record<string, string> = {}) =>
  seriesView(
    { day: '2027-03-02', begin: '19:30', end: '21:30', repeat: 'monthly-weekday', repeatTimes: '3', ...changes },
    t,
  );

describe('the days of a meeting that repeats', () => {
  it('are all named, with how many there are', () => {
    expect(typed()).toEqual({
      words: 'Dit worden 3 bijeenkomsten:',
      dates: ['dinsdag 2 maart 2027', 'dinsdag 6 april 2027', 'dinsdag 4 mei 2027'],
    });
  });

  it.each([
    ['dinsdag 30 maart 2027', { day: '2027-03-30', repeat: 'monthly-last-weekday' }],
    ['dinsdag 16 maart 2027', { day: '2027-03-16', repeat: 'fortnightly' }],
  ])('begin with %s', (first, changes) => {
    expect(typed(changes).dates[0]).toBe(first);
  });

  it('say which night has no such hour, and which has it twice', () => {
    const night = { begin: '02:30', end: '04:00', repeat: 'weekly', repeatTimes: '2' };
    expect(typed({ ...night, day: '2027-03-21' }).dates[1]).toMatch(/^zondag 28 maart 2027: deze tijd bestaat niet/);
    expect(typed({ ...night, day: '2027-10-24' }).dates[1]).toMatch(
      /^zondag 31 oktober 2027: deze tijd komt twee keer/,
    );
  });

  it.each([
    ['', { repeat: '' }],
    ['', { repeat: '<script>' }],
    ['Kies hierboven eerst een dag.', { day: '2027-02-30' }],
    ['Typ hoeveel keer, van 2 tot 26.', { repeatTimes: '' }],
    ['Typ hoeveel keer, van 2 tot 26.', { repeatTimes: '27' }],
    ['Typ hoeveel keer, van 2 tot 26.', { repeatTimes: '2.5' }],
    ['is niet de laatste van de maand', { repeat: 'monthly-last-weekday' }],
  ])('are not there yet: %s', (words, changes) => {
    const { words: said, dates } = typed(changes);
    expect(dates).toEqual([]);
    expect(said).toContain(words);
  });
});
