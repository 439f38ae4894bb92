import { describe, expect, it } from 'vitest';
import { meetingFields } from '../../../../tests/drafts/given.ts';
import { aMeeting } from '../../../../tests/factories/index.ts';
import type { DraftFields } from '../draft.ts';
import { readDraft, writeFields } from './index.ts';
import type { Surroundings } from './kind.ts';

const surroundings: Surroundings = {
  now: new Date('2027-02-10T09:00:00.000Z'),
  draftId: 'draft-1',
  ...{ buurt: undefined, themes: [], interventions: [], meeting: undefined, report: undefined },
  ...{ areaCodes: [], indicators: [] },
};
const fields: DraftFields = { ...meetingFields, organiser: 'De Linde', languages: ['nl'] };

const read = (changes: DraftFields, more: Partial<Surroundings> = {}) =>
  readDraft(
    { kind: 'meeting', subjectId: null, baseVersion: null, fields: { ...fields, ...changes } },
    { ...surroundings, ...more },
  );
function contentOf(...given: Parameters<typeof read>) {
  const { text } = read(...given);
  if (text.kind !== 'meeting') throw new Error('No meeting.');
  return text.content;
}
const problemsOf = (...given: Parameters<typeof read>) =>
  read(...given).problems.map(({ field, index, reason }) => `${field}${index === 0 ? '' : `[${index}]`}: ${reason}`);

