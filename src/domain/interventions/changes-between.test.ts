import { describe, expect, it } from 'vitest';
import type { Version } from '../kernel/index.ts';
import { changesBetween } from './changes-between.ts';
import type { InterventionContent } from './intervention.ts';

const content: InterventionContent = {
  title: 'Sterkere voordeuren',
  owner: 'De woningcorporatie',
  promise: 'vervangt 120 voordeuren',
  dueOn: '2027-04-01',
  target: { number: 120, unit: 'deuren' },
  description: 'De oude deuren zijn te zwak.',
  themeIds: [],
  placeName: '',
  place: null,
};

const version = (
  number: number,
  changes: Partial<InterventionContent> = {},
  note = '',
): Version<InterventionContent> => ({
  version: number,
  at: new Date(`2027-0${number}-03T10:00:00Z`),
  note,
  content: { ...content, ...changes },
});

describe('what changed in a promise', () => {
  it('is nothing while there is one version', () => {
    expect(changesBetween([version(1)])).toEqual([]);
  });

  it('names the field, both values, the day and the reason', () => {
    expect(changesBetween([version(1), version(3, { dueOn: '2027-06-01' }, 'De deuren komen later.')])).toMatchObject([
      {
        on: '2027-03-03',
        note: 'De deuren komen later.',
        changes: [{ field: 'dueOn', from: '2027-04-01', to: '2027-06-01' }],
      },
    ]);
  });

  it('compares each version with the one before it, newest first, whatever the order they come in', () => {
    const versions = [version(3, { dueOn: null, owner: 'De gemeente' }), version(1), version(2, { dueOn: null })];
    expect(changesBetween(versions).map(({ version: n, changes }) => [n, changes.map(({ field }) => field)])).toEqual([
      [3, ['owner']],
      [2, ['dueOn']],
    ]);
  });

  it('sees a lower target, a target that was given up, and a first one', () => {
    const versions = [
      version(1),
      version(2, { target: { number: 80, unit: 'deuren' } }),
      version(3, { target: null }),
      version(4, { target: { number: 10, unit: 'portieken' } }),
    ];
    expect(changesBetween(versions).flatMap(({ changes }) => changes)).toEqual([
      { field: 'target', from: null, to: { number: 10, unit: 'portieken' } },
      { field: 'target', from: { number: 80, unit: 'deuren' }, to: null },
      { field: 'target', from: { number: 120, unit: 'deuren' }, to: { number: 80, unit: 'deuren' } },
    ]);
  });

  it('keeps a change of only the explanation, with its reason but without a field', () => {
    const [change] = changesBetween([version(1), version(2, { description: 'Nieuw.' }, 'Uitleg toegevoegd.')]);
    expect(change).toMatchObject({ note: 'Uitleg toegevoegd.', changes: [] });
  });
});
