import { describe, expect, it } from 'vitest';
import { translateIn } from '../../translate.ts';
import { dangerView } from './safety.ts';

describe('a text that speaks of danger', () => {
  it.each(['nl', 'en'] as const)('gets the numbers in both languages, first in that of the page: %s', (language) => {
    const view = dangerView('Er is brand!', translateIn[language]);
    expect(view?.map((words) => words.language)).toEqual(language === 'nl' ? ['nl', 'en'] : ['en', 'nl']);
    expect(view?.map(({ lines }) => lines.map(({ number }) => number))).toEqual([['112'], ['112']]);
    expect(new Set(view?.flatMap(({ lines }) => lines.map(({ text }) => text))).size).toBe(2);
  });
});

it('says nothing of a text that speaks of none', () => {
  expect(dangerView('Het plein is mooi.', translateIn.en)).toBeNull();
});
