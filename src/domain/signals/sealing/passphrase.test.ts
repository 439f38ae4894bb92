import { describe, expect, it } from 'vitest';
import { newPassphrase, plainPassphrase, weaknessOf } from './passphrase.ts';

describe('a passphrase', () => {
  it('that we make is good, has 120 bits, and is never the same', () => {
    const made = Array.from({ length: 200 }, newPassphrase);
    for (const each of made) {
      expect(each).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(weaknessOf(each)).toBeNull();
    }
    expect(new Set(made).size).toBe(200);
    expect(new Set(made.join('').replaceAll('-', '')).size).toBe(32);
  });

  it.each([
    ['small letters', 'k7qf-9m2t-wx4h-0b3d-a6rs-2jec'],
    ['no dashes', 'K7QF9M2TWX4H0B3DA6RS2JEC'],
    ['spaces', ' K7QF 9M2T WX4H 0B3D A6RS 2JEC '],
    ['O for 0', 'K7QF-9M2T-WX4H-OB3D-A6RS-2JEC'],
  ])('that we made may be typed with %s', (_, typed) => {
    expect(plainPassphrase(typed)).toBe(plainPassphrase('K7QF-9M2T-WX4H-0B3D-A6RS-2JEC'));
  });

  it('that somebody made up counts to the letter, but for spaces around it and how accents are put together', () => {
    expect(plainPassphrase('  vier  losse woorden Cafe\u0301 ')).toBe('vier losse woorden Caf\u00e9');
    expect(plainPassphrase('Vier losse woorden')).not.toBe(plainPassphrase('vier losse woorden'));
  });

  it.each([
    ['too short', 'vijftien tekens', 'too-short'],
    ['nothing', '', 'too-short'],
    ['spaces only', ' '.repeat(40), 'too-short'],
    ['a pattern', 'abababababababababab', 'too-simple'],
    ['one sign again and again', 'a'.repeat(40), 'too-simple'],
    ['too long', 'woord en nog een woord '.repeat(60), 'too-long'],
    ['half a sign', `vier losse woorden \ud83d`, 'unreadable'],
    ['a zero', 'vier losse\0woorden samen', 'unreadable'],
  ])('is refused when it is %s', (_, typed, weakness) => {
    expect(weaknessOf(typed)).toBe(weakness);
  });
});
