import type { ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import { signUpFields, type RegisterRefusal } from '../domain/sign-ups/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';

const REFUSALS: Readonly<Record<Exclude<RegisterRefusal, 'too-many-people'>, Parameters<typeof refusal>>> = {
  'unknown-meeting': ['NOT_FOUND', 'meetings.error.gone'],
  'meeting-past': ['CONFLICT', 'meetings.error.past'],
  'meeting-called-off': ['CONFLICT', 'meetings.error.off'],
  'not-right': ['BAD_REQUEST', 'common.error.field'],
  'too-often': ['TOO_MANY_REQUESTS', 'meetings.error.tooOften'],
};

function notRegistered(reason: RegisterRefusal): ActionError {
  if (reason === 'too-many-people')
    return fieldMistakes([{ field: 'people', message: 'meetings.error.tooManyPeople' }]);
  return refusal(...REFUSALS[reason]);
}

/** Of an error in storing nothing but this may be said: its words could repeat a name. */
const notStored = () => refusal('SERVICE_UNAVAILABLE', 'meetings.error.notStored');

/** Signing up for a meeting, and cancelling by the personal link. */
export const signUps = {
  /** Gives the receipt for the address of the next page. */
  register: defineAction({
    accept: 'form',
    input: signUpFields.extend({ meeting: z.string().catch(''), attempt: z.string().max(100).catch('') }),
    handler: async ({ meeting, ...form }, { locals }) => {
      const registered = await locals.app.signUps.register({ ...form, meetingId: meeting }).catch((error: unknown) => {
        locals.failure = error;
        throw notStored();
      });
      if (!registered.ok) throw notRegistered(registered.reason);
      return { receipt: registered.value };
    },
  }),

  /** The button on the personal page. Opening the link alone never gets here. */
  cancel: defineAction({
    accept: 'form',
    input: z.object({ secret: z.string().catch('') }),
    handler: async ({ secret }, { locals }) => {
      const cancelled = await locals.app.signUps.cancel(secret);
      if (cancelled.ok) return { cancelled: true };
      throw cancelled.reason === 'meeting-past'
        ? refusal('CONFLICT', 'meetings.mine.tooLate')
        : refusal('NOT_FOUND', 'meetings.mine.unknown.text');
    },
  }),
};
