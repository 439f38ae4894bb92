import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashReceipt, plainReceipt, receiptLookup, receiptOf } from './receipt.ts';

describe('the receipt code', () => {
  it('has 100 bits, in groups of four signs that cannot be misread', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (token, key) => {
        expect(receiptOf(token, key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
      }),
    );
  });

  it('is the same for the same form, and another for another form or another portal', () => {
    const code = receiptOf('form', 'key');
    expect(receiptOf('form', 'key')).toBe(code);
    expect(receiptOf('form 2', 'key')).not.toBe(code);
    expect(receiptOf('form', 'key 2')).not.toBe(code);
  });

  it('is found however it is typed', () => {
    const typed = ['k7qf-9m2t-0011-abcd-xyz9', ' K7QF 9M2T OOIL ABCD XYZ9 ', 'K7QF9M2T0011ABCDXYZ9'];
    const lookups = typed.map((code) => receiptLookup(code, 'key'));
    expect(new Set(lookups).size).toBe(1);
    expect(plainReceipt(typed[0] ?? '')).toBe('K7QF9M2T0011ABCDXYZ9');
  });

  it('is stored as a slow hash with a salt of its own, from which nothing can be read', async () => {
    const code = receiptOf('form', 'key');
    const [one, two] = await Promise.all([hashReceipt(code), hashReceipt(code)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8192,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(two).not.toBe(one);
    expect(one).not.toContain(plainReceipt(code));
  });
});
