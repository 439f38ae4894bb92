import { createHmac } from 'node:crypto';
import type { Actor } from '../../kernel/index.ts';

/**
 * Tells one approver from another for one signal, and nothing else: without the portal's secret nobody finds the account, and
 * on another signal the same person has another mark.
 */
export const markOf = (actor: Actor, signalId: string, secretKey: string): string =>
  createHmac('sha256', secretKey)
    .update(['proposal', signalId, actor.kind === 'account' ? actor.accountId : actor.kind].join('\n'))
    .digest('base64url');
