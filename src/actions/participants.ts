import type { ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import { newId } from '../domain/kernel/index.ts';
import { entryFields, type ListRefusal, type SignUp } from '../domain/sign-ups/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';

type Reason =
  | ListRefusal
  | 'unknown-sign-up'
  | 'meeting-past'
  | 'meeting-called-off'
  | 'not-sent'
  | 'not-right'
  | 'not-today'
  | 'known';

const REFUSALS: Readonly<Record<Reason, Parameters<typeof refusal>>> = {
  forbidden: ['FORBIDDEN', 'common.forbidden.text'],
  'unknown-meeting': ['NOT_FOUND', 'signUps.error.gone'],
  'unknown-sign-up': ['NOT_FOUND', 'participants.error.gone'],
  'meeting-past': ['CONFLICT', 'participants.error.past'],
  'meeting-called-off': ['CONFLICT', 'participants.error.off'],
  'not-sent': ['CONFLICT', 'participants.error.notSent'],
  'not-right': ['BAD_REQUEST', 'common.error.field'],
  'not-today': ['CONFLICT', 'participants.error.notToday'],
  known: ['CONFLICT', 'participants.error.known'],
};

const because = (reason: Reason): ActionError => refusal(...REFUSALS[reason]);

const text = z.string().catch('');

/** The number of people at the door; an empty field, for which a form sends null, takes the mark away. */
const arrived = z
  .string({ error: 'participants.error.mark' })
  .regex(/^\d{0,2}$/, { error: 'participants.error.mark' })
  .nullish()
  .transform((typed) => (typed ? Number(typed) : null));

const enter = defineAction({
  accept: 'form',
  input: entryFields.extend({ meeting: text }),
  handler: async ({ meeting, ...entry }, { locals: { app, actor } }) => {
    const entered = await app.signUps.enter(actor, meeting, entry);
    if (entered.ok) return { state: entered.value.state, number: entered.value.number, mail: entry.email !== '' };
    if (entered.reason === 'too-many-people')
      throw fieldMistakes([{ field: 'people', message: 'participants.error.tooMany' }]);
    throw because(entered.reason);
  },
});

/** How a yes by telephone ended. */
const yesOf = (signUp: SignUp | null) =>
  signUp?.state === 'placed' || signUp?.state === 'waiting' ? (`confirm.${signUp.state}` as const) : 'confirm.other';

const act = defineAction({
  accept: 'form',
  input: z.object({
    meeting: text,
    signUp: text,
    act: z.enum(['confirm', 'cancel', 'resend', 'erase'], { error: 'participants.error.act' }),
  }),
  handler: async ({ meeting, signUp, act: what }, { locals: { app, actor } }) => {
    const answer = await app.signUps.actFor(actor, { meetingId: meeting, signUpId: signUp }, what);
    if (!answer.ok) throw because(answer.reason);
    return { done: what === 'confirm' ? yesOf(answer.value) : what, number: answer.value?.number };
  },
});

const setOnlineLink = defineAction({
  accept: 'form',
  input: z.object({ meeting: text, link: text }),
  handler: async ({ meeting, link }, { locals: { app, actor } }) => {
    const answer = await app.signUps.setOnlineLink(actor, meeting, link);
    if (answer.ok) return { done: link.trim() === '' ? 'noLink' : 'link' };
    if (answer.reason === 'not-right') throw fieldMistakes([{ field: 'link', message: 'participants.error.link' }]);
    throw because(answer.reason);
  },
});

/** One row of the list at the door, without JavaScript. */
const mark = defineAction({
  accept: 'form',
  input: z.object({ meeting: text, signUp: text, arrived }),
  handler: async ({ meeting, signUp, arrived: people }, { locals: { app, actor } }) => {
    const answer = await app.signUps.markArrivals(actor, meeting, [{ signUpId: signUp, arrived: people }]);
    if (!answer.ok)
      throw answer.reason === 'not-right' ? refusal('BAD_REQUEST', 'participants.error.mark') : because(answer.reason);
    return { at: `rij-${encodeURIComponent(signUp)}` };
  },
});

/** Somebody without a sign-up, without JavaScript; sending the same page again counts once, by `id`. */
const walkIn = defineAction({
  accept: 'form',
  input: z.object({ meeting: text, id: z.string().catch(() => newId()), people: z.coerce.number().catch(0) }),
  handler: async ({ meeting, id, people }, { locals: { app, actor } }) => {
    const answer = await app.signUps.addWalkIns(actor, meeting, { id, people });
    if (!answer.ok) throw because(answer.reason);
    return { at: 'zonder' };
  },
});

/** What an organiser does with the list of a meeting, before it and at the door. */
export const participants = { enter, act, setOnlineLink, mark, walkIn };
