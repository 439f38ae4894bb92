import { createHash } from 'node:crypto';
import type { Now } from '../../kernel/index.ts';
import { RotatingSet } from './rotating-set.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of each kind, at most twice as many: some ten megabytes in the worst flood. */
const MOST = 50_000;

/** What became of the tokens that this process saw; a receipt cannot be worked out from what is kept of them. */
export interface Memory {
  /** `busy`: let in, and not yet stored or burnt · `stored`: is in the database · undefined: not seen, or long ago. */
  stateOf(token: string): 'busy' | 'burnt' | 'stored' | undefined;
  letIn(token: string): void;
  burn(token: string): void;
  store(token: string): void;
  /** For one to two minutes. */
  justStored(token: string): boolean;
}

const nameOf = (token: string) => createHash('sha256').update(`seen\n${token}`).digest('base64url');

/**
 * Single use, within this process. Another process may let a token in a second time; then `spent_forms` in the database says
 * that it was used, in the transaction that would have stored it again.
 */
export function makeMemory(now: Now): Memory {
  // Longer than a token is good for.
  const burnt = new RotatingSet(now, { span: 3 * HOUR, most: MOST });
  const stored = new RotatingSet(now, { span: 3 * HOUR, most: MOST });
  const justStored = new RotatingSet(now, { span: MINUTE, most: MOST });
  const busy = new RotatingSet(now, { span: 5 * MINUTE, most: MOST });

  return {
    stateOf(token) {
      const name = nameOf(token);
      if (stored.has(name)) return 'stored';
      if (burnt.has(name)) return 'burnt';
      return busy.has(name) ? 'busy' : undefined;
    },
    letIn: (token) => busy.add(nameOf(token)),
    burn(token) {
      busy.delete(nameOf(token));
      burnt.add(nameOf(token));
    },
    store(token) {
      const name = nameOf(token);
      busy.delete(name);
      stored.add(name);
      justStored.add(name);
    },
    justStored: (token) => justStored.has(nameOf(token)),
  };
}
