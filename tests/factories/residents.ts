import { newId, type Letter } from '../../src/domain/kernel/index.ts';
import type { ListTerms, NewSignUp, WriteLetter } from '../../src/domain/sign-ups/index.ts';

/** A sign-up as the store gets it; everybody has an address of their own unless the test says otherwise. */
export function aSignUp(changes: Partial<NewSignUp> = {}): NewSignUp {
  const id = changes.id ?? newId();
  return {
    id,
    meetingId: 'meeting',
    origin: 'web',
    name: 'Noor de Vries',
    by: '',
    email: `${id}@example.org`,
    phone: '',
    people: 1,
    needs: '',
    question: '',
    wantsReport: false,
    language: 'nl',
    createdAt: new Date('2027-03-01T10:00:00.000Z'),
    linkHash: `link-${id}`,
    ...changes,
  };
}

/** What a list knows of a meeting in spring 2027. */
export const someTerms = (changes: Partial<ListTerms> = {}): ListTerms => ({
  meetingId: 'meeting',
  version: 1,
  places: 20,
  startsAt: new Date('2027-04-01T17:30:00.000Z'),
  off: false,
  forgetAfter: new Date('2027-04-15T00:00:00.000Z'),
  ...changes,
});

export const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  to: 'noor@example.org',
  subject: 'U bent aangemeld',
  text: 'Tot donderdag.',
  html: '<p>Tot donderdag.</p>',
  attachments: [],
  ...changes,
});

/** Writes letters that say in their subject what happened: `received placed`, `offered offered`. Nothing without an address. */
export const plainLetter: WriteLetter = ({ signUp }, event) =>
  signUp.email === ''
    ? null
    : { letter: aLetter({ to: signUp.email, subject: `${event} ${signUp.state}` }), notAfter: null };
