import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLACK, blackOut, spansOf, type Span } from './redact-text.ts';

const at = (start: number, end: number): Span => ({ start, end });

describe('blacking out', () => {
  it('leaves the rest as it was, and the same black for a short and a long name', () => {
    expect(blackOut('Ali woont naast Bartholomeus.', [at(0, 3), at(16, 28)])).toBe(`${BLACK} woont naast ${BLACK}.`);
  });

  it('makes one black piece of pieces that touch or overlap', () => {
    expect(blackOut('Jan Jansen', [at(0, 4), at(4, 10)])).toBe(BLACK);
    expect(blackOut('Jan Jansen hier', [at(4, 10), at(0, 6), at(2, 5)])).toBe(`${BLACK} hier`);
  });

  it('never keeps a sign of a span, and never adds but black', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => at(start, start + length));
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'ع'), maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.array(span, { maxLength: 6 }), (text, spans) => {
        const inside = spans.map(({ start, end }) => at(Math.min(start, text.length), Math.min(end, text.length)));
        const kept = [...text].filter((_, index) => !inside.some(({ start, end }) => index >= start && index < end));
        expect(blackOut(text, inside).replaceAll(BLACK, '')).toBe(kept.join(''));
      }),
    );
  });
});

describe('finding a piece', () => {
  it('finds it every time, whatever its case', () => {
    expect(spansOf('Mo en mo en MO', 'mo')).toEqual([at(0, 2), at(6, 8), at(12, 14)]);
  });

  it('takes it literally', () => {
    expect(spansOf('a.b a+b axb', 'a+b')).toEqual([at(4, 7)]);
    expect(spansOf('niets', '.*')).toEqual([]);
  });
});
