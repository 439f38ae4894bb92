import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, runsOf } from '../../src/web/poster/bidi.ts';
import { asDrawn, clustersOf, shape, undrawable } from '../../src/web/poster/shape.ts';
import { makeMeasure, wrap } from '../../src/web/poster/wrap.ts';

/** The line as it stands on paper, from left to right. */
function onPaper(line: string, direction: 'ltr' | 'rtl'): string {
  return runsOf(line, direction)
    .map(({ text, rtl }) => (rtl ? Array.from(text).toReversed().join('') : text))
    .join('');
}

/** Small letters go to the right; capitals stand for letters that go to the left, as in UAX #9. */
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת';
const there = (line: string) =>
  line.replace(/[A-V]/g, (letter) => HEBREW.charAt(letter.charCodeAt(0) - 'A'.charCodeAt(0)));

describe('the order of letters on a line', () => {
  it.each([
    ['ltr', 'car is THE CAR in', 'car is RAC EHT in'],
    ['rtl', 'THE CAR is good', 'is good RAC EHT'],
    ['rtl', 'AT 19:30 TO 21:30', '21:30 OT 19:30 TA'],
    ['rtl', 'A (b c) D', 'D (b c) A'],
    ['rtl', 'A (B) C', 'C (B) A'],
    ['ltr', 'a (B) c', 'a (B) c'],
    ['rtl', 'PAID €5, OK', 'KO ,€5 DIAP'],
  ] as const)('goes %s: %s', (direction, line, paper) => {
    expect(onPaper(there(line), direction)).toBe(there(paper));
  });

  it('keeps a telephone number whole between Arabic letters', () => {
    expect(onPaper('اتصل \u200E+31\u00A020\u00A0555\u00A001\u00A000\u200E الآن', 'rtl')).toContain(
      '+31\u00A020\u00A0555\u00A001\u00A000',
    );
  });

  it('begins at the side of the first letter that has one', () => {
    expect(directionOf('12 (قهوة) koffie')).toBe('rtl');
    expect(directionOf('12 koffie قهوة')).toBe('ltr');
    expect(directionOf('12')).toBe('ltr');
  });
});

/** Arabic and Latin letters with marks on and after them, also where nobody writes them. */
const MANY_MARKS = fc.constantFrom(
  ...'\u0610\u0615\u0616\u064B\u0651\u0670\u06D6\u06DC\u08D4\u0301\u0308\u0323اسلي\u06B5\uFEDEae\u012F\u00BC '.split(
    '',
  ),
);

describe('letters on a poster', () => {
  const ids = (text: string, direction: 'ltr' | 'rtl' = 'ltr') =>
    shape(text, { face: 'display', direction }).glyphs.map(({ id }) => id);

  it('join in Arabic, and go to the left', () => {
    const [apart, together] = [ids('س', 'rtl'), ids('سسس', 'rtl')];
    expect(together).toHaveLength(3);
    expect(new Set([...apart, ...together]).size).toBe(4);
    // The first letter one reads stands at the right.
    expect(ids('اس', 'rtl').at(-1)).toBe(ids('ا', 'rtl')[0]);
  });

  it('are all there for the languages that a poster speaks', () => {
    expect(undrawable('ığİşŞçÇöü łąęśćńźżŁĄ ñ¿¡áí œçàêëîïôûù’ €«»–…·→'.replace('→', ''))).toEqual([]);
    expect(undrawable('إأآؤئةىًٌٍَُِّْ لا، ؟ ـ 123')).toEqual([]);
  });

  it('are never a box: what no font has loses its accents, or is left out and told', () => {
    expect(asDrawn('Ǟ koffie 👍 мир', 'display')).toBe('A koffie');
    expect(undrawable('koffie 👍 мир')).toEqual(['👍', 'м', 'и', 'р']);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: MANY_MARKS, maxLength: 30 })),
        fc.constantFrom('display', 'strong', 'text'),
        (typed, face) => {
          const { glyphs, advance } = shape(asDrawn(typed, face), { face, direction: directionOf(typed) });
          expect(glyphs.filter(({ id }) => id.endsWith('-0'))).toEqual([]);
          expect([advance, ...glyphs.flatMap(({ x, y }) => [x, y])].every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 240 },
    );
  });

  it.each([
    ['two marks of which the font knows one on that letter', '\u0627\u0610\u0615'],
    ['a mark that only the ligature lacks', '\u06B5\u0616\uFEDE\u08D5\u06D8'],
    ['a letter with a tail and an accent', '\u012F\u0301'],
    ['a fraction with a dot below', '\u00BC\u0323'],
    ['a mark without a letter', ' \u0615\u0610'],
  ])('never stop a poster: %s', (_, typed) => {
    for (const face of ['display', 'strong', 'text'] as const) {
      const drawn = asDrawn(typed, face);
      expect(() => shape(drawn, { face, direction: directionOf(drawn) })).not.toThrow();
    }
  });

  it('keep their marks beside a letter that cannot have its own', () => {
    const alone = ids('قَهْوَة', 'rtl');
    const beside = ids('قَهْوَة \u0627\u0610\u0615', 'rtl');
    expect(alone.length).toBeGreaterThan(4);
    expect(beside.slice(-alone.length)).toEqual(alone);
  });
});

describe('a text in lines', () => {
  const setting = { face: 'display', size: 10, width: 60 } as const;
  const measure = makeMeasure();

  it('is never wider than its column, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 4, max: 30 }), (typed, size) => {
        const { lines } = wrap(typed, { ...setting, size }, measure);
        for (const line of lines) {
          const wide = (shape(line, { face: 'display', direction: directionOf(line) }).advance * size) / 1000;
          // One letter can be wider than the column; and spacing between words is a hair different in a line.
          if (clustersOf(line).length > 1) expect(wide).toBeLessThan(setting.width + size * 0.2);
        }
      }),
      {
        numRuns: 60,
        examples: [
          ['\uFC51\u0156\u0156', 27],
          ['\uFD43\u064E\uFD43\u064E', 30],
          ['\uFD58À', 27],
        ],
      },
    );
  });

  it('loses no letter', () => {
    const typed = 'De woningcorporatievergadering over het Donaudampfschiffahrtsgesellschaftsgebouw';
    const { lines, cut } = wrap(typed, { ...setting, size: 12 }, measure);
    expect(cut).toBe(true);
    expect(lines.join(' ').replace(/- /g, '').replaceAll(' ', '')).toBe(typed.replaceAll(' ', ''));
  });
});
