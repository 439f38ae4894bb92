import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn } from './marks.ts';

/** What is marked, as `kind: piece`. */
const marked = (text: string) => marksIn(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('marks on what may be personal', () => {
  it.each([
    ['Mijn BSN is 111222333.', 'bsn: 111222333'],
    ['bsn 1234.56.782', 'bsn: 1234.56.782'],
    ['bsn 123 456 782', 'bsn: 123 456 782'],
    ['رقمي ١١١٢٢٢٣٣٣', 'bsn: ١١١٢٢٢٣٣٣'],
    ['NL91ABNA0417164300', 'iban: NL91ABNA0417164300'],
    ['op nl91 abna 0417 1643 00 graag', 'iban: nl91 abna 0417 1643 00'],
    ['TR33 0006 1005 1978 6457 8413 26', 'iban: TR33 0006 1005 1978 6457 8413 26'],
    ['bel 06-12345678', 'phone: 06-12345678'],
    ['bel 020 123 45 67', 'phone: 020 123 45 67'],
    ['bel +31 (0)6 1234 5678', 'phone: +31 (0)6 1234 5678'],
    ['bel 0031612345678', 'phone: 0031612345678'],
    ['ara: +90 532 123 45 67', 'phone: +90 532 123 45 67'],
    ['mail jan.de-vries+1@example.co.uk!', 'email: jan.de-vries+1@example.co.uk'],
    ['kenteken 12-ABC-3', 'plate: 12-ABC-3'],
    ['een bus met x-999-xx', 'plate: x-999-xx'],
    ['AB 12 CD staat fout', 'plate: AB 12 CD'],
    ['op Kalverstraat 12-3', 'address: Kalverstraat 12-3'],
    ['bij prinsengracht 263a', 'address: prinsengracht 263a'],
    ['op nummer 14 hoog', 'address: nummer 14'],
    ['aan het Jan van Galenplein 5', 'address: Galenplein 5'],
    ['at 12 Baker Street', 'address: 12 Baker Street'],
    ['przy ul. Polna 3', 'address: ul. Polna 3'],
    ['1012 AB', 'postcode: 1012 AB'],
    ['1012ab', 'postcode: 1012ab'],
    ['mijn buurman Jan de Vries schreeuwt', 'name: Jan de Vries'],
    ['Mijn bovenbuurvrouw Fatima', 'name: Fatima'],
    ['meneer Van Dijk', 'name: Van Dijk'],
    ['mevr. O’Neill', 'name: O’Neill'],
    ['hij heet ahmed', 'name: ahmed'],
    ['my neighbour John Smith', 'name: John Smith'],
    ['komşum Ayşe Yılmaz', 'name: Ayşe Yılmaz'],
    ['Ahmet Bey çok bağırıyor', 'name: Ahmet'],
    ['جاري محمد يصرخ', 'name: محمد'],
    ['moja sąsiadka Anna Kowalska', 'name: Anna Kowalska'],
  ])('in %j: %s', (text, mark) => {
    expect(marked(text)).toEqual([mark]);
  });

  it.each([
    'Er zijn 123456789 redenen',
    'Mijn bsn is 111222334',
    'NL91 ABNA 1417 1643 01',
    'Bel 0900-8844 of 0800-0113, of 112',
    'In mijn straat staan 2 auto’s',
    'Sinds 2024 is het beter, in 1990 was het anders',
    'Op 18-03-2027 om 19:30 in week 11',
    'mijn buurman heeft een hond',
    'Het water is heet. De Soep ook.',
    'Ik ben @ huis',
    'Wij wonen hier 12 jaar met 3000 mensen',
    'het kost 1.250,00 euro',
    'جاري',
    '',
  ])('none in %j', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('counts only numbers that pass the eleven-proof as a BSN', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const digits = Array.from(String(number), Number);
        const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
        expect(marked(`nr: ${number}`).includes(`bsn: ${number}`)).toBe(sum % 11 === 0);
      }),
    );
  });

  it('stand in their order, none over another, and inside the text', () => {
    const signs = [
      '0',
      '6',
      '-',
      ' ',
      '1012AB',
      'Jan',
      'mijn buurman ',
      '@',
      'a.nl',
      'straat 1',
      '\n',
      '🙂',
      'ي',
      '٣',
      'NL91',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end } of marksIn(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('come in one text together', () => {
    const text = 'Mijn buurman Piet (06 12345678, piet@example.org) woont op Dorpsstraat 7, 1234 AB. Auto: 1-ABC-23.';
    expect(marksIn(text).map(({ kind }) => kind)).toEqual(['name', 'phone', 'email', 'address', 'postcode', 'plate']);
  });

  it('sees the name before an address that it runs on into', () => {
    const text = 'Mijn buurman Piet Jansen van de Dorpsstraat 7 maakt herrie.';
    expect(marksIn(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['name', 'Piet Jansen van de'],
      ['address', 'Dorpsstraat 7'],
    ]);
  });

  it.each(['a', '1 ', 'AA00', 'a.', 'Mijn buurman ', '+31 (', 'NL91 ', "a-a'", '٠', 'Aa ', '1-', 'a@a.'])(
    'are found in 100 kB of %j as well',
    (piece) => {
      expect(Array.isArray(marksIn(piece.repeat(Math.ceil(100_000 / piece.length))))).toBe(true);
    },
  );
});
