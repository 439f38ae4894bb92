import { accounts } from './accounts.ts';
import { desk } from './desk.ts';
import { drafts } from './drafts.ts';
import { follow } from './follow.ts';
import { interviews } from './interviews.ts';
import { participants } from './participants.ts';
import { releases } from './releases.ts';
import { signUps } from './sign-ups.ts';
import { signals } from './signals.ts';

/** What a visitor may do, by form. Each file has the acts of one part of the portal. */
export const server = { accounts, desk, drafts, follow, interviews, participants, releases, signUps, signals };
