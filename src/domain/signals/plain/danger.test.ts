import { describe, expect, it } from 'vitest';
import sentences from '../../../../tests/signals/danger-sentences.json' with { type: 'json' };
import { DANGERS, dangersIn } from './danger.ts';

/** At least ten sentences in each of five languages, for each number that helps. */
const spoken = Object.entries(sentences.spoken).flatMap(([language, lists]) =>
  DANGERS.map((danger) => ({ language, danger, list: lists[danger] })),
);

describe('words of danger', () => {
  it.each(spoken)('P13: are seen in $language: $danger', ({ danger, list }) => {
    expect(list.length).toBeGreaterThanOrEqual(10);
    expect(list.filter((sentence) => !dangersIn(sentence).includes(danger))).toEqual([]);
  });

  it('are seen without capitals, accents, dots and signs, and with more of them', () => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ł', 'l');
    const written = [
      plain,
      (text: string) => text.toUpperCase(),
      (text: string) => `«${text.replaceAll(' ', '  \n')}»…`,
    ];
    const missed = spoken.flatMap(({ danger, list }) =>
      list.flatMap((sentence) =>
        written.map((write) => write(sentence)).filter((text) => !dangersIn(text).includes(danger)),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('are not seen on other days', () => {
    expect(sentences.harmless.length).toBeGreaterThanOrEqual(30);
    expect(sentences.harmless.filter((sentence) => dangersIn(sentence).length > 0)).toEqual([]);
  });

  it('are told in the order of who to call first', () => {
    expect(dangersIn('Ik wil dood. Er is brand in de flat en mijn fiets is gestolen.')).toEqual([...DANGERS]);
  });

  it.each([
    ['nothing', ''],
    ['half a sign', '\ud83d'],
    ['one word of 100 kB', 'a'.repeat(100_000)],
    ['one Arabic word of 100 kB', 'ي'.repeat(100_000)],
    ['100,000 accents', '\u0301'.repeat(100_000)],
    ['the beginning of a sentence, again and again', 'hij slaat ik wil niet meer '.repeat(4_000)],
  ])('are looked for in %s', (_, text) => {
    expect(dangersIn(text)).toEqual([]);
  });
});
