import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { makeAddToList } from './add-to-list.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import { cleanEmailOrNone, cleanForm, cleanPhone } from './sign-up-fields.ts';
import type { SignUp } from './sign-up.ts';
import type { Entry, ListRefusal } from './sign-ups.ts';

type Refusal = ListRefusal | 'meeting-past' | 'meeting-called-off' | 'too-many-people' | 'not-right' | 'known';

/**
 * An organiser puts somebody on the list who called, or sent a slip of paper; also before sign-up opens and after it closes.
 * It is confirmed: they spoke. With an e-mail address they get the letter and a link of their own.
 */
export const makeEnterSignUp = (needs: SignUpsNeeds) => {
  const addToList = makeAddToList(needs);

  function mayEnter({ endsAt, cancelled, places }: Meeting, people: number) {
    if (endsAt <= needs.now()) return 'meeting-past';
    if (cancelled !== null) return 'meeting-called-off';
    return people > places ? 'too-many-people' : null;
  }

  return async (actor: Actor, meetingId: string, entry: Entry): Promise<Result<SignUp, Refusal>> => {
    const found = await organisedMeeting(needs, actor, meetingId);
    if (!found.ok) return found;
    const form = cleanForm(entry, cleanEmailOrNone);
    const phone = cleanPhone(entry.phone);
    if (!form || phone === undefined) return refused('not-right');
    const filled = { ...form, phone, meetingId, origin: 'organiser' as const };
    const entered = await addToList(filled, (meeting) => mayEnter(meeting, form.people));
    if (!entered.ok) return entered;
    if (entered.value.kind === 'known') return refused('known');
    const { buurtId } = found.value;
    // Never a name: the log is kept longer than the list.
    await needs.record({ actor, action: 'sign-ups.enter', object: `meeting:${meetingId}`, buurtId });
    return ok(entered.value.standing.signUp);
  };
};
