import { describe, expect, it } from 'vitest';
import { FieldReader, writePoint } from './field-reader.ts';

const reading = (fields: Record<string, string | string[]>) => new FieldReader(fields);
const problemOf = (reader: FieldReader) => reader.problems.map(({ field, reason }) => `${field}: ${reason}`);

describe('the day and hour of a meeting', () => {
  it.each([
    ['2027-03-18', '19:30', '2027-03-18T18:30:00.000Z'],
    ['2027-07-01', '19.30', '2027-07-01T17:30:00.000Z'],
    ['2027-07-01', '9:05', '2027-07-01T07:05:00.000Z'],
  ])('%s %s is an instant in the Netherlands', (day, begin, instant) => {
    const reader = reading({ day, begin });
    expect(reader.instant('day', 'begin')?.toISOString()).toBe(instant);
    expect(reader.problems).toEqual([]);
  });

  it.each([
    ['2027-03-28', '02:30', 'begin: time-skipped'],
    ['2027-10-31', '02:30', 'begin: time-twice'],
    ['2027-02-30', '19:30', 'day: no-such-day'],
    ['18-3-2027', '19:30', 'day: no-such-day'],
    ['2027-03-18', '24:00', 'begin: no-such-time'],
    ['2027-03-18', 'half acht', 'begin: no-such-time'],
    ['', '19:30', 'day: required'],
    ['2027-03-18', '', 'begin: required'],
  ])('%s %s is refused: %s', (day, begin, problem) => {
    const reader = reading({ day, begin });
    expect(reader.instant('day', 'begin')).toBeNull();
    expect(problemOf(reader)).toEqual([problem]);
  });
});

describe('a number', () => {
  it.each([
    ['40', 40],
    ['1.250', 1250],
    [' 7 ', 7],
    ['', null],
  ])('"%s" is read as %s', (typed, number) => {
    const reader = reading({ places: typed });
    expect(reader.whole('places', 1, 2000)).toBe(number);
    expect(reader.problems).toEqual([]);
  });

  it.each(['veertig', '4,5', '1e3', '0x10', '1.25', '٤٠', 'NaN', '99999999999999999999'])(
    '"%s" is not one',
    (typed) => {
      const reader = reading({ places: typed });
      expect(reader.whole('places', 1, 2000)).toBeNull();
      expect(problemOf(reader)).toEqual(['places: not-whole']);
    },
  );

  it('outside the limits is told with the limit', () => {
    const reader = reading({ places: '0' });
    reader.whole('places', 1, 2000);
    expect(reader.problems).toMatchObject([{ reason: 'too-small', values: { min: 1 } }]);
  });
});

describe('a point', () => {
  it.each(['52.315, 4.955', '4.955 52.315', '52.315;4.955'])('"%s" is the same place in either order', (typed) => {
    expect(reading({ point: typed }).point('point')).toEqual({ lon: 4.955, lat: 52.315 });
  });

  it.each([
    ['Lindestraat 1', 'bad-point'],
    ['52.315', 'bad-point'],
    ['0, 0', 'outside-netherlands'],
    ['48.85, 2.35', 'outside-netherlands'],
  ])('"%s" is refused: %s', (typed, reason) => {
    const reader = reading({ point: typed });
    expect(reader.point('point')).toBeNull();
    expect(problemOf(reader)).toEqual([`point: ${reason}`]);
  });

  it('can be left open, and comes back as it was written', () => {
    expect(reading({}).point('point')).toBeNull();
    const point = { lon: 4.9551234, lat: 52.3154321 };
    expect(reading({ point: writePoint(point) }).point('point')).toEqual(point);
  });
});

describe('a choice', () => {
  it('that does not exist is refused, and something usable takes its place', () => {
    const reader = reading({ phase: 'hacked' });
    expect(reader.choice('phase', ['start', 'work'])).toBe('start');
    expect(problemOf(reader)).toEqual(['phase: unknown-choice']);
  });

  it('of several keeps its order, each once, and only what there is', () => {
    const reader = reading({ themes: ['b', 'a', 'b', ''] });
    expect(reader.references('themes', ['a', 'b'])).toEqual(['b', 'a']);
    expect(reader.problems).toEqual([]);
    reader.references('themes', ['a']);
    expect(problemOf(reader)).toEqual(['themes: unknown-choice']);
  });
});

it('counts characters as a person does', () => {
  const reader = reading({ title: '👍'.repeat(10) });
  reader.text('title', { max: 10 });
  expect(reader.problems).toEqual([]);
});
