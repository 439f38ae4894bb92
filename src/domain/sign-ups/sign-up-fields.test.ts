import { describe, expect, it } from 'vitest';
import { cleanName, cleanNeeds, cleanPeople, signUpFields } from './sign-up-fields.ts';

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

describe('the number of people', () => {
  it.each(['1', '10', ' 3 ', '03'])('keeps %j', (typed) => {
    expect(cleanPeople(typed)).toBe(Number(typed));
  });

  it.each([
    ['٢', 2],
    ['۴', 4],
    ['١٠', 10],
  ])('keeps %j, as an Arabic or Persian keyboard writes it', (typed, people) => {
    expect(cleanPeople(typed)).toBe(people);
  });

  it.each(['', '0', '11', '-1', '1.5', '1e1', '0x3', 'twee', '९', '999999999999'])('refuses %j', (typed) => {
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
    ['name', 'signUps.error.name'],
    ['email', 'signUps.error.email'],
    ['people', 'signUps.error.people'],
    ['needs', 'signUps.error.needs'],
  ]);
});

it('takes a field that was left empty as empty', () => {
  const form = { name: 'Noor', email: 'noor@voorbeeld.nl', people: '1' };
  expect(signUpFields.parse({ ...form, needs: null }).needs).toBe('');
  expect(signUpFields.parse(form).needs).toBe('');
  expect(signUpFields.safeParse({ ...form, name: null }).error?.issues[0]?.message).toBe('signUps.error.name');
});
