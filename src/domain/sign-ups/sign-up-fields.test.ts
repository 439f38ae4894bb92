import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanEmail, cleanName, cleanNeeds, cleanPeople, signUpFields } from './sign-up-fields.ts';

describe('the name of a sign-up', () => {
  it.each([
    ['  Noor  ', 'Noor'],
    ['N.', 'N.'],
    ['Zoe\u0308', 'Zoë'],
    ['د. فاطمة', 'د. فاطمة'],
    ["Anne-Fleur van 't  Hof", "Anne-Fleur van 't Hof"],
    ['李', '李'],
  ])('keeps %j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['only signs', '...'],
    ['a new line, which could end a mail header', 'Noor\r\nBcc: a@b.nl'],
    ['a NUL', 'No\0or'],
    ['half a character', 'Noor\ud800'],
    ['a sign that turns the writing direction', 'Noor\u202e'],
    ['a link', 'Win nu op www.voorbeeld.nl'],
    ['another link', 'Klik https://voorbeeld.nl'],
    ['an address', 'noor@voorbeeld.nl'],
    ['too much', 'a'.repeat(81)],
  ])('refuses %s', (_, typed) => {
    expect(cleanName(typed)).toBeUndefined();
  });
});

describe('the e-mail address of a sign-up', () => {
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

describe('the number of people', () => {
  it.each(['1', '10', ' 3 ', '03'])('keeps %j', (typed) => {
    expect(cleanPeople(typed)).toBe(Number(typed));
  });

  it.each(['', '0', '11', '-1', '1.5', '1e1', '0x3', 'twee', '١', '999999999999'])('refuses %j', (typed) => {
    expect(cleanPeople(typed)).toBeUndefined();
  });
});

describe('what somebody needs', () => {
  it('keeps the lines and may be empty', () => {
    expect(cleanNeeds(' rolstoel\r\ntolk Tigrinya ')).toBe('rolstoel\ntolk Tigrinya');
    expect(cleanNeeds('')).toBe('');
  });

  it.each(['a\0b', 'a\u001bb', 'a\ud800', 'x'.repeat(501)])('refuses %j', (typed) => {
    expect(cleanNeeds(typed)).toBeUndefined();
  });
});

it('names every field that is wrong, by its sentence', () => {
  const outcome = signUpFields.safeParse({ name: '', email: 'noor', people: '0', needs: '\0' });
  expect(outcome.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['name', 'meetings.error.name'],
    ['email', 'meetings.error.email'],
    ['people', 'meetings.error.people'],
    ['needs', 'meetings.error.needs'],
  ]);
});

it('takes a field that was left empty as empty', () => {
  const form = { name: 'Noor', email: 'noor@voorbeeld.nl', people: '1' };
  expect(signUpFields.parse({ ...form, needs: null }).needs).toBe('');
  expect(signUpFields.parse(form).needs).toBe('');
  expect(signUpFields.safeParse({ ...form, name: null }).error?.issues[0]?.message).toBe('meetings.error.name');
});
