import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../tests/signals/given.ts';

describe('checking a signal', () => {
  it('gives back what will be stored, and stores nothing', async () => {
    const { signals, form, buurt, theme, realm, cells } = await givenSignals();
    const cell = cells[0]?.id ?? '';
    const checked = await signals.check(form({ text: ' Hier is het fijn.\r\n', cell }));
    expect(checked).toMatchObject({
      ok: true,
      value: { buurt: { id: buurt.id }, kind: 'feeling', text: 'Hier is het fijn.', theme: { id: theme.id }, cell },
    });
    expect(await realm.signals.count('new')).toBe(0);
  });

  it('needs no theme and no place', async () => {
    const { signals, form } = await givenSignals();
    expect(await signals.check(form({ theme: '', cell: null }))).toMatchObject({
      ok: true,
      value: { theme: null, cell: null },
    });
  });

  it('takes the cell of a known place, also where that lies outside the buurt', async () => {
    const { signals, form, elsewhere } = await givenSignals();
    const checked = await signals.check(form({ buurt: elsewhere.slug, theme: '', cell: 'r1258-4805' }));
    expect(checked).toMatchObject({ ok: false, mistakes: [{ field: 'cell', reason: 'unknown' }] });
    const { places = [] } = (await signals.offer('lindebuurt')) ?? {};
    expect(await signals.check(form({ cell: places[0]?.cell ?? '' }))).toMatchObject({ ok: true });
  });

  it('names every mistake at once, in the order of the form', async () => {
    const { signals, form } = await givenSignals();
    const checked = await signals.check(form({ kind: 'complaint', text: '\u200b', theme: 'elders', cell: 'r1-4000' }));
    expect(checked).toEqual({
      ok: false,
      reason: 'mistakes',
      mistakes: [
        { field: 'kind', reason: 'unknown' },
        { field: 'text', reason: 'empty' },
        { field: 'theme', reason: 'unknown' },
        { field: 'cell', reason: 'unknown' },
      ],
    });
  });

  it.each([
    ['no kind', { kind: '' }, { field: 'kind', reason: 'missing' }],
    ['a kind with other capitals', { kind: 'Story' }, { field: 'kind', reason: 'unknown' }],
    ['a text that is too long', { text: 'a'.repeat(100_000) }, { field: 'text', reason: 'too-long' }],
    ['a text with NUL', { text: 'a\u0000' }, { field: 'text', reason: 'unreadable' }],
    ['a theme of another buurt', { buurt: 'eikenbuurt' }, { field: 'theme', reason: 'unknown' }],
    ['a buurt that does not take part', { buurt: 'niemandsland' }, { field: 'buurt', reason: 'unknown' }],
    ['a point for a cell', { cell: '4.955,52.315' }, { field: 'cell', reason: 'unknown' }],
  ])('refuses %s', async (_, typed, mistake) => {
    const { signals, form } = await givenSignals();
    expect(await signals.check(form(typed))).toMatchObject({ ok: false, mistakes: [mistake] });
  });
});
