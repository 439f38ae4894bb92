import { newId, type Letter } from '../../src/domain/kernel/index.ts';
import type { NewSignUp, WriteLetter } from '../../src/domain/sign-ups/index.ts';

/** A sign-up as the store gets it; everybody has an address of their own unless the test says otherwise. */
export function aSignUp(changes: Partial<NewSignUp> = {}): NewSignUp {
  const id = changes.id ?? newId();
  return {
    id,
    meetingId: 'meeting',
    name: 'Noor de Vries',
    email: `${id}@example.org`,
    people: 1,
    needs: '',
    createdAt: new Date('2027-03-01T10:00:00.000Z'),
    linkHash: `link-${id}`,
    forgetAfter: new Date('2027-04-15T00:00:00.000Z'),
    ...changes,
  };
}

export const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  to: 'noor@example.org',
  subject: 'U bent aangemeld',
  text: 'Tot donderdag.',
  html: '<p>Tot donderdag.</p>',
  attachments: [],
  ...changes,
});

/** Writes letters that say in their subject what happened: `received placed`, `moved-up placed`. */
export const plainLetter: WriteLetter = ({ signUp }, event) =>
  aLetter({ to: signUp.email, subject: `${event} ${signUp.state}` });
