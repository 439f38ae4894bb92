import { describe, expect, it } from 'vitest';
import { receiptOf } from '../dialogue/receipt.ts';
import { holdsReceipt } from './receipt-shape.ts';
import { signalText } from './signal-text.ts';

const codes = Array.from({ length: 300 }, (_, form) => receiptOf(String(form), 'a key'));

describe('a receipt code in a text', () => {
  it('P7: is seen, and the text is refused', () => {
    const missed = codes.filter((code) => signalText(`Mijn code is ${code}, help.`).ok);
    expect(missed).toEqual([]);
  });

  it.each([
    ['without dashes', (code: string) => code.replaceAll('-', '')],
    ['in small letters with spaces', (code: string) => code.toLowerCase().replaceAll('-', ' ')],
    ['with other dashes', (code: string) => code.replaceAll('-', ' – ')],
    ['over lines', (code: string) => code.replaceAll('-', '\n')],
    ['with the letter O for zero', (code: string) => code.replaceAll('0', 'O')],
    ['with signs without width', (code: string) => code.replaceAll('-', '\u200b-\u200b')],
    ['in an address', (code: string) => `https://example.org/?c=${code}`],
    ['after an Arabic word', (code: string) => `رمزي ${code}`],
  ])('P7: is seen %s', (_, written) => {
    const missed = codes.filter((code) => !holdsReceipt(written(code)));
    expect(missed).toEqual([]);
  });

  it.each([
    'want daar komt veel geld',
    'want-daar-komt-veel-geld',
    'In 2024 zijn daar veel meer auto’s dan 1990.',
    'arbeidsongeschiktheidsverzekering',
    'abcdefghijklmnopqrst',
    '12345678901234567890',
    'Bel 0900 8844 1234 5678 9012',
    'NL91 ABNA 0417 1643 00',
    'Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
    'http://example.org/een/pad/dat/lang/is-2027',
    'https://example.org/d/550e8400-e29b-41d4-a716-446655440000',
    'https://example.org/v/5f2a9c1b7d3e4a6b8c0d',
    'Mijn pakje 3SABCD12345678901234 kwam niet.',
  ])('is not seen in %j', (text) => {
    expect(holdsReceipt(text)).toBe(false);
  });

  it('is looked for in no more time than the text is long', () => {
    for (const hostile of ['A1B2'.repeat(25_000), 'A1B2-'.repeat(20_000), 'a'.repeat(100_000), ' - '.repeat(33_000)])
      expect(typeof holdsReceipt(hostile)).toBe('boolean');
  });
});
