import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { letterWriter, termsOf, type SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { ListRefusal } from './sign-ups.ts';
import { withLetter } from './with-letter.ts';

/** In characters; links of meeting rooms with a password in them are long. */
const LONGEST_LINK = 500;

/** The link as it will be kept; null when it is empty; undefined when it is no https address, or too long. */
export function cleanOnlineLink(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const link = /^[!-~]+$/.test(typed) ? URL.parse(typed) : null;
  if (link?.protocol !== 'https:' || !link.hostname.includes('.') || link.username !== '' || link.password !== '')
    return undefined;
  return link.href.length <= LONGEST_LINK ? link.href : undefined;
}

/**
 * The link for who takes part from a distance. Everybody with a confirmed place gets a letter with it, and who gets a place
 * later finds it in that letter. Empty takes the link away.
 */
export const makeSetOnlineLink =
  (needs: SignUpsNeeds) =>
  async (actor: Actor, meetingId: string, text: string): Promise<Result<null, ListRefusal | 'not-right'>> => {
    const meeting = await organisedMeeting(needs, actor, meetingId);
    if (!meeting.ok) return meeting;
    const { buurtId } = meeting.value;
    const link = cleanOnlineLink(text);
    if (link === undefined) return refused('not-right');
    const isSet = await withLetter(needs, meeting.value, async (_before, current) => {
      // Where nobody can take part from a distance, no letter ever tells a link.
      if (link !== null && !current.online) return false;
      const letter = letterWriter(needs, current, { onlineLink: link });
      await needs.signUps.setOnlineLink(termsOf(current, needs.forgetAfterDays), link, letter);
      return true;
    });
    if (!isSet) return refused('not-right');
    // The link itself lets strangers in: it does not stand in the log.
    await needs.record({ actor, action: 'sign-ups.online-link', object: `meeting:${meetingId}`, buurtId });
    needs.wake?.();
    return ok(null);
  };
