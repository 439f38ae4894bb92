import { accounts } from './accounts.ts';
import { drafts } from './drafts.ts';
import { participants } from './participants.ts';
import { signUps } from './sign-ups.ts';
import { signals } from './signals.ts';

/** What a visitor may do, by form. Each file has the acts of one part of the portal. */
export const server = { accounts, drafts, participants, signUps, signals };
