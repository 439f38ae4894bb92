import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { inFours, qrDrawing } from './qr.ts';

/** The dark modules of a drawing, as `x,y`. */
const darkOf = (path: string) =>
  [...path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].flatMap(([, x, y, run]) =>
    Array.from({ length: Number(run) }, (_, n) => `${Number(x) + n},${String(y)}`),
  );

describe('a drawn QR code', () => {
  const text = 'otpauth://totp/Buurtbalans:noor@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Buurtbalans';

  it('has every dark module of the code, and no other', () => {
    const { data } = encode(text, { ecc: 'M', border: 4 });
    const expected = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x},${y}`] : [])));
    expect(darkOf(qrDrawing(text).path).sort()).toEqual(expected.sort());
  });

  it('has the white edge that a camera needs', () => {
    const { size, path } = qrDrawing(text);
    const places = darkOf(path).flatMap((place) => place.split(',').map(Number));
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(size - 5);
  });
});

describe('a secret to type over', () => {
  it('stands in fours', () => {
    expect(inFours('JBSWY3DPEH')).toBe('JBSW Y3DP EH');
    expect(inFours('JBSWY3DP')).toBe('JBSW Y3DP');
  });
});
