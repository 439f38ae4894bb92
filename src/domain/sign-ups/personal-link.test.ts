import { describe, expect, it } from 'vitest';
import { hashOf, openReceipt, sealReceipt, secretOf } from './personal-link.ts';

const key = 'a secret key of at least 32 characters';
const at = new Date('2027-03-01T09:30:00Z');
const later = new Date('2027-03-02T09:30:00Z');

describe('the secret of a personal link', () => {
  it('is the same each time, and another for another sign-up or key', () => {
    expect(secretOf(key, 'a')).toBe(secretOf(key, 'a'));
    expect(new Set([secretOf(key, 'a'), secretOf(key, 'b'), secretOf(`${key}2`, 'a')]).size).toBe(3);
  });

  it('has 256 bits, fits in an address, and cannot be read from what the database keeps', () => {
    const secret = secretOf(key, 'a');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(hashOf(secret)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a receipt', () => {
  it('opens as it was sealed, to the minute', () => {
    const receipt = { state: 'waiting', before: 12, at, confirmBy: later } as const;
    expect(openReceipt(key, 'meeting', sealReceipt(key, 'meeting', receipt))).toEqual(receipt);
  });

  it('does not open when anything in it was changed, for another meeting, or with another key', () => {
    const sealed = sealReceipt(key, 'meeting', { state: 'waiting', before: 12, at, confirmBy: later });
    const promised = `-${(later.getTime() / 60_000).toString(36)}.`;
    expect(sealed).toContain(promised);
    expect(openReceipt(key, 'meeting', sealed.replace(promised, '-zzzzzz.'))).toBeUndefined();
    expect(openReceipt(key, 'meeting', sealed.replace('waiting', 'placed'))).toBeUndefined();
    expect(openReceipt(key, 'meeting', sealed.replace('-12-', '-1-'))).toBeUndefined();
    expect(openReceipt(key, 'other', sealed)).toBeUndefined();
    expect(openReceipt(`${key}2`, 'meeting', sealed)).toBeUndefined();
    expect(openReceipt(key, 'meeting', '')).toBeUndefined();
    expect(openReceipt(key, 'meeting', 'placed-0-abc.é')).toBeUndefined();
  });
});
