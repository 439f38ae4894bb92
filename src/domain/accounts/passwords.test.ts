import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

describe('a stored password', () => {
  it('is argon2id in PHC form, with at least what OWASP asks: 19 MiB and two passes', async () => {
    const hash = await hashPassword('drie fietsen op het dak');
    const [, memory = 0, passes = 0] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(hash)?.map(Number) ?? [];
    expect(memory).toBeGreaterThanOrEqual(19_456);
    expect(passes).toBeGreaterThanOrEqual(2);
  });

  it('differs each time, so that two people with one password cannot be seen', async () => {
    expect(await hashPassword('drie fietsen op het dak')).not.toBe(await hashPassword('drie fietsen op het dak'));
  });

  it('opens for the same password only, however its accents were typed', async () => {
    const hash = await hashPassword('caf\u00e9 naast de brug');
    expect(await verifyPassword(hash, 'cafe\u0301 naast de brug')).toBe(true);
    expect(await verifyPassword(hash, 'cafe naast de brug')).toBe(false);
    expect(await verifyPassword(hash, '')).toBe(false);
  });

  it('says what the reference implementation says, at the cost that stands in the hash', async () => {
    // phc-winner-argon2, src/test.c: argon2id, t=2, m=64 MiB, p=1.
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword(hash, 'password')).toBe(true);
    expect(await verifyPassword(hash.replace('t=2', 't=3'), 'password')).toBe(false);
  });

  it('must be a hash: with something else in its place nobody gets in', async () => {
    await expect(verifyPassword('drie fietsen op het dak', 'drie fietsen op het dak')).rejects.toThrow('argon2id');
  });
});
