import { describe, expect, it } from 'vitest';
import { LETTER_NAMES, makeLetterWriter } from '../../src/mail/index.ts';

const write = makeLetterWriter();
const values = {
  name: 'Noor',
  title: 'Koffie en plannen',
  when: 'donderdag 18 maart 2027, van 19.30 tot 21.30 uur',
  where: 'Buurthuis De Linde, Lindestraat 1',
  people: '2 personen',
  before: 'Er zijn 3 aanmeldingen vóór u.',
  standing: 'U heeft een plaats voor 2 personen.',
  organiser: 'Stichting De Linde',
  reason: 'De zaal is dicht.',
  link: 'https://portaal.example/bijeenkomsten/koffie/aanmelding/geheim',
  meetingLink: 'https://portaal.example/bijeenkomsten/koffie',
  forgetDay: '1 april 2027',
};

const plain = (html: string) =>
  html
    .replace(/[\s\S]*<body[^>]*>/, '')
    .replace(/<li[^>]*>/g, '- ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(LETTER_NAMES)('the letter "%s"', (name) => {
  const letter = write({ name, to: 'noor@voorbeeld.nl', values });

  it('is filled in completely, with a subject of one line', () => {
    expect(letter.subject).toMatch(/^[^\r\n{}]{10,}$/);
    expect(letter.text).not.toMatch(/[{}]/);
    expect(letter.text).toContain('Beste Noor');
  });

  it('says the same in text and in HTML', () => {
    expect(plain(letter.html)).toBe(letter.text.replace(/\s+/g, ' ').trim());
  });

  it('has its links on lines of their own, and fetches nothing', () => {
    const links = letter.text.split('\n').filter((line) => line.includes('http'));
    for (const line of links) expect(line).toMatch(/^https:\/\/portaal\.example\/\S+$/);
    expect(letter.html).not.toMatch(/<(img|link|script|iframe|object)|url\(|src=/i);
  });

  it('stays as narrow as a phone, however long its link', () => {
    expect(letter.html).toContain('overflow-wrap: anywhere');
  });

  it('speaks plainly: sentences of at most 25 words, 15 on average', () => {
    const sentences = letter.text
      .replace(/^- .*$/gm, '')
      .replace(/https?:\S+/g, '')
      .split(/[.!?:]\s|\n\n/)
      .map((sentence) => sentence.split(/\s+/).filter(Boolean).length)
      .filter((words) => words > 0);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25);
    expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(15);
  });
});

it('keeps every value on its line: nothing typed can add a paragraph, a link or a tag', () => {
  const evil = 'Noor\r\n\r\nKlik: <a href="https://kwaad.example">hier</a>';
  const { subject, text, html } = write({
    name: 'received-placed',
    to: 'noor@voorbeeld.nl',
    values: { ...values, name: evil, title: evil },
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text.split('\n')[0]).toBe('Beste Noor Klik: <a href="https://kwaad.example">hier</a>,');
  expect(html).not.toContain('<a href="https://kwaad');
});

it('does not fill in placeholders that somebody typed', () => {
  const { text } = write({ name: 'moved-up', to: 'a@b.nl', values: { ...values, name: '{link} $& $1' } });
  expect(text.split('\n')[0]).toBe('Beste {link} $& $1,');
});

it('throws when a value is missing or a link is not one: a letter with a gap must not go out', () => {
  expect(() => write({ name: 'known', to: 'a@b.nl', values: {} })).toThrow('{title}');
  const wrong = { ...values, link: 'javascript:alert(1)' };
  expect(() => write({ name: 'known', to: 'a@b.nl', values: wrong })).toThrow('{link}');
});

it('names the file when a letter has no subject', () => {
  expect(() => makeLetterWriter('/nonexistent')).toThrow('received-placed.md');
});
