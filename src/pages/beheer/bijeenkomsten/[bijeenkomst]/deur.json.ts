import type { APIRoute } from 'astro';
import type { ListRefusal } from '../../../../domain/sign-ups/index.ts';
import type { MessageKey } from '../../../../web/translate.ts';
import { keptMarks, storeMarks } from '../../../../web/views/participants/marks.ts';

type Refusal = readonly [status: number, message: MessageKey];
const REFUSALS: Readonly<Record<ListRefusal | 'not-right' | 'not-today', Refusal>> = {
  forbidden: [403, 'common.forbidden.text'],
  'unknown-meeting': [404, 'signUps.error.gone'],
  'not-right': [400, 'participants.error.mark'],
  'not-today': [409, 'participants.error.notToday'],
};

/** Where a phone at the door sends what it kept while there was no network. */
export const POST: APIRoute = async ({ params, request, locals: { app, actor, t } }) => {
  const answer = (status: number, message: MessageKey) => Response.json({ message: t(message) }, { status });
  // No page to log in: the phone must hear it, and keep its marks.
  if (actor.kind !== 'account') return answer(401, 'participants.door.loggedOut');
  const meeting = await app.meetings.find(params['bijeenkomst'] ?? '');
  if (!meeting) return answer(...REFUSALS['unknown-meeting']);
  const kept = keptMarks.safeParse(await request.json().catch(() => null));
  if (!kept.success) return answer(...REFUSALS['not-right']);
  const stored = await storeMarks(app.signUps, { actor, meetingId: meeting.id, kept: kept.data });
  return stored.ok ? Response.json(stored.value) : answer(...REFUSALS[stored.reason]);
};
