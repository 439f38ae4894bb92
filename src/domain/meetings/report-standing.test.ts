import { describe, expect, it } from 'vitest';
import { reportStanding } from './report-standing.ts';

const meeting = { endsAt: new Date('2027-03-18T20:30:00Z'), cancelled: null, reportPromised: true };
const at = (now: string, changes: Partial<typeof meeting> | { cancelled: string } = {}, published = false) =>
  reportStanding({ ...meeting, ...changes }, { published, withinDays: 7, now: new Date(now) });

describe('where the report of a meeting stands', () => {
  it('is not asked before the meeting ended', () => {
    expect(at('2027-03-18T20:29:59Z')).toEqual({ kind: 'none' });
  });

  it('is not asked of a meeting that did not go on', () => {
    expect(at('2027-05-01T00:00:00Z', { cancelled: 'De zaal is dicht.' })).toEqual({ kind: 'none' });
  });

  it('is not late, or expected, of a meeting from before reports were promised', () => {
    expect(at('2027-05-01T00:00:00Z', { reportPromised: false })).toEqual({ kind: 'none' });
    expect(at('2027-05-01T00:00:00Z', { reportPromised: false }, true)).toEqual({ kind: 'published' });
  });

  it('is expected on the promised day, that day included', () => {
    expect(at('2027-03-18T20:30:00Z')).toEqual({ kind: 'expected', on: '2027-03-25' });
    expect(at('2027-03-25T22:59:00Z')).toEqual({ kind: 'expected', on: '2027-03-25' });
  });

  it('is late from the day after, and says by how many days, also over the change to summer time', () => {
    expect(at('2027-03-26T08:00:00Z')).toEqual({ kind: 'late', on: '2027-03-25', days: 1 });
    expect(at('2027-03-29T22:30:00Z')).toEqual({ kind: 'late', on: '2027-03-25', days: 5 });
  });

  it('is done when it is there, however late', () => {
    expect(at('2027-06-01T00:00:00Z', {}, true)).toEqual({ kind: 'published' });
  });
});
