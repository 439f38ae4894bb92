import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../../src/domain/kernel/index.ts';
import { makeLetterWriter, ORGANISER_LETTERS, RESIDENT_LETTERS, type LetterOrder } from '../../src/mail/index.ts';
import { readability, sentencesOf, wordsOf } from '../pages/readability.ts';
import { plainOf } from './letters.ts';

const CONTENT = join(import.meta.dirname, '../../content/letters');
const write = makeLetterWriter();
const home = 'https://portaal.example/bijeenkomsten/koffie';
const values = {
  reader: 'Noor',
  forWhom: 'U heeft Aart aangemeld. Deze mail gaat over die aanmelding.',
  title: 'Koffie en plannen',
  day: 'donderdag 18 maart 2027',
  when: 'donderdag 18 maart 2027, van 19.30 tot 21.30 uur',
  where: 'Buurthuis De Linde, Lindestraat 1',
  route: 'De ingang is naast de apotheek.',
  people: '2 personen',
  places: '2 plaatsen',
  before: 'Er zijn 3 aanmeldingen vóór u.',
  moment: 'dinsdag 2 maart 2027 om 10.00 uur',
  standing: 'U heeft een plaats voor 2 personen.',
  organiser: 'Stichting De Linde',
  reason: 'De zaal is dicht.',
  calendarNote: 'Het bestand bij deze mail zet de nieuwe tijd en plaats in uw agenda.',
  attended: '31 personen',
  tellOn: 'Op 1 mei 2027 hoort u meer.',
  forgetDay: '1 april 2027',
  buurt: 'H-buurt',
  portal: 'Buurtbalans',
  link: `${home}/aanmelding/geheim`,
  answerLink: `${home}/aanmelding/antwoord`,
  pageLink: `${home}/aanmelding/pagina`,
  meetingLink: home,
  onlineLink: 'https://meet.example/kamer',
  stopLink: 'https://portaal.example/post/stop/abc',
  draftLink: 'https://portaal.example/beheer/buurten/h-buurt/nieuw/report?van=1',
};
const texts: LetterOrder['texts'] = {
  said: [
    { kind: 'paragraph', text: 'Er is veel gezegd over de deuren.' },
    { kind: 'list', items: ['De voordeur klemt.', 'Het licht is stuk.'] },
  ],
  agreed: [{ kind: 'list', items: ['Nieuwe lampen (wie: Woonbedrijf)'] }],
  next: [{ kind: 'paragraph', text: 'Wij leggen dit voor.' }],
};
const order = { to: 'noor@voorbeeld.nl', values, texts };

const ALL = [
  ...LETTER_LANGUAGES.flatMap((language) => RESIDENT_LETTERS.map((name) => ({ language, name }))),
  ...ORGANISER_LETTERS.map((name) => ({ language: 'nl' as const, name })),
];

