import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import { PAPER_COLOURS, drawSheet } from '../../src/web/poster/sheet.ts';
import { sheetOf } from '../../src/web/poster/sheet-of.ts';
import { chosenLanguages, POSTER_LANGUAGES, wordsIn, type SheetSize } from '../../src/web/poster/words.ts';
import { aBuurt, aMeeting } from '../factories/index.ts';

const root = join(import.meta.dirname, '../..');
const now = new Date('2027-03-01T10:00:00Z');
const buurt = aBuurt();
const meeting: Meeting = {
  ...aMeeting({
    slug: 'koffie',
    title: 'Koffie en plannen',
    interpreters: ['ar'],
    online: true,
    childcare: true,
    translations: [{ language: 'ar', title: 'قهوة وخطط', summary: 'نشرب القهوة معًا.' }],
  }),
  placesLeft: 20,
  waiting: 0,
};

const shape = [
  [
    [
      [4.95, 52.31],
      [4.96, 52.31],
      [4.96, 52.32],
      [4.95, 52.31],
    ],
  ],
];

function draw(changes: Partial<Meeting> = {}, { size = 'a4', taal = '' }: { size?: SheetSize; taal?: string } = {}) {
  const asked = { size, languages: chosenLanguages([taal], size), origin: 'https://portaal.example', now };
  const subject = {
    meeting: { ...meeting, ...changes },
    buurt,
    shape: shape.map((part) => part.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]))),
  };
  return drawSheet(sheetOf(subject, asked), 'Poster');
}

const words = (language: (typeof POSTER_LANGUAGES)[number], changes: Partial<Meeting> = {}) =>
  wordsIn(language, { meeting: { ...meeting, ...changes }, buurt, now });

/** Without the signs that keep a value apart in its sentence. */
const bare = (sentence: string | undefined) => sentence?.replace(/[\u2068\u2069]/g, '');

const long = (length: number) => 'Woningcorporatievergadering en kennismaking '.repeat(10).slice(0, length);
const HOSTILE: readonly (readonly [string, Partial<Meeting>])[] = [
  ['ordinary texts', {}],
  [
    'the longest texts that a form takes',
    {
      title: long(80),
      placeName: long(120),
      address: long(200),
      summary: long(200),
      audience: long(120),
      organiser: long(120),
      languages: ['nl', 'en', 'ar', 'tr', 'pl', 'es', 'fr', 'so', 'ti', 'uk'],
    },
  ],
  [
    'words without any space',
    {
      title: 'W'.repeat(80),
      placeName: 'W'.repeat(120),
      address: 'w'.repeat(200),
      summary: 'm'.repeat(200),
      organiser: 'M'.repeat(120),
    },
  ],
  [
    'script and signs of XML',
    { title: '<script>alert(1)</script>&"\'', placeName: ']]>&amp;', organiser: '\u202Egnirts' },
  ],
  ['nothing but signs that we cannot draw', { title: '👍👍', summary: '日本語', placeName: '☃', address: '☃' }],
  ['one that is off for a long reason', { cancelled: long(500), title: long(80) }],
];

// The portal never reads a drawing, and says so for the whole process; a test file before this one may have loaded that.
const drawings = { operation: ['VipsForeignLoadSvg'] };
beforeAll(() => {
  sharp.unblock(drawings);
});
afterAll(() => {
  sharp.block(drawings);
});

