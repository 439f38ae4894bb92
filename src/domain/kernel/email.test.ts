import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanEmail, emailKey } from './email.ts';

describe('an e-mail address', () => {
  it.each([
    'noor@voorbeeld.nl',
    'n.de-vries+buurt@post.voorbeeld.amsterdam',
    "o'neill@voorbeeld.nl",
    'noor@müller.de',
    'noor@пример.рф',
    `${'a'.repeat(64)}@${'b'.repeat(60)}.nl`,
  ])('keeps %s', (email) => {
    expect(cleanEmail(` ${email} `)).toBe(email);
  });

  it.each([
    '',
    'noor',
    'noor@',
    '@voorbeeld.nl',
    'noor@voorbeeld',
    'noor@voorbeeld..nl',
    '.noor@voorbeeld.nl',
    'no or@voorbeeld.nl',
    'noor@voor beeld.nl',
    'noor@voorbeeld.nl,ander@voorbeeld.nl',
    'Noor <noor@voorbeeld.nl>',
    'noor@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl',
    'noor@voorbeeld.nl%0abcc',
    'noor@127.0.0.1',
    'noor@[127.0.0.1]',
    'noor@-voorbeeld.nl',
    `${'a'.repeat(65)}@voorbeeld.nl`,
    `noor@${'b.'.repeat(130)}nl`,
    'noor@voorbeeld.nl\u0000',
    'noor\u200b@voorbeeld.nl',
  ])('refuses %j', (email) => {
    expect(cleanEmail(email)).toBeUndefined();
  });

  it('is one line of at most 254 characters, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.emailAddress(), (noise, email) => {
        for (const typed of [noise, email, `${noise}@${email}`, `${email}${noise}`]) {
          const kept = cleanEmail(typed);
          if (kept !== undefined) expect(kept).toMatch(/^[^\s,;:<>"()[\]]{3,254}$/u);
        }
      }),
    );
  });
});

describe('the key of an e-mail address', () => {
  it('is the same however the address is typed', () => {
    expect(emailKey(' Rene\u0301@Voorbeeld.nl ')).toBe(emailKey('ren\u00e9@voorbeeld.nl'));
  });
});
