import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReceipt } from '../plain/new-receipt.ts';
import { plainReceipt } from '../plain/receipt-shape.ts';
import { seal, unseal } from '../sealing/seal.ts';
import { fitsReceipt, hashReceipt, receiptLookup, receiptOf, senderKeyOf } from './receipt.ts';

describe('the receipt code', () => {
  it('P7: has 90 bits and two check signs, in groups of four signs that cannot be misread', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (token, key) => {
        expect(receiptOf(token, key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
        expect(isReceipt(plainReceipt(receiptOf(token, key)))).toBe(true);
      }),
    );
  });

  it('uses every sign about as often as every other', () => {
    const seen = new Map<string, number>();
    for (let form = 0; form < 1000; form += 1)
      for (const sign of plainReceipt(receiptOf(String(form), 'key'))) seen.set(sign, (seen.get(sign) ?? 0) + 1);
    expect(seen.size).toBe(32);
    expect(Math.min(...seen.values())).toBeGreaterThan(500);
    expect(Math.max(...seen.values())).toBeLessThan(750);
  });

  it('is the same for the same form, and another for another form or another portal', () => {
    const code = receiptOf('form', 'key');
    expect(receiptOf('form', 'key')).toBe(code);
    expect(receiptOf('form 2', 'key')).not.toBe(code);
    expect(receiptOf('form', 'key 2')).not.toBe(code);
  });

  it.each([
    ['in small letters', 'k7qf-9m2t-0011-abcd-xyz9'],
    ['with spaces, and letters for digits', ' K7QF 9M2T OOIL ABCD XYZ9 '],
    ['as one word', 'K7QF9M2T0011ABCDXYZ9'],
    ['with other dashes', 'K7QF–9M2T—0011‑ABCD−XYZ9'],
    ['with dots, lines and tabs', 'K7QF.9M2T\n0011\tABCD_XYZ9'],
    ['full-width', 'Ｋ７ＱＦ９Ｍ２Ｔ００１１ＡＢＣＤＸＹＺ９'],
    ['with Arabic digits', 'K٧QF-٩M٢T-٠٠١١-ABCD-XYZ٩'],
    ['with eastern Arabic digits', 'K۷QF-۹M۲T-۰۰۱۱-ABCD-XYZ۹'],
    ['with signs without width', 'K7QF\u200b-9M2T\u200e-0011-\ufeffABCD-XYZ9\u2060'],
    ['between quotes', '“K7QF-9M2T-0011-ABCD-XYZ9”'],
  ])('P7: is found when it is typed %s', (_, typed) => {
    expect(plainReceipt(typed)).toBe('K7QF9M2T0011ABCDXYZ9');
    expect(receiptLookup(typed, 'key')).toBe(receiptLookup('K7QF-9M2T-0011-ABCD-XYZ9', 'key'));
  });

  it('P7: is stored as a slow hash with a salt of its own, from which nothing can be read', async () => {
    const code = receiptOf('form', 'key');
    const [one, two] = await Promise.all([hashReceipt(code), hashReceipt(code)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8192,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(two).not.toBe(one);
    expect(one).not.toContain(plainReceipt(code));
  });

  it('fits its hash, also when it is typed in another way, and no other', async () => {
    const code = receiptOf('form', 'key');
    const hash = await hashReceipt(code);
    expect(await fitsReceipt(` ${code.toLowerCase()} `, hash)).toBe(true);
    expect(await fitsReceipt(receiptOf('form 2', 'key'), hash)).toBe(false);
    expect(await fitsReceipt('', hash)).toBe(false);
  });

  it.each([undefined, null, '', '$argon2id$', 'x'])('fits nothing when the hash is %j', async (hash) => {
    expect(await fitsReceipt(receiptOf('form', 'key'), hash)).toBe(false);
    expect(await fitsReceipt('', hash)).toBe(false);
  });

  it('P7: leads to a pair of keys that only who has the code can make again', () => {
    const code = receiptOf('form', 'key');
    const pair = senderKeyOf(code.toLowerCase());
    const sealed = seal(new TextEncoder().encode('Dank u'), senderKeyOf(code).publicKey);
    expect(new TextDecoder().decode(unseal(sealed, pair))).toBe('Dank u');
    expect(unseal(sealed, senderKeyOf(receiptOf('form 2', 'key')))).toBeUndefined();
  });
});
