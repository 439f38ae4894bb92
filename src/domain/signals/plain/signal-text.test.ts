import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../kernel/index.ts';
import { signalText } from './signal-text.ts';

describe('the text of a signal', () => {
  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(2)>'],
    ['SQL', "'; DROP TABLE signals; --"],
    ['a formula', '=HYPERLINK("http://example.org";"klik")'],
    ['Markdown', '# Kop\n**vet** [klik](javascript:alert(1)) ![x](http://example.org/x.png)'],
    ['a template', '{{constructor.constructor(1)}} ${7*7} <%= 7 %> #{7}'],
    ['encoded links', 'http%3A%2F%2Fexample.org%00 &#106;avascript: %u202e'],
    ['500 combining marks', `a${'\u0336'.repeat(500)}b`],
    ['a direction mark', 'hal\u202etxet\u202c en \u200fverder'],
    ['Arabic', 'أشعر بالأمان هنا'],
    ['emoji', '👩🏾‍🦽 is blij 🇳🇱'],
    ['lines', 'een\n\ntwee\tdrie'],
    ['one sign', '!'],
    ['one emoji', '👍'],
  ])('keeps %s literally', (_, text) => {
    expect(signalText(text)).toEqual(ok(text));
  });

  it('has one sign for a new line, composed letters and nothing around it', () => {
    expect(signalText('  cafe\u0301 \r\nop de hoek\r\n ')).toEqual(ok('caf\u00e9 \nop de hoek'));
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t\u00a0\u3000'],
    ['signs without width', '\u200b\u200d\u2060\ufeff'],
    ['direction marks', '\u202e\u2066\u2069'],
    ['fillers that count as letters', '\u3164\u115f\uffa0\u2800'],
    ['an accent on nothing', ' \u0301'],
  ])('is refused when it is only %s', (_, text) => {
    expect(signalText(text)).toEqual(refused('empty'));
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['an escape', '\u001b[31mrood'],
    ['a control sign of the second kind', 'a\u0085b'],
    ['half a sign', 'a\ud83d'],
    ['the other half', '\udc4db'],
  ])('is refused when it holds %s', (_, text) => {
    expect(signalText(text)).toEqual(refused('unreadable'));
  });

  it('may be 2,000 characters long, counted as people do', () => {
    expect(signalText('👍'.repeat(2000)).ok).toBe(true);
    expect(signalText('👍'.repeat(2001))).toEqual(refused('too-long'));
  });

  it('is refused as one word of 100 KB', () => {
    expect(signalText('a'.repeat(100_000))).toEqual(refused('too-long'));
  });
});
