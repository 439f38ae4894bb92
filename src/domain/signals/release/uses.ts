/**
 * The door *release*: of what the desk accepted, counts become public, and nothing else. How, and why it gives nobody away:
 * content/decisions/0012. Pure arithmetic: count-groups.ts; who counts: contributors.ts.
 */
import type { Buurten } from '../../buurten/index.ts';
import type { Now, RecordDeed } from '../../kernel/index.ts';
import type { ReleaseStore } from '../../releases/index.ts';
import type { ThemeStore } from '../../themes/index.ts';
import type { PlaceNeeds } from '../place/index.ts';
import type { ReleaseLedger } from './ledger.ts';
import { makePlannedRelease, type PlannedRelease } from './planned-release.ts';
import { makePublishMissing } from './publish-missing.ts';
import { makeReleaseSignals, type ReleaseSignals } from './release-signals.ts';
import { makeSettingOf } from './setting.ts';

export type { GroupCount, LedgerBatch, ReleaseDecision, ReleaseFacts, ReleaseLedger } from './ledger.ts';
export type { BuurtPlan, GroupChange, PlannedRelease } from './planned-release.ts';
export { groupOf, keyOf } from './group-key.ts';

export interface ReleaseUses {
  /** What the next release would change, per buurt, in classes; nothing is changed by asking. Needs no opened key. */
  readonly planned: PlannedRelease;
  /** Makes one frozen, dated batch of all buurten whose counts change; none when nothing changes. For the desk only. */
  readonly release: ReleaseSignals;
  /** At start: publishes batches that stand in the ledger and, after a crash, not yet in public. Tells how many. */
  readonly publishMissing: () => Promise<number>;
}

export interface ReleaseNeeds extends PlaceNeeds {
  /** In the realm of the signals: what counts, and what was ever released. */
  readonly ledger: ReleaseLedger;
  /** In the published realm: the only thing that leads out, and it takes classes only. */
  readonly releases: ReleaseStore;
  readonly buurten: Pick<Buurten, 'list' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'list'>;
  readonly record: RecordDeed;
  readonly now: Now;
  /** K: how many contributors a number must stand for. Counts go up and down in whole groups of K, see unit.ts. */
  readonly threshold: number;
  /** From so many signals in one place and week on, they count once until the desk confirms them. */
  readonly signalBurst: number;
}

export const makeReleaseUses = (needs: ReleaseNeeds): ReleaseUses => {
  const publishMissing = makePublishMissing(needs);
  const settingOf = makeSettingOf(needs);
  return {
    planned: makePlannedRelease(needs, settingOf),
    release: makeReleaseSignals(needs, settingOf, publishMissing),
    publishMissing,
  };
};
