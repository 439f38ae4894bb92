import { describe, expect, it } from 'vitest';
import { DRAFT_KINDS, fieldNames } from '../../../domain/drafts/index.ts';
import { translate as t } from '../../translate.ts';
import { optionsFrom } from './options.ts';
import { CANCELLING, NOTE, SAMPLE, shapes } from './shapes.ts';
import { labelOf } from './words.ts';

const nothing = { themes: [], interventions: [], boroughs: [], cities: [] };

describe.each(DRAFT_KINDS)('the form of a %s', (kind) => {
  const more = { meeting: [CANCELLING], buurt: [SAMPLE] };
  const fields = [
    ...shapes[kind],
    NOTE,
    ...Object.entries(more).flatMap(([of, extra]) => (of === kind ? extra : [])),
  ].flatMap((section) => section.fields);

  it('has a label for every field, and names for all choices', () => {
    for (const { name, options } of fields) {
      expect(labelOf(kind, name, t)).not.toBe('');
      for (const option of options === undefined ? [] : optionsFrom(options, nothing, t))
        expect(option.label).not.toBe('');
    }
  });

  it('asks for everything that its text is made of', () => {
    const inTables = /^(organisation(Name|Role|Leads)|knownPlace(Name|Point)|areaSearch|alts)$/;
    const asked = fields.map(({ name }) => name);
    expect(fieldNames(kind).filter((name) => !inTables.test(name) && !asked.includes(name))).toEqual([]);
  });

  it('can say of every field that it is wrong', () => {
    for (const name of fieldNames(kind).filter((field) => field !== 'areaSearch')) {
      expect(labelOf(kind, name, t)).not.toBe('');
    }
  });
});
