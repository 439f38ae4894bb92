import { describe, expect, it } from 'vitest';
import { passwordProblem, PASSWORD_MAX } from './password-rules.ts';

const problem = (password: string) => passwordProblem(password, 'noor.devries@buurtwerk.example');

describe('a new password', () => {
  it.each([
    'drie fietsen op het dak',
    'correct horse battery staple',
    'zes kikkers zwemmen',
    '839201748362',
    'كلمة سر طويلة جدا',
    '🦆🚲🌧🏠🌳🐈🥕🎺🧶🪁⛵🔑',
  ])('may be %s', (password) => {
    expect(problem(password)).toBeUndefined();
  });

  it('has at least twelve characters, counted as people count them', () => {
    expect(problem('elf tekens!')).toBe('too-short');
    expect(problem('🦆🚲🌧🏠🌳🐈')).toBe('too-short');
  });

  it('may be long, up to a limit that keeps hashing cheap', () => {
    const long = 'de eend loopt over straat en '.repeat(20);
    expect(problem(long.slice(0, PASSWORD_MAX))).toBeUndefined();
    expect(problem(long.slice(0, PASSWORD_MAX + 1))).toBe('too-long');
  });

  it.each([
    'wachtwoord123',
    'Wachtwoord2026!',
    'W@chtw00rd!!',
    'welkomwelkom',
    'Welkom in Amsterdam',
    'qwertyuiop12',
    'buurtbalans2026',
    'beheerder-beheer',
    'passwordpassword',
    'aaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012',
    '987654321098',
    'abcdefghijklmn',
    'iloveyou!!!!1234',
  ])('is not %s, which is guessed first', (password) => {
    expect(problem(password)).toBe('too-common');
  });

  it.each(['noor.devries2026', 'NoorDeVries!!1', 'buurtwerk2026!', 'noor.devries@buurtwerk.example'])(
    'is not the own address, as in %s',
    (password) => {
      expect(problem(password)).toBe('own-address');
    },
  );
});
