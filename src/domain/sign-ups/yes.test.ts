import { expect, it } from 'vitest';
import { yesTo, type Yes } from './yes.ts';
import type { SignUpState } from './sign-up.ts';

const at = new Date('2027-03-01T10:00:00Z');

it.each<[SignUpState, Date | null, Yes]>([
  ['placed', null, 'confirms'],
  ['waiting', null, 'confirms'],
  ['placed', at, 'nothing'],
  ['waiting', at, 'nothing'],
  ['offered', at, 'takes'],
  ['lapsed', null, 'joins-again'],
  ['lapsed', at, 'joins-again'],
  ['cancelled', null, 'nothing'],
  ['cancelled', at, 'nothing'],
])('yes of who is %s and confirmed at %s: %s', (state, confirmedAt, yes) => {
  expect(yesTo({ state, confirmedAt })).toBe(yes);
});
