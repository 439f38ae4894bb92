import { describe, expect, it } from 'vitest';
import { isFreshFormToken, newFormToken, signalIdOf } from './form-token.ts';

const secretKey = 'a key of this portal';
const at = (time: string) => ({ secretKey, now: () => new Date(time) });

describe('the token of a checked form', () => {
  it('is good for a day', () => {
    const token = newFormToken(at('2027-03-18T10:30:00Z'));
    expect(isFreshFormToken(token, at('2027-03-18T10:30:01Z'))).toBe(true);
    expect(isFreshFormToken(token, at('2027-03-19T09:59:59Z'))).toBe(true);
    expect(isFreshFormToken(token, at('2027-03-19T10:00:00Z'))).toBe(false);
    expect(isFreshFormToken(token, at('2027-03-18T09:59:59Z'))).toBe(false);
  });

  it('is refused when it is made up, changed, or of another portal', () => {
    const moment = at('2027-03-18T10:30:00Z');
    const token = newFormToken(moment);
    const [random = '', hour = '', tag = ''] = token.split('.');
    const forged = [
      '',
      'x',
      `${random}.${hour}`,
      `${random}.zzzzzz.${tag}`,
      `A${random.slice(1)}x.${hour}.${tag}`,
      `${token} `,
      `${token}\n`,
    ];
    for (const text of forged) expect(isFreshFormToken(text, moment)).toBe(false);
    expect(isFreshFormToken(newFormToken({ ...moment, secretKey: 'another' }), moment)).toBe(false);
  });

  it('gives an id from which the token cannot be read', () => {
    const token = newFormToken(at('2027-03-18T10:30:00Z'));
    expect(signalIdOf(token)).toMatch(/^[\w-]{43}$/);
    expect(token).not.toContain(signalIdOf(token));
    expect(signalIdOf(token)).not.toBe(signalIdOf(newFormToken(at('2027-03-18T10:30:00Z'))));
  });
});
