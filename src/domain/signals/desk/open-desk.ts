import { mayReadSignals, type Actor, type RecordDeed, type Result } from '../../kernel/index.ts';
import type { KeysOpened, OpenRefusal } from '../sealing/open-keys.ts';
import type { KeyUses } from '../sealing/uses.ts';

interface Needs {
  readonly keys: Pick<KeyUses, 'open' | 'close'>;
  readonly record: RecordDeed;
}

/** Opening and closing the desk. The log tells who opened it, or gave a wrong passphrase: never the passphrase. */
export const makeOpenDesk = ({ keys, record }: Needs) => ({
  async open(actor: Actor, sessionId: string | null, passphrase: string): Promise<Result<KeysOpened, OpenRefusal>> {
    const opened = await keys.open(actor, sessionId, passphrase);
    const result = opened.ok ? 'done' : 'refused';
    // Who is not of the desk could fill the log.
    if (mayReadSignals(actor)) await record({ actor, action: 'desk.open', object: 'desk:keys', result });
    return opened;
  },

  async close(actor: Actor, sessionId: string | null): Promise<void> {
    keys.close(sessionId);
    if (mayReadSignals(actor)) await record({ actor, action: 'desk.close', object: 'desk:keys' });
  },
});
