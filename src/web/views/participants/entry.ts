import { hasRoom, stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import { forgetAfterOf, MOST_PEOPLE } from '../../../domain/sign-ups/index.ts';
import { sayDay } from '../../dates.ts';
import type { Translate } from '../../translate.ts';
import { momentView, type MomentView } from '../meetings/card.ts';

/** The form for who called, or sent a slip of paper. */
export interface EntryView {
  readonly moment: MomentView;
  /** What becomes of who is put down now. */
  readonly places: string;
  readonly most: number;
  readonly privacy: string;
  /** Why nobody can be put on the list any more; null when they can. */
  readonly closed: string | null;
}

interface Needs {
  readonly t: Translate;
  readonly now: Date;
  readonly forgetAfterDays: number;
}

function closedBecause(meeting: Meeting, { t, now }: Needs): string | null {
  const state = stateOf(meeting, now);
  if (state === 'called-off') return t('participants.error.off');
  return state === 'past' ? t('participants.enter.closed') : null;
}

function sayPlaces(meeting: Meeting, t: Translate): string {
  if (hasRoom(meeting)) return t('participants.enter.places', { n: meeting.placesLeft });
  return meeting.waiting > 0 ? t('participants.enter.queue') : t('participants.enter.full');
}

/** Putting somebody on the list: also before sign-up opens, after it closed, and while the meeting is on. */
export const entryPage = (meeting: Meeting, needs: Needs): EntryView => ({
  moment: momentView(meeting, needs),
  places: sayPlaces(meeting, needs.t),
  most: Math.min(MOST_PEOPLE, meeting.places),
  privacy: needs.t('participants.enter.privacy', { day: sayDay(forgetAfterOf(meeting, needs.forgetAfterDays)) }),
  closed: closedBecause(meeting, needs),
});
