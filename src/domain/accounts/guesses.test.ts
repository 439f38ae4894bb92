import { describe, expect, it } from 'vitest';
import { makeGuesses } from './guesses.ts';

const limits = {
  here: { points: 3, duration: 900 },
  address: { points: 6, duration: 900 },
  account: { points: 8, duration: 3600 },
};
const given = () => {
  const guesses = makeGuesses(limits);
  const attempts = async (count: number, email: string, address: string) => {
    const waits = await Promise.all(Array.from({ length: count }, () => guesses.begin(email, address)));
    return waits.filter((wait) => wait === null).length;
  };
  return { guesses, attempts };
};

describe('guessing is slowed down', () => {
  it('on one account from one address, also when all attempts come at once', async () => {
    const { guesses, attempts } = given();
    expect(await attempts(20, 'noor@example.org', '192.0.2.1')).toBe(3);
    expect(await guesses.begin('noor@example.org', '192.0.2.1')).toBeGreaterThan(0);
  });

  it('from one address that tries many accounts', async () => {
    const { attempts } = given();
    const each = await Promise.all(Array.from({ length: 20 }, (_, n) => attempts(1, `n${n}@example.org`, '192.0.2.1')));
    expect(each.reduce((sum, one) => sum + one)).toBe(6);
  });

  it('on one account that many addresses try', async () => {
    const { attempts } = given();
    const each = await Promise.all(
      Array.from({ length: 20 }, (_, n) => attempts(1, 'noor@example.org', `192.0.2.${n}`)),
    );
    expect(each.reduce((sum, one) => sum + one)).toBe(8);
  });

  it('but one address alone cannot keep the owner out', async () => {
    const { attempts } = given();
    await attempts(100, 'noor@example.org', '192.0.2.1');
    expect(await attempts(1, 'noor@example.org', '198.51.100.7')).toBe(1);
  });

  it('and no longer after the right person came in', async () => {
    const { guesses, attempts } = given();
    await attempts(3, 'noor@example.org', '192.0.2.1');
    await guesses.succeeded('noor@example.org', '192.0.2.1');
    expect(await attempts(3, 'noor@example.org', '192.0.2.1')).toBe(3);
  });

  it('for a whole IPv6 network at once: its owner has all those addresses', async () => {
    const { attempts } = given();
    const each = await Promise.all(
      [
        '2001:db8:1:2::1',
        '2001:db8:1:2::2',
        '2001:DB8:1:2:ffff::3',
        '2001:db8:1:2:0:0:0:4',
        '2001:0db8:1:2::5%eth0',
      ].map((address) => attempts(1, 'noor@example.org', address)),
    );
    expect(each).toEqual([1, 1, 1, 0, 0]);
    expect(await attempts(1, 'noor@example.org', '2001:db8:1:3::1')).toBe(1);
  });

  it('for an IPv4 address, in whichever way the socket writes it', async () => {
    const { attempts } = given();
    expect(await attempts(3, 'noor@example.org', '::ffff:192.0.2.1')).toBe(3);
    expect(await attempts(1, 'noor@example.org', '192.0.2.1')).toBe(0);
  });
});
