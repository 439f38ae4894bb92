import type { ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import type { RegisterRefusal } from '../domain/sign-ups/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { actOnMine, ACTS, type ActRefusal } from '../web/forms/own-sign-up.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import { readSignUpForm } from '../web/forms/sign-up-form.ts';

const REFUSALS: Readonly<Record<Exclude<RegisterRefusal, 'too-many-people'>, Parameters<typeof refusal>>> = {
  'unknown-meeting': ['NOT_FOUND', 'signUps.error.gone'],
  'meeting-past': ['CONFLICT', 'signUps.error.past'],
  'meeting-called-off': ['CONFLICT', 'signUps.error.off'],
  'not-open-yet': ['CONFLICT', 'signUps.error.notYet'],
  closed: ['CONFLICT', 'signUps.error.closed'],
  'not-right': ['BAD_REQUEST', 'common.error.field'],
  'too-often': ['TOO_MANY_REQUESTS', 'signUps.error.tooOften'],
};

function notRegistered(reason: RegisterRefusal): ActionError {
  if (reason === 'too-many-people') return fieldMistakes([{ field: 'people', message: 'signUps.error.tooManyPeople' }]);
  return refusal(...REFUSALS[reason]);
}

const NOT_DONE: Readonly<Record<ActRefusal, () => ActionError>> = {
  'unknown-link': () => refusal('NOT_FOUND', 'signUps.mine.unknown.text'),
  'meeting-past': () => refusal('CONFLICT', 'signUps.mine.error.started'),
  'meeting-called-off': () => refusal('CONFLICT', 'signUps.mine.error.off'),
  'not-active': () => refusal('CONFLICT', 'signUps.mine.error.notActive'),
  'not-right': () => fieldMistakes([{ field: 'people', message: 'signUps.mine.error.number' }]),
  'no-room': () => fieldMistakes([{ field: 'people', message: 'signUps.mine.error.noRoom' }]),
};

/** Of an error in storing nothing but this may be said: its words could repeat a name. */
const notStored = () => refusal('SERVICE_UNAVAILABLE', 'signUps.error.notStored');

/** What is not there, or is a file, counts as not filled in. */
const field = z.string().catch('');

/** Signing up for a meeting, and the buttons on the personal page. */
export const signUps = {
  /** Gives the receipt for the address of the next page. */
  register: defineAction({
    accept: 'form',
    input: z.object({
      meeting: field,
      attempt: z.string().max(100).catch(''),
      who: field,
      guest: field,
      name: field,
      email: field,
      people: field,
      needs: field,
      question: field,
      wantsReport: field,
      language: field,
    }),
    handler: async ({ meeting, attempt, ...typed }, { locals }) => {
      const read = readSignUpForm(typed);
      if (!read.ok) throw fieldMistakes(read.mistakes);
      const form = { ...read.form, meetingId: meeting, attempt };
      const registered = await locals.app.signUps.register(form).catch((error: unknown) => {
        locals.failure = error;
        throw notStored();
      });
      if (!registered.ok) throw notRegistered(registered.reason);
      return { receipt: registered.value };
    },
  }),

  /** A button on the personal page. Opening the link alone never gets here. */
  act: defineAction({
    accept: 'form',
    input: z.object({
      secret: field,
      act: z.enum(ACTS, { error: 'signUps.mine.error.act' }),
      people: field,
    }),
    handler: async (asked, { locals }) => {
      const done = await actOnMine(locals.app.signUps, asked);
      if (!done.ok) throw NOT_DONE[done.reason]();
      return { done: done.value };
    },
  }),
};