describe('a sheet to print', () => {
  it.each(HOSTILE)('keeps its margins white with %s', async (_, changes) => {
    for (const [size, taal] of [
      ['a4', 'ar,tr'],
      ['a5', 'pl'],
      ['a4', ''],
    ] as const) {
      const { data, info } = await sharp(Buffer.from(draw(changes, { size, taal })), { density: 40 })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const edge = Math.floor((info.width * 10) / 210);
      const dark = data.filter((value, at) => {
        const [x, y] = [(at / info.channels) % info.width, Math.floor(at / info.channels / info.width)];
        const outside = x < edge || y < edge || x >= info.width - edge || y >= info.height - edge;
        return outside && value < 200;
      });
      expect(dark.length, `${size} ${taal}`).toBe(0);
      expect(data.some((value) => value < 50)).toBe(true);
    }
  });

  it('is as large as the paper, and needs nothing from elsewhere: no font, no style, no address', () => {
    expect(draw()).toContain('width="210mm" height="297mm" viewBox="0 0 210 297"');
    expect(draw({}, { size: 'a5' })).toContain('width="148mm" height="210mm"');
    for (const [, changes] of HOSTILE) {
      const svg = draw(changes, { taal: 'ar' });
      expect(svg).not.toMatch(/<(?:text|style|image|script|foreignObject)\b|style=|font-family|href="(?!#)|url\(/);
    }
  });

  it.each([
    ['a4', 30],
    ['a5', 22],
  ] as const)('has a code that a camera can read on %s: at least %i mm, its quiet zone beside that', (size, least) => {
    const svg = draw({ slug: 'een-heel-lange-naam-voor-een-bijeenkomst-in-de-buurt-2027-04-06' }, { size });
    const [, scale, path = ''] = /scale\(([\d.]+)\)" shape-rendering="crispEdges"><path d="([^"]+)"/.exec(svg) ?? [];
    const columns = [...path.matchAll(/M(\d+) [\d.]+h(\d+)/g)].map(([, from, run]) => [
      Number(from),
      Number(from) + Number(run),
    ]);
    const modules = Math.max(...columns.map(([, to = 0]) => to)) - Math.min(...columns.map(([from = 0]) => from));
    const millimetres = (modules * Number(scale) * (size === 'a4' ? 210 : 148)) / 210;
    expect(millimetres).toBeGreaterThanOrEqual(least);
    expect(Math.min(...columns.map(([from = 0]) => from))).toBe(4);
  });

  it('has the colours of the portal', () => {
    const tokens = readFileSync(join(root, 'src/web/layouts/tokens.css'), 'utf8');
    for (const [accent, colour] of Object.entries(PAPER_COLOURS))
      expect(new RegExp(`--${accent}: (#\\w+);`).exec(tokens)?.[1]).toBe(colour);
  });
});

describe('the languages of a sheet', () => {
  it('are Dutch and those asked for, each once, in one order, no more than fit', () => {
    expect(chosenLanguages(['tr,en'], 'a4')).toEqual(['nl', 'en', 'tr']);
    expect(chosenLanguages(['en', 'tr', 'en'], 'a4')).toEqual(['nl', 'en', 'tr']);
    expect(chosenLanguages(['tr,en,ar,pl'], 'a4')).toEqual(['nl', 'en', 'tr']);
    expect(chosenLanguages(['tr,en'], 'a5')).toEqual(['nl', 'tr']);
    expect(chosenLanguages(['xx,__proto__,toString,nl,'], 'a4')).toEqual(['nl']);
  });

  it('all have every sentence', () => {
    const folder = join(root, 'content/messages');
    const keysOf = (language: string) =>
      Object.keys(JSON.parse(readFileSync(join(folder, language, 'poster.json'), 'utf8')))
        .filter((key) => key.startsWith('sheet.'))
        .sort();
    for (const language of POSTER_LANGUAGES) expect(keysOf(language), language).toEqual(keysOf('nl'));
    const withPoster = readdirSync(folder).filter((name) => readdirSync(join(folder, name)).includes('poster.json'));
    expect(withPoster.sort()).toEqual([...POSTER_LANGUAGES].sort());
  });

  it('say day and hour as their readers do, in the Netherlands, with the digits of the telephone', () => {
    expect(words('nl')).toMatchObject({ weekday: 'donderdag', day: '18 maart', hours: '19.30 tot 21.30 uur' });
    expect(words('en').when).toBe('Thursday 18 March, 19:30 to 21:30');
    expect(words('tr').when).toBe('18 Mart Perşembe, 19:30 – 21:30');
    expect(bare(words('ar').when)).toBe('الخميس، 18 مارس، من 19:30 إلى 21:30');
    const inSummer = { startsAt: new Date('2027-03-28T18:30:00Z'), endsAt: new Date('2027-03-28T20:30:00Z') };
    expect(words('fr', inSummer).hours).toBe('de 20:30 à 22:30');
  });

  it('tell who reads them whether they are spoken there, with the translation of the organiser', () => {
    expect(words('ar')).toMatchObject({ title: 'قهوة وخطط', translated: true, direction: 'rtl' });
    expect(words('ar').facts.map(bare)).toContain('ترجمة فورية: العربية');
    expect(words('pl')).toMatchObject({ title: 'Spotkanie mieszkańców', translated: false, summary: '' });
    expect(words('pl').facts).toContain('Języki: niderlandzki');
    expect(words('nl').facts).toEqual([
      'Gratis',
      'We zorgen voor eten',
      'Er is kinderopvang',
      'Een rolstoel kan naar binnen',
      'Online meedoen kan ook',
      'Talen: Nederlands',
      'Tolk: Arabisch',
    ]);
  });

  it('say what one can do now: sign up, from when, or no more', () => {
    expect(words('nl').join).toBe('Meld u aan');
    expect(words('nl', { signUpOpensAt: new Date('2027-03-05T08:00:00Z') }).join).toBe('Aanmelden kan vanaf 5 maart');
    expect(words('nl', { signUpClosesAt: new Date('2027-02-05T08:00:00Z') }).join).toBe('Aanmelden kan niet meer');
    expect(words('en', { cancelled: 'Ziek.' })).toMatchObject({ join: 'Read more', off: 'Cancelled', facts: [] });
  });

  it('show the telephone of the buurt, and nothing where it has none', () => {
    expect(words('nl').call).toContain('020\u00A0555\u00A001\u00A000');
    const silent = { ...buurt, contact: { ...buurt.contact, phone: '' } };
    expect(wordsIn('nl', { meeting, buurt: silent, now }).call).toBeNull();
  });
});
