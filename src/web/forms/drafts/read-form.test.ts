import { describe, expect, it } from 'vitest';
import { newId } from '../../../domain/kernel/index.ts';
import { readDraftForm } from './read-form.ts';

function sent(fields: Record<string, string | string[] | File> = {}, hidden: Record<string, string> = {}): FormData {
  const form = new FormData();
  const about = { id: newId(), kind: 'update', buurtId: 'b', subjectId: '', baseVersion: '', revision: '0', ...hidden };
  for (const [name, value] of Object.entries(about)) form.append(`draft.${name}`, value);
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return form;
}

describe('the form of a draft', () => {
  it('keeps one text per field, lists where a field is a list, and nothing else', () => {
    const form = sent({ title: 'Nieuws', themeIds: 'a', pictures: ['p', 'q'], accountId: 'x' });
    expect(readDraftForm(form)?.fields).toEqual({ title: 'Nieuws', themeIds: ['a'], pictures: ['p', 'q'], alts: [] });
  });

  it('keeps every cell of a table in its place, also the empty ones', () => {
    const rows = {
      agreementWhat: ['Een bank', '', 'Licht'],
      agreementOwner: ['', '', 'De gemeente'],
      agreementDone: '2',
    };
    expect(readDraftForm(sent({ said: 'Veel.', ...rows }, { kind: 'report' }))?.fields).toMatchObject({
      said: 'Veel.',
      ...rows,
      agreementDone: ['2'],
      agreementDueOn: [],
    });
  });

  it('takes a known place before what is typed', () => {
    const form = sent({ point: '1, 2', pointKnown: '52.3, 4.9' }, { kind: 'meeting' });
    expect(readDraftForm(form)?.fields).toMatchObject({ point: '52.3, 4.9' });
  });

  it.each([
    [{}, { kind: 'stay' }],
    [{ then: 'preview' }, { kind: 'preview' }],
    [{ then: 'hacked' }, { kind: 'stay' }],
    [{ then: 'rows:agreements' }, { kind: 'rows', field: 'agreements' }],
    [{ then: 'rows:"><script>' }, { kind: 'stay' }],
    [{ then: 'remove-picture:p1' }, { kind: 'remove-picture', id: 'p1' }],
    [
      { 'pick.x': '12', 'pick.y': '34', then: 'preview' },
      { kind: 'pick', x: 12, y: 34, size: 'small' },
    ],
    [
      { 'pickLarge.x': '120', 'pickLarge.y': '340', then: 'stay' },
      { kind: 'pick', x: 120, y: 340, size: 'large' },
    ],
  ])('with %o asks for %o', (fields, then) => {
    expect(readDraftForm(sent(fields))?.then).toEqual(then);
  });

  it('has a picture only when a file was chosen', () => {
    expect(readDraftForm(sent({ picture: new File([], '') }))?.file).toBeNull();
    expect(readDraftForm(sent({ picture: 'no file' }))?.file).toBeNull();
    expect(readDraftForm(sent({ picture: new File(['x'], 'x.jpg') }))?.file?.size).toBe(1);
  });

  it.each([
    { id: 'not-a-uuid' },
    { kind: 'signal' },
    { revision: '-1' },
    { revision: '1e9' },
    { baseVersion: 'x' },
    { buurtId: '' },
  ])('is refused with %o hidden in it', (hidden) => {
    expect(readDraftForm(sent({}, hidden))).toBeNull();
  });
});