describe('signing up for a meeting', () => {
  it('opens with the announcement and closes with the start when nothing is said', () => {
    expect(contentOf({})).toMatchObject({ signUpOpensAt: null, signUpClosesAt: null });
  });

  it('opens with the first minute of a day, and closes with its last, when only a day is said', () => {
    const said = contentOf({ signUpOpensDay: '2027-03-01', signUpClosesDay: '2027-03-16' });
    expect(said).toMatchObject({
      signUpOpensAt: new Date('2027-02-28T23:00:00.000Z'),
      signUpClosesAt: new Date('2027-03-16T22:59:00.000Z'),
    });
  });

  it('closes with the start when only the day of the meeting is said', () => {
    const said = contentOf({ signUpClosesDay: '2027-03-18' });
    expect(said.signUpClosesAt).toEqual(said.startsAt);
    expect(problemsOf({ signUpClosesDay: '2027-03-18' })).toEqual([]);
  });

  it.each([
    [{ signUpClosesDay: '2027-03-18', signUpClosesTime: '19:30' }, []],
    [{ signUpClosesDay: '2027-03-18', signUpClosesTime: '19:31' }, ['signUpClosesDay: after-start']],
    [{ signUpClosesDay: '2027-03-19' }, ['signUpClosesDay: after-start']],
    [{ signUpOpensDay: '2027-03-18', signUpOpensTime: '19:30' }, ['signUpOpensDay: after-start']],
    [
      {
        signUpOpensDay: '2027-03-10',
        signUpOpensTime: '12:00',
        signUpClosesDay: '2027-03-10',
        signUpClosesTime: '12:00',
      },
      ['signUpClosesDay: before-opening'],
    ],
    [{ signUpClosesDay: '2027-02-09' }, ['signUpClosesDay: starts-in-past']],
    [{ signUpOpensDay: '2027-02-01' }, []],
    [{ signUpOpensTime: '12:00' }, ['signUpOpensDay: needs-partner']],
    [{ signUpClosesTime: '12:00' }, ['signUpClosesDay: needs-partner']],
    [{ signUpOpensDay: 'maandag' }, ['signUpOpensDay: no-such-day']],
    [{ signUpOpensDay: '2027-03-01', signUpOpensTime: '25:00' }, ['signUpOpensTime: no-such-time']],
    // The night in which the clock goes forward, and the one in which it goes back.
    [{ day: '2027-04-20', signUpOpensDay: '2027-03-28', signUpOpensTime: '02:30' }, ['signUpOpensTime: time-skipped']],
    [{ day: '2027-11-20', signUpClosesDay: '2027-10-31', signUpClosesTime: '2:30' }, ['signUpClosesTime: time-twice']],
  ])('with %o has as problems %o', (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  it('can be closed now for a meeting that residents know of', () => {
    const meeting = { ...aMeeting(), placesLeft: 3, waiting: 0 };
    const closed = { ...writeFields({ kind: 'meeting', content: meeting }), signUpClosesDay: '2027-02-09' };
    expect(problemsOf(closed, { meeting })).toEqual([]);
  });
});

describe('title and summary in other languages', () => {
  const row = { translationLanguage: ['en'], translationTitle: ['Stairs'], translationSummary: ['An evening.'] };

  it('leave out rows with nothing in them', () => {
    const typed = {
      translationLanguage: ['', 'tr', ''],
      translationTitle: ['', 'Merdivenler', ''],
      translationSummary: ['', 'Bir akşam.', ''],
    };
    expect(contentOf(typed).translations).toEqual([{ language: 'tr', title: 'Merdivenler', summary: 'Bir akşam.' }]);
  });

  it.each([
    [row, []],
    [{ ...row, translationTitle: [''] }, ['translationTitle: needs-partner']],
    [{ ...row, translationSummary: [] }, ['translationSummary: needs-partner']],
    [{ ...row, translationLanguage: [''] }, ['translationLanguage: needs-partner']],
    [{ ...row, translationLanguage: ['nl'] }, ['translationLanguage: unknown-choice']],
    [{ ...row, translationLanguage: ['tlh'] }, ['translationLanguage: unknown-choice']],
    [{ ...row, translationTitle: ['x'.repeat(81)] }, ['translationTitle: too-long']],
    [
      {
        translationLanguage: ['en', 'tr', 'en'],
        translationTitle: ['a', 'b', 'c'],
        translationSummary: ['a', 'b', 'c'],
      },
      ['translationLanguage[2]: language-twice'],
    ],
  ])('with %o have as problems %o', (typed, problems) => {
    expect(problemsOf(typed)).toEqual(problems);
  });
});

describe('a series', () => {
  const monthly = { day: '2027-03-02', repeat: 'monthly-weekday', repeatTimes: '3' };

  it('has the same hours on the clock over the change to summer time, and moves sign-up along', () => {
    const { occasions, problems } = read({
      ...monthly,
      signUpOpensDay: '2027-02-23',
      signUpOpensTime: '9:00',
      signUpClosesDay: '2027-03-01',
    });
    expect(problems).toEqual([]);
    expect(occasions).toEqual([
      {
        day: '2027-03-02',
        hours: {
          startsAt: new Date('2027-03-02T18:30:00.000Z'),
          endsAt: new Date('2027-03-02T20:30:00.000Z'),
          signUpOpensAt: new Date('2027-02-23T08:00:00.000Z'),
          signUpClosesAt: new Date('2027-03-01T22:59:00.000Z'),
        },
      },
      {
        day: '2027-04-06',
        hours: {
          startsAt: new Date('2027-04-06T17:30:00.000Z'),
          endsAt: new Date('2027-04-06T19:30:00.000Z'),
          signUpOpensAt: new Date('2027-03-30T07:00:00.000Z'),
          signUpClosesAt: new Date('2027-04-05T21:59:00.000Z'),
        },
      },
      expect.objectContaining({ day: '2027-05-04' }),
    ]);
  });

  it('names the date on which the hour does not exist, and invents none', () => {
    const nightly = { ...monthly, day: '2027-03-14', begin: '02:30', end: '04:00', repeat: 'weekly' };
    const { occasions, problems } = read(nightly);
    expect(problems).toMatchObject([
      { field: 'repeatTimes', reason: 'series-time-skipped', values: { day: '2027-03-28' } },
    ]);
    expect(occasions.map(({ day, hours }) => [day, hours === null])).toEqual([
      ['2027-03-14', false],
      ['2027-03-21', false],
      ['2027-03-28', true],
    ]);
    const autumn = { ...nightly, day: '2027-10-17' };
    expect(read(autumn).problems).toMatchObject([{ reason: 'series-time-twice', values: { day: '2027-10-31' } }]);
  });

  it.each([
    [{ repeatTimes: '' }, ['repeatTimes: required']],
    [{ repeatTimes: '1' }, ['repeatTimes: too-small']],
    [{ repeatTimes: '27' }, ['repeatTimes: too-large']],
    [{ repeatTimes: 'vier' }, ['repeatTimes: not-whole']],
    [{ repeat: 'daily' }, ['repeat: unknown-choice']],
    [{ repeat: 'monthly-last-weekday' }, ['repeat: not-last-weekday']],
    [{ repeat: '', repeatTimes: 'vier' }, []],
    // Every fifth Monday: about four a year.
    [{ day: '2027-03-29', repeatTimes: '26' }, ['repeatTimes: too-far-away']],
    [{ day: '2027-03-28', begin: '02:30', end: '04:00' }, ['begin: time-skipped']],
  ])('with %o has as problems %o', (changes, problems) => {
    expect(problemsOf({ ...monthly, ...changes })).toEqual(problems);
  });

  it('is named after its draft; a meeting of its own is in none', () => {
    expect(contentOf(monthly).series).toBe('draft-1');
    expect(contentOf({}).series).toBeNull();
    expect(read({}).occasions).toEqual([]);
  });

  it('is not made again by changing one of its meetings, which stays in it', () => {
    const meeting = { ...aMeeting({ series: 'coffee' }), placesLeft: 3, waiting: 0 };
    const changed = { ...writeFields({ kind: 'meeting', content: meeting }), ...monthly };
    expect(contentOf(changed, { meeting }).series).toBe('coffee');
    expect(read(changed, { meeting })).toMatchObject({ occasions: [], problems: [] });
    const alone = { ...meeting, series: null };
    expect(contentOf(changed, { meeting: alone }).series).toBeNull();
  });
});
