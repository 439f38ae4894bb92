import { describe, expect, it } from 'vitest';
import { cleanOnlineLink } from './set-online-link.ts';

describe('the link for who takes part from a distance', () => {
  it.each([
    ['https://meet.example.org/buurt?pwd=Ab1', 'https://meet.example.org/buurt?pwd=Ab1'],
    ['  https://meet.example.org/a  ', 'https://meet.example.org/a'],
    ['HTTPS://Meet.Example.org/A', 'https://meet.example.org/A'],
    ['', null],
    ['   ', null],
  ])('keeps %j as %j', (typed, kept) => {
    expect(cleanOnlineLink(typed)).toBe(kept);
  });

  it.each([
    'http://meet.example.org/a',
    'meet.example.org/a',
    'javascript:alert(1)',
    'data:text/html,hoi',
    'https://meet.example.org/a b',
    'https://meet.example.org/a\r\nBcc: x@example.org',
    'https://naam:geheim@meet.example.org/',
    'https://localhost/a',
    'https://meet.example.org/ https://andere.example.org/',
    `https://meet.example.org/${'a'.repeat(500)}`,
    'https://mеet.example.org/\u202e',
  ])('refuses %j', (typed) => {
    expect(cleanOnlineLink(typed)).toBeUndefined();
  });
});
