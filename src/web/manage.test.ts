import { describe, expect, it } from 'vitest';
import { safeReturn, seeOther } from './manage.ts';

describe('where one goes after logging in', () => {
  it.each([
    '/beheer',
    '/beheer/accounts',
    '/beheer/logboek?buurt=h-buurt&voor=2027-03-01T08:00:00.000Z',
    '/beheer?a=1',
  ])('may be %s', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    null,
    '',
    '/',
    '/signaal',
    '/beheerder',
    'beheer',
    'https://evil.example/beheer',
    '//evil.example/beheer',
    '/\\evil.example/beheer',
    '/\t/evil.example/beheer',
    '/beheer/../signaal',
    '/beheer/%2e%2e/uitloggen',
    '/beheer//evil.example',
    'javascript:alert(1)//beheer',
    '/beheer\r\nset-cookie: a=b',
    '\u0000/beheer',
    'http://[',
  ])('is the start of /beheer instead of %j', (path) => {
    expect(safeReturn(path)).toBe('/beheer');
  });
});

describe('going on after a form', () => {
  it('is a 303 that nobody keeps, with the cookie', () => {
    const response = seeOther('/beheer', 'sessie=x; HttpOnly');
    expect(response.status).toBe(303);
    expect(Object.fromEntries(response.headers)).toEqual({
      location: '/beheer',
      'cache-control': 'private, no-store',
      'set-cookie': 'sessie=x; HttpOnly',
    });
    expect(seeOther('/beheer').headers.has('set-cookie')).toBe(false);
  });
});
