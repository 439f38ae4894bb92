import { Secret, TOTP, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { authenticatorUri, offeredSecret, stepOfCode } from './second-factor.ts';

// RFC 6238, appendix B: the secret "12345678901234567890", SHA-1; the last six of its eight digits.
const SECRET = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the authenticator', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [20_000_000_000, '353130', 666_666_666],
  ])('is the one that RFC 6238 says at %d seconds', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step);
  });

  it('counts half a minute before and after, and says of which half minute it is', () => {
    expect(stepOfCode(SECRET, '287082', at(59 + 30))).toBe(1);
    expect(stepOfCode(SECRET, '287082', at(59 - 30))).toBe(1);
    expect(stepOfCode(SECRET, '287082', at(59 + 61))).toBeNull();
  });

  it('may be typed with a space', () => {
    expect(stepOfCode(SECRET, ' 287 082', at(59))).toBe(1);
  });

  it.each(['', '28708', '2870822', '28708a', '２８７０８２', '-87082', '287082\n287082'])(
    'is refused as %j',
    (code) => {
      expect(stepOfCode(SECRET, code, at(59))).toBeNull();
    },
  );
});

describe('the secret that an invitation offers', () => {
  it('is the same at each look, and another one for another link or another server', () => {
    const offered = offeredSecret('key of the server', 'link');
    expect(offeredSecret('key of the server', 'link')).toBe(offered);
    expect(offeredSecret('key of the server', 'other link')).not.toBe(offered);
    expect(offeredSecret('other key', 'link')).not.toBe(offered);
    expect(Secret.fromBase32(offered).bytes).toHaveLength(20);
  });

  it('makes codes in an app that read it from the QR code', () => {
    const offered = offeredSecret('key of the server', 'link');
    const app = URI.parse(authenticatorUri(offered, 'noor@example.org', 'Buurtbalans'));
    const code = app instanceof TOTP ? app.generate({ timestamp: 90_000 }) : '';
    expect(stepOfCode(offered, code, at(90))).toBe(3);
    expect(app).toMatchObject({ issuer: 'Buurtbalans', label: 'noor@example.org' });
  });
});
