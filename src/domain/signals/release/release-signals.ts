import { mayReadSignals, ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import { decideRelease } from './decide-release.ts';
import type { SettingOf } from './setting.ts';
import type { ReleaseNeeds } from './uses.ts';

/** Of how many buurten the counts changed; 0: everything stays as it was, and there is no batch. */
export interface Released {
  readonly buurten: number;
}

export type ReleaseSignals = (actor: Actor) => Promise<Result<Released, 'forbidden'>>;

export const makeReleaseSignals =
  (needs: ReleaseNeeds, settingOf: SettingOf, publishMissing: () => Promise<number>): ReleaseSignals =>
  async (actor) => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    const setting = await settingOf();
    const { batches } = await needs.ledger.release((facts) => decideRelease(facts, setting));
    await publishMissing();
    for (const { buurtId } of batches)
      await needs.record({ actor, action: 'signals.release', object: `buurt:${buurtId}`, buurtId });
    return ok({ buurten: batches.length });
  };