describe.each(ALL)('the letter "$name" in "$language"', ({ language, name }) => {
  const letter = write({ ...order, language, name });

  it('is filled in completely, with a subject of one line', () => {
    expect(letter.subject).toMatch(/^[^\r\n{}]{10,}$/);
    expect(letter.text).not.toMatch(/[{}]/);
    expect(letter.text.split('\n')[0]).toBe(language === 'nl' ? 'Beste Noor,' : 'Dear Noor,');
    expect(letter.html).toContain(`<html lang="${language}">`);
  });

  it('says the same in text and in HTML, links included', () => {
    expect(plainOf(letter.html)).toBe(letter.text.replace(/\s+/g, ' ').trim());
  });

  it('has its links on lines of their own, one of them as a button, and fetches nothing', () => {
    const links = letter.text.split('\n').filter((line) => line.includes('http'));
    for (const line of links) expect(line).toMatch(/^https:\/\/\S+$/);
    expect(links.length).toBeGreaterThan(0);
    expect(letter.html).toContain('background: #1d5580');
    expect(letter.html).not.toMatch(/<(img|link|script|iframe|object)|url\(|src=/i);
  });

  it('stays as narrow as a phone, and keeps the colours of the reader', () => {
    expect(letter.html).toContain('overflow-wrap: anywhere');
    expect(letter.html).not.toMatch(/<(?:body|div|p|li|h2)[^>]*(?:background|[^-]color:)/);
  });

  it('leads to the page of the sign-up, where one can be forgotten', () => {
    if (!name.startsWith('report-due')) expect(letter.text).toContain(`${home}/aanmelding/`);
  });

  it('speaks plainly: sentences of at most 25 words, 15 on average; Dutch that scores 60 or more', () => {
    const prose = letter.text.replace(/^- .*$/gm, '').replace(/https?:\S+/g, '');
    const lengths = sentencesOf(prose).map((sentence) => wordsOf(sentence).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(25);
    expect(lengths.reduce((sum, words) => sum + words, 0) / lengths.length).toBeLessThanOrEqual(15);
    if (language === 'nl') expect(readability(prose).score).toBeGreaterThanOrEqual(60);
  });
});

it('keeps every value on its line: nothing typed can add a paragraph, a link or a tag', () => {
  const evil = 'Noor\r\n\r\nKlik: <a href="https://kwaad.example">hier</a>\u2028# Let op\u202e';
  const all = { ...values, reader: evil, title: evil, organiser: evil, reason: evil };
  const evils = [
    { kind: 'paragraph' as const, text: evil },
    { kind: 'list' as const, items: [evil] },
  ];
  for (const { name, language } of ALL) {
    const given = { said: evils, agreed: evils, next: evils };
    const { subject, text, html } = write({ name, language, to: 'noor@voorbeeld.nl', values: all, texts: given });
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/);
    expect(text.split('\n')[0]).toContain('Noor Klik: <a href="https://kwaad.example">hier</a> # Let op');
    expect(text).not.toMatch(/^(?:Klik|# Let op)/m);
    expect(text).not.toContain('\u202e');
    expect(html).not.toContain('<a href="https://kwaad');
  }
});

it('does not fill in placeholders that somebody typed', () => {
  const { text } = write({ ...order, name: 'offered', language: 'nl', values: { ...values, reader: '{link} $& $1' } });
  expect(text.split('\n')[0]).toBe('Beste {link} $& $1,');
});

it('leaves out the line or the paragraph of a value that is not there, and nothing else', () => {
  const whole = write({ ...order, name: 'changed', language: 'nl' }).text;
  const without = { route: null, onlineLink: null, forWhom: null };
  const { text, html } = write({ ...order, name: 'changed', language: 'nl', values: { ...values, ...without } });
  expect(whole).toContain('Zo komt u er:');
  expect(text).toBe(
    whole
      .replace('- Zo komt u er: De ingang is naast de apotheek.\n', '')
      .replace(`Doe mee via internet:\n${values.onlineLink}\n\n`, '')
      .replace(`${values.forWhom}\n\n`, ''),
  );
  expect(html).not.toMatch(/<p[^>]*><\/p>|<ul[^>]*>\s*<\/ul>/);
});

it('keeps names from right to left apart, so that they turn no sign beside them around', () => {
  const { text, subject } = write({
    ...order,
    name: 'confirmed',
    language: 'nl',
    values: { ...values, reader: 'نور', title: 'قهوة 10.00' },
  });
  expect(text.split('\n')[0]).toBe('Beste \u2068نور\u2069,');
  expect(subject).toBe('U heeft een plaats: \u2068قهوة 10.00\u2069');
});

it('throws when a value is missing or a link is not one: a letter with a gap must not go out', () => {
  const known = { ...order, name: 'known', language: 'nl' } as const;
  expect(() => write({ ...known, values: {} })).toThrow('{title}');
  expect(() => write({ ...known, values: { ...values, pageLink: 'javascript:alert(1)' } })).toThrow('{pageLink}');
  expect(() => write({ ...known, values: { ...values, title: null } })).toThrow('subject');
  expect(() => write({ ...known, name: 'report', texts: {} })).toThrow('{{said}}');
});

it('names the file when a letter is missing, has no subject, or writes a link otherwise', () => {
  expect(() => makeLetterWriter('/nonexistent')).toThrow('received-held.md');
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  cpSync(CONTENT, folder, { recursive: true });
  writeFileSync(join(folder, 'en', 'waiting.md'), 'Hello\n\nDear {reader},\n');
  expect(() => makeLetterWriter(folder)).toThrow(/en.waiting\.md must begin/);
  writeFileSync(join(folder, 'en', 'waiting.md'), 'Subject: Hello\n\n=> {link}\n');
  expect(() => makeLetterWriter(folder)).toThrow(/en.waiting\.md: a link/);
  rmSync(folder, { recursive: true });
});
