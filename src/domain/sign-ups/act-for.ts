import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { SignUp } from './sign-up.ts';
import type { ListRefusal, OrganiserAct } from './sign-ups.ts';
import { withLetter } from './with-letter.ts';

type Refusal = ListRefusal | 'unknown-sign-up' | 'meeting-past' | 'meeting-called-off' | 'not-sent';

interface Task {
  readonly meeting: Meeting;
  readonly ref: { readonly meetingId: string; readonly id: string };
}

/** What an organiser does for one who called: says yes, cancels, sends the letter again, or forgets. Kept in the log without a name. */
export const makeActFor = (needs: SignUpsNeeds) => {
  const { signUps, now, record } = needs;

  async function change({ meeting, ref }: Task, act: 'confirm' | 'cancel'): Promise<Result<SignUp, Refusal>> {
    if (meeting.endsAt <= now()) return refused('meeting-past');
    const changed = await withLetter(needs, meeting, async (letter, current) => {
      if (act === 'cancel') return signUps.cancel(ref, letter);
      return current.cancelled === null ? signUps.confirm(ref, letter) : 'off';
    });
    if (changed === 'off') return refused('meeting-called-off');
    if (!changed) return refused('unknown-sign-up');
    await publishPlaces(needs, meeting.id, changed.list);
    return ok(changed.standing.signUp);
  }

  async function resend({ meeting, ref }: Task): Promise<Result<SignUp, Refusal>> {
    const standing = await signUps.find(ref);
    if (!standing) return refused('unknown-sign-up');
    const sent = await withLetter(needs, meeting, (letter) => signUps.resend(ref, letter));
    if (!sent) return refused('not-sent');
    needs.wake?.();
    return ok(standing.signUp);
  }

  async function erase({ meeting, ref }: Task): Promise<Result<null, Refusal>> {
    const list = await withLetter(needs, meeting, (letter) => signUps.erase(ref, letter));
    if (!list) return refused('unknown-sign-up');
    await publishPlaces(needs, meeting.id, list);
    return ok(null);
  }

  const acts: Readonly<Record<OrganiserAct, (task: Task) => Promise<Result<SignUp | null, Refusal>>>> = {
    confirm: (task) => change(task, 'confirm'),
    cancel: (task) => change(task, 'cancel'),
    resend,
    erase,
  };

  return async (
    actor: Actor,
    { meetingId, signUpId }: { readonly meetingId: string; readonly signUpId: string },
    act: OrganiserAct,
  ): Promise<Result<SignUp | null, Refusal>> => {
    const found = await organisedMeeting(needs, actor, meetingId);
    if (!found.ok) return found;
    const meeting = found.value;
    const done = await acts[act]({ meeting, ref: { meetingId, id: signUpId } });
    if (done.ok)
      await record({ actor, action: `sign-ups.${act}`, object: `meeting:${meetingId}`, buurtId: meeting.buurtId });
    return done;
  };
};
