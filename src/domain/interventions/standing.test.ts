import { describe, expect, it } from 'vitest';
import type { InterventionState, Progress } from './intervention.ts';
import { standing } from './standing.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const report = (day: string, state: InterventionState = 'running', reached: number | null = null): Progress => ({
  id: `report-${day}`,
  interventionId: 'doors',
  at: noon(day),
  state,
  reached,
  text: 'Er is weer een portiek klaar.',
});

const promised = (given: { dueOn?: string | null; progress?: Progress[]; target?: number } = {}) => ({
  dueOn: given.dueOn === undefined ? '2027-06-01' : given.dueOn,
  progress: given.progress ?? [],
  target: given.target === undefined ? null : { number: given.target, unit: 'deuren' },
  publishedAt: noon('2027-01-01'),
});

describe('a promise that is late', () => {
  it('is on time on the promised day itself', () => {
    expect(standing(promised(), '2027-06-01').lateByDays).toBeNull();
  });
  it('is one day late the day after', () => {
    expect(standing(promised(), '2027-06-02').lateByDays).toBe(1);
  });
  it('counts days across the change to summer time', () => {
    expect(standing(promised({ dueOn: '2027-03-27' }), '2027-03-29').lateByDays).toBe(2);
  });
  it('is never late without a date', () => {
    expect(standing(promised({ dueOn: null }), '2030-01-01').lateByDays).toBeNull();
  });
  it('is no longer late once it is done or stopped', () => {
    for (const state of ['done', 'stopped'] as const) {
      expect(standing(promised({ progress: [report('2027-07-01', state)] }), '2027-08-01').lateByDays).toBeNull();
    }
  });
  it('is late again when it was taken up again after it had been reported done', () => {
    const progress = [report('2027-07-02', 'running'), report('2027-07-01', 'done')];
    expect(standing(promised({ progress }), '2027-07-03')).toMatchObject({ lateByDays: 32, endedOn: null });
  });
});

describe('a promise that is silent', () => {
  it('is not silent one day before the limit, and is on the limit', () => {
    const promise = promised({ dueOn: null, progress: [report('2027-02-01')] });
    expect(standing(promise, '2027-04-01').silentForDays).toBeNull();
    expect(standing(promise, '2027-04-02').silentForDays).toBe(60);
  });
  it('counts from the announcement while there is no report', () => {
    expect(standing(promised(), '2027-03-16')).toMatchObject({ silentForDays: 74, lastNewsOn: '2027-01-01' });
  });
  it('is reset by a report today', () => {
    const progress = [report('2027-09-01'), report('2027-01-02')];
    expect(standing(promised({ progress }), '2027-09-01')).toMatchObject({
      silentForDays: null,
      lastNewsOn: '2027-09-01',
    });
  });
  it('uses the limit that is configured', () => {
    expect(standing(promised(), '2027-01-31', 30).silentForDays).toBe(30);
    expect(standing(promised(), '2027-01-30', 30).silentForDays).toBeNull();
  });
  it('ends with the promise', () => {
    expect(standing(promised({ progress: [report('2027-02-01', 'stopped')] }), '2028-02-01').silentForDays).toBeNull();
  });
});

describe('how far a promise is', () => {
  it('is planned, with nothing reached, while there is no report', () => {
    expect(standing(promised({ target: 120 }), '2027-01-02')).toMatchObject({
      state: 'planned',
      reached: null,
      target: 120,
    });
  });
  it('keeps the last number when a later report gives none', () => {
    const progress = [report('2027-03-01'), report('2027-02-01', 'running', 40), report('2027-01-15', 'running', 12)];
    expect(standing(promised({ progress, target: 120 }), '2027-03-02').reached).toBe(40);
  });
  it('takes a lower number when that was reported later', () => {
    const progress = [report('2027-03-01', 'running', 30), report('2027-02-01', 'running', 40)];
    expect(standing(promised({ progress, target: 120 }), '2027-03-02').reached).toBe(30);
  });
  it('ended on the day it was first reported done, not on that of an afterword', () => {
    const progress = [report('2027-05-01', 'done'), report('2027-04-01', 'done'), report('2027-03-01')];
    expect(standing(promised({ progress }), '2027-06-01').endedOn).toBe('2027-04-01');
  });
});
