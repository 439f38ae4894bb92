import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { readability, sentencesOf, syllables, wordsOf } from './readability.ts';

/** standards.md: "Plain Dutch". */
const PLAIN = { score: 60, mean: 15, longest: 25 };
const LEGAL = { ...PLAIN, score: 50 };
const LEGAL_PAGES = new Set(['privacy.md', 'toegankelijkheid.md']);

const content = join(import.meta.dirname, '../../content');
const markdownIn = (folder: string) => readdirSync(join(content, folder)).filter((name) => name.endsWith('.md'));

/** The words of a file: its Markdown, and what a reader sees of its first lines. */
function textOf(folder: string, name: string): string {
  const text = readFileSync(join(content, folder, name), 'utf8');
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const shown = head
    .split('\n')
    .flatMap((line) => /^(?:title|summary|short|promise|limit): (.*)$/.exec(line)?.[1] ?? []);
  return [...shown, body].join('\n');
}

const entries = z.record(z.string(), z.union([z.string(), z.object({ one: z.string(), other: z.string() })]));
const messageFiles = readdirSync(join(content, 'messages/nl')).filter((name) => name.endsWith('.json'));

function messagesIn(name: string): { key: string; sentence: string }[] {
  const messages = entries.parse(JSON.parse(readFileSync(join(content, 'messages/nl', name), 'utf8')));
  return Object.entries(messages).map(([key, entry]) => ({
    key,
    sentence: typeof entry === 'string' ? entry : entry.other,
  }));
}

function expectReadable(text: string, { score, mean, longest }: typeof PLAIN): void {
  const found = readability(text);
  expect(found.longest.words, found.longest.sentence).toBeLessThanOrEqual(longest);
  expect(found.mean, 'words per sentence').toBeLessThanOrEqual(mean);
  expect(found.score, 'Flesch-Douma').toBeGreaterThanOrEqual(score);
}

describe('the measure of plain Dutch', () => {
  it.each([
    ['buurt', 1],
    ['deuren', 2],
    ['bijeenkomst', 3],
    ['geeuwen', 2],
    ['nieuws', 1],
    ['woningcorporatie', 6],
    ['mooie', 2],
  ])('hears the syllables of %s: %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('sees sentences, items and headings, and no end in a number or a time', () => {
    expect(sentencesOf('# Kop\n\nOm 19.30 uur. Er zijn 1.200 huizen!\n\n- een\n- twee')).toEqual([
      'Kop',
      'Om 19.30 uur.',
      'Er zijn 1.200 huizen!',
      'een',
      'twee',
    ]);
    expect(wordsOf('Er zijn 1.200 huizen, ’s avonds.')).toHaveLength(6);
  });
});

describe('what an editor may change', () => {
  const dutchPages = markdownIn('pages').filter((name) => !name.startsWith('kort.'));
  it.each(dutchPages)('is plain Dutch: pages/%s', (name) => {
    expectReadable(textOf('pages', name), LEGAL_PAGES.has(name) ? LEGAL : PLAIN);
  });
  it.each(markdownIn('method'))('is plain Dutch: method/%s', (name) => {
    expectReadable(textOf('method', name), PLAIN);
  });
  it.each(markdownIn('promises'))('is plain Dutch: promises/%s', (name) => {
    expectReadable(textOf('promises', name), PLAIN);
  });
  // A term is often a long word: the list is measured as a whole, each sentence for its length.
  it('is plain Dutch: the list of words', () => {
    expectReadable(
      markdownIn('glossary')
        .map((name) => textOf('glossary', name))
        .join('\n'),
      PLAIN,
    );
  });
});

describe('what the portal says', () => {
  it.each(messageFiles)('is plain Dutch: messages/nl/%s', (name) => {
    const messages = messagesIn(name);
    for (const { key, sentence } of messages) {
      const { longest } = readability(sentence);
      expect(longest.words, `${key}: ${longest.sentence}`).toBeLessThanOrEqual(PLAIN.longest);
    }
    // Labels and buttons are no sentences: what has a full stop in it is.
    const prose = messages.map(({ sentence }) => sentence).filter((sentence) => /[.!?](?:\s|$)/.test(sentence));
    if (prose.length > 0) expectReadable(prose.join('\n'), PLAIN);
  });
});
