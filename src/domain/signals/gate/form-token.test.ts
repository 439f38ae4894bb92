import { describe, expect, it } from 'vitest';
import { newFormToken, readFormToken } from './form-token.ts';

const secretKey = 'a key of this portal';
const at = (time: string) => ({ secretKey, now: () => new Date(time) });
const isFresh = (token: string, needs: typeof made) => readFormToken(token, 'signal', needs).ok;
const made = at('2027-03-18T10:30:00Z');

describe('the token of a form', () => {
  it('is good for the hour in which it was made and the two after it', () => {
    const token = newFormToken(made);
    expect(isFresh(token, at('2027-03-18T10:30:01Z'))).toBe(true);
    expect(isFresh(token, at('2027-03-18T12:59:59Z'))).toBe(true);
    expect(readFormToken(token, 'signal', at('2027-03-18T13:00:00Z'))).toEqual({ ok: false, reason: 'stale' });
  });

  it('is good over midnight, New Year and the hour that the clock skips', () => {
    for (const [from, to] of [
      ['2027-03-18T23:59:59Z', '2027-03-19T01:30:00Z'],
      ['2026-12-31T23:59:59Z', '2027-01-01T01:59:59Z'],
      ['2027-03-28T00:59:59Z', '2027-03-28T02:30:00Z'],
    ] as const)
      expect(isFresh(newFormToken(at(from)), at(to))).toBe(true);
  });

  it('forgives a server whose clock is a minute ahead, and no more', () => {
    const token = newFormToken(made);
    expect(readFormToken(token, 'signal', at('2027-03-18T10:29:00Z'))).toMatchObject({ ok: true, value: { age: -60 } });
    expect(readFormToken(token, 'signal', at('2027-03-18T10:28:59Z'))).toEqual({ ok: false, reason: 'stale' });
  });

  it('tells how long ago it was made, and what its form was promised', () => {
    const token = newFormToken(made, { purpose: 'reply', lanes: 'fast' });
    expect(readFormToken(token, 'reply', at('2027-03-18T10:30:07Z'))).toEqual({
      ok: true,
      value: { lanes: 'fast', age: 7 },
    });
  });

  it('is good for its own form only', () => {
    const reply = newFormToken(made, { purpose: 'reply', lanes: 'all' });
    expect(readFormToken(reply, 'signal', made)).toEqual({ ok: false, reason: 'foreign' });
  });

  it('is refused when it is made up, changed, or of another portal', () => {
    const token = newFormToken(made, { purpose: 'signal', lanes: 'fast' });
    const [random = '', purpose = '', lanes = '', moment = '', tag = ''] = token.split('.');
    const forged = [
      '',
      'x',
      `${random}.${purpose}.${lanes}.${moment}`,
      `${random}.${purpose}.all.${moment}.${tag}`,
      `${random}.${purpose}.${lanes}.zzzzzz.${tag}`,
      `${random}.reply.${lanes}.${moment}.${tag}`,
      `A${random.slice(1)}x.${purpose}.${lanes}.${moment}.${tag}`,
      `${token} `,
      `${token}\n`,
      token.toUpperCase(),
      'a.'.repeat(50_000),
      newFormToken({ ...made, secretKey: 'another' }),
    ];
    for (const text of forged) expect(readFormToken(text, 'signal', made)).toEqual({ ok: false, reason: 'foreign' });
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => newFormToken(made))).size).toBe(100);
  });
});
