import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { sayDay, sayLongDay, sayMoment, sayTime } from './dates.ts';
import { askedLanguage } from './page-language.ts';
import { askedIn, inLanguage } from './routes.ts';
import { translateIn } from './translate.ts';

const entries = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
type Entry = z.infer<typeof entries>[string];
const read = (language: string, file: string) =>
  entries.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../content/messages/${language}/${file}.json`), 'utf8')),
  );

const forms = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const holes = (entry: Entry): string[] =>
  [
    ...new Set(forms(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))),
  ].toSorted();
const words = (sentence: string): number => sentence.split(/\s+/).length;

describe('the English of the pages around sign-ups and signals', () => {
  const files = 'common follow gate meetings photo place promises safety signUps signals'.split(' ');

  it.each(files)('has every sentence of %s.json, and no other', (file) => {
    expect(Object.keys(read('en', file)).toSorted()).toEqual(Object.keys(read('nl', file)).toSorted());
  });

  it.each(files)('tells in %s.json the same values as the Dutch', (file) => {
    const told = (language: string) =>
      Object.fromEntries(Object.entries(read(language, file)).map(([key, entry]) => [key, holes(entry)]));
    expect(told('en')).toEqual(told('nl'));
  });

  it.each(files)('keeps the sentences of %s.json short', (file) => {
    const sentences = Object.values(read('en', file)).flatMap((entry) =>
      forms(entry).flatMap((form) => form.split(/(?<=[.!?:])\s/)),
    );
    expect(sentences.filter((sentence) => words(sentence) > 25)).toEqual([]);
  });

  it('counts, and fills in, as the English do', () => {
    expect(translateIn.en('meetings.left', { n: 1 })).toBe('1 place left');
    expect(translateIn.en('meetings.left', { n: 1200 })).toBe('1,200 places left');
  });

  it('stays Dutch where there is no English, so that a page never breaks on it', () => {
    expect(translateIn.en('accounts.shell.name')).toBe(translateIn.nl('accounts.shell.name'));
  });
});

describe('the promises in English', () => {
  const folder = join(import.meta.dirname, '../../content/promises');
  const names = (language: string) => readdirSync(join(folder, language)).filter((name) => name.endsWith('.md'));
  const text = (language: string, name: string) => readFileSync(join(folder, language, name), 'utf8');

  it('are the same promises', () => {
    expect(names('en')).toEqual(names('.'));
  });

  it.each(names('.'))('has in %s the same fields, values and paragraphs, in short sentences', (name) => {
    const shape = (language: string) => {
      const [, head = '', body = ''] = text(language, name).split('---\n');
      return {
        fields: head.split('\n').map((line) => line.split(':')[0]),
        values: holes(text(language, name)),
        paragraphs: body.trim().split('\n\n').length,
      };
    };
    expect(shape('en')).toEqual(shape('.'));
    const sentences = text('en', name).split(/(?<=[.!?:])\s/);
    expect(sentences.filter((sentence) => words(sentence) > 25)).toEqual([]);
  });
});

describe('a moment', () => {
  const summer = new Date('2027-07-01T22:05:00Z');

  it.each([
    ['nl', 'vrijdag 2 juli 2027', '2 juli 2027', '00.05 uur', 'vrijdag 2 juli 2027, 00.05 uur'],
    ['en', 'Friday 2 July 2027', '2 July 2027', '00:05', 'Friday 2 July 2027 at 00:05'],
  ] as const)('is said in %s, by the clock of Amsterdam', (language, longDay, day, time, moment) => {
    const t = translateIn[language];
    expect([sayLongDay(summer, t), sayDay(summer, t), sayTime(summer, t), sayMoment(summer, t)]).toEqual([
      longDay,
      day,
      time,
      moment,
    ]);
  });
});

describe('the language that an address asks for', () => {
  it.each([
    ['?taal=en', 'en'],
    ['?_action=signUps.act&taal=en', 'en'],
    ['?taal=nl', 'nl'],
    ['?taal=EN"><script>', undefined],
    ['?taal=', undefined],
    ['', undefined],
  ])('%s: %s', (query, language) => {
    expect(askedLanguage(new URL(`https://portaal.example/x${query}`))).toBe(language);
  });

  it('is added to an address, after what it asks already; Dutch needs no words', () => {
    expect(inLanguage('/aanmelden', translateIn.nl)).toBe('/aanmelden');
    expect(inLanguage('/aanmelden', translateIn.en)).toBe('/aanmelden?taal=en');
    expect(askedIn('?_action=signUps.act', 'nl')).toBe('?_action=signUps.act&taal=nl');
  });
});
