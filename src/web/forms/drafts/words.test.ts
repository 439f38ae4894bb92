import { describe, expect, it } from 'vitest';
import { DRAFT_KINDS, fieldNames } from '../../../domain/drafts/index.ts';
import { translate as t } from '../../translate.ts';
import { optionsFrom } from './options.ts';
import { CANCELLING, NOTE, SAMPLE, shapes } from './shapes.ts';
import { isTable, namesOf } from './shape.ts';
import { labelOf, sayProblem, sayRow } from './words.ts';

const nothing = { themes: [], interventions: [], boroughs: [], cities: [] };

describe.each(DRAFT_KINDS)('the form of a %s', (kind) => {
  const more = { meeting: [CANCELLING], buurt: [SAMPLE] };
  const fields = [
    ...shapes[kind],
    NOTE,
    ...Object.entries(more).flatMap(([of, extra]) => (of === kind ? extra : [])),
  ].flatMap((section) => section.fields);

  it('has a label for every field, and names for all choices', () => {
    const asked = fields.flatMap((field) => [field, ...(field.columns ?? [])]);
    for (const { name, options } of asked) {
      expect(labelOf(kind, name, t)).not.toBe('');
      for (const option of options === undefined ? [] : optionsFrom(options, nothing, t))
        expect(option.label).not.toBe('');
    }
  });

  it('has a name for each row of a table', () => {
    for (const { name } of fields.filter(isTable)) expect(sayRow(kind, { table: name, index: 1 }, t)).toMatch(/ 2$/);
  });

  it('asks for everything that its text is made of', () => {
    const elsewhere = ['areaSearch', 'alts'];
    const asked = fields.flatMap((field) => [field.name, ...namesOf(field)]);
    expect(fieldNames(kind).filter((name) => !elsewhere.includes(name) && !asked.includes(name))).toEqual([]);
  });

  it('can say of every field that it is wrong', () => {
    for (const name of fieldNames(kind).filter((field) => field !== 'areaSearch')) {
      expect(labelOf(kind, name, t)).not.toBe('');
    }
  });
});

describe('a problem', () => {
  it('of a table names the row, because its labels are the same in each', () => {
    const problem = { field: 'agreementOwner', index: 1, reason: 'needs-partner', values: {} } as const;
    expect(sayProblem('report', problem, t)).toBe(
      'Afspraak 2, wie doet het: vul dit ook in. Of maak het andere vak leeg.',
    );
  });

  it('says a day as people say it', () => {
    const values = { day: '2027-03-28' };
    const problem = { field: 'repeatTimes', index: 0, reason: 'series-time-skipped', values } as const;
    expect(sayProblem('meeting', problem, t)).toContain('op zondag 28 maart 2027 bestaat deze tijd niet');
  });
});
