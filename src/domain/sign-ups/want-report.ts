import { ok, refused, type Result } from '../kernel/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import { hashOf } from './personal-link.ts';
import { tellReport } from './send-news.ts';

/**
 * The tick on the personal page: the report by mail, or not. When the report is there already it leaves at once. Doing it
 * twice changes nothing.
 */
export const makeWantReport =
  (needs: SignUpsNeeds) =>
  async (secret: string, wants: boolean): Promise<Result<null, 'unknown-link'>> => {
    const { signUps, meetings, reports, wake } = needs;
    const standing = await signUps.findByLink(hashOf(secret));
    if (!standing) return refused('unknown-link');
    const { id, meetingId } = standing.signUp;
    if (!wants) {
      await signUps.stopReport(id);
      return ok(null);
    }
    await signUps.wantReport(id);
    const [meeting, report] = await Promise.all([meetings.get(meetingId), reports.get(meetingId)]);
    if (meeting && report && (await tellReport(needs, meeting, report)) > 0) wake?.();
    return ok(null);
  };
