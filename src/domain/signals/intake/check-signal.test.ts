import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../../tests/signals/given.ts';
import { receiptOf } from '../dialogue/receipt.ts';

describe('checking a signal', () => {
  it('gives back what will be stored, and stores nothing', async () => {
    const { signals, form, buurt, theme, read, cells } = await givenSignals();
    const cell = cells[0]?.id ?? '';
    const checked = await signals.intake.check(form({ text: ' Hier is het fijn.\r\n', cell }));
    expect(checked).toMatchObject({
      ok: true,
      value: { buurt: { id: buurt.id }, kind: 'feeling', text: 'Hier is het fijn.', theme: { id: theme.id }, cell },
    });
    expect(await read()).toEqual([]);
  });

  it('needs no theme, no place and no photo', async () => {
    const { signals, form } = await givenSignals();
    expect(await signals.intake.check(form({ theme: '', cell: null }))).toMatchObject({
      ok: true,
      value: { theme: null, cell: null, photo: null },
    });
  });

  it('P3: takes only a cell of the buurt that it is about', async () => {
    const { signals, form, elsewhere, cells } = await givenSignals();
    const cell = cells[0]?.id ?? '';
    expect(await signals.intake.check(form({ cell }))).toMatchObject({ ok: true });
    const checked = await signals.intake.check(form({ buurt: elsewhere.slug, theme: '', cell }));
    expect(checked).toMatchObject({ ok: false, mistakes: [{ field: 'cell', reason: 'unknown' }] });
  });

  it('takes the cell of a known place', async () => {
    const { signals, form } = await givenSignals();
    const { places = [] } = (await signals.intake.offer('lindebuurt')) ?? {};
    expect(places[0]?.cell).toMatch(/^r/);
    expect(await signals.intake.check(form({ cell: places[0]?.cell ?? '' }))).toMatchObject({ ok: true });
  });

  it('names every mistake at once, in the order of the form', async () => {
    const { signals, form } = await givenSignals();
    const answers = [{ question: 'Hoe lang woont u hier?', answer: 'a\u0000' }];
    const typed = { kind: 'complaint', text: '\u200b', theme: 'elders', cell: 'r1-4000', answers };
    expect(await signals.intake.check(form(typed))).toEqual({
      ok: false,
      reason: 'mistakes',
      mistakes: [
        { field: 'kind', reason: 'unknown' },
        { field: 'text', reason: 'empty' },
        { field: 'answers', reason: 'unreadable' },
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
    ['an empty cell', { cell: '' }, { field: 'cell', reason: 'unknown' }],
    [
      'more answers than any list has questions',
      { answers: Array.from({ length: 51 }, () => ({ question: 'Waar?', answer: 'Hier.' })) },
      { field: 'answers', reason: 'too-long' },
    ],
  ])('refuses %s', async (_, typed, mistake) => {
    const { signals, form } = await givenSignals();
    expect(await signals.intake.check(form(typed))).toMatchObject({ ok: false, mistakes: [mistake] });
  });

  it('P7: refuses a text or an answer with a receipt code in it', async () => {
    const { signals, form, needs } = await givenSignals();
    const text = `Mijn code is ${receiptOf('a form', needs.secretKey).toLowerCase()}, klopt dat?`;
    expect(await signals.intake.check(form({ text }))).toMatchObject({
      mistakes: [{ field: 'text', reason: 'receipt' }],
    });
    const answers = [{ question: 'Nog iets?', answer: text }];
    expect(await signals.intake.check(form({ answers }))).toMatchObject({
      mistakes: [{ field: 'answers', reason: 'receipt' }],
    });
  });

  it('needs no text when there are answers, and leaves out questions without one', async () => {
    const { signals, form } = await givenSignals();
    const answers = [
      { question: 'Hoe lang woont u hier?', answer: ' Tien jaar. ' },
      { question: 'Wat mist u?', answer: ' ' },
    ];
    expect(await signals.intake.check(form({ text: '', channel: 'street', answers }))).toMatchObject({
      ok: true,
      value: { text: '', answers: [{ question: 'Hoe lang woont u hier?', answer: 'Tien jaar.' }] },
    });
    expect(await signals.intake.check(form({ text: '', answers: answers.slice(1) }))).toMatchObject({
      mistakes: [{ field: 'text', reason: 'empty' }],
    });
  });
});
