import type { Buurt, Buurten } from '../buurten/index.ts';
import {
  dayOf,
  mayReadSignals,
  ok,
  refused,
  type Actor,
  type Day,
  type Now,
  type RecordDeed,
  type Result,
} from '../kernel/index.ts';
import type { ResponseStore, SignalCount } from '../responses/index.ts';
import type { ThemeStore } from '../themes/index.ts';
import type { SignalStore } from './signal.ts';

/** One number that a release changes; 0 where nothing is shown. */
export interface CountChange {
  readonly themeId: string | null;
  readonly themeTitle: string | null;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** What a release means for one buurt. */
export interface BuurtRelease {
  readonly buurt: Pick<Buurt, 'id' | 'slug' | 'name'>;
  readonly lastOn: Day | null;
  /** Empty: the published numbers stay as they are. */
  readonly changes: readonly CountChange[];
}

export interface ReleaseNeeds {
  readonly store: Pick<SignalStore, 'accepted'>;
  readonly buurten: Pick<Buurten, 'list'>;
  readonly themes: Pick<ThemeStore, 'get'>;
  /** The door to the published realm: counts go through it, and nothing else. */
  readonly responses: Pick<ResponseStore, 'signalCounts' | 'releaseSignalCounts'>;
  readonly record: RecordDeed;
  readonly now: Now;
  /** How many signals a number must stand for, and by how many two releases differ at least. */
  readonly threshold: number;
}

/** What a number becomes in the next release, given what the last one said (0: not shown) and how many there are now. */
export function releasedNumber({ last, now, threshold }: { last: number; now: number; threshold: number }): number {
  // A smaller step would tell of a group smaller than the threshold to whoever lays two releases side by side.
  if (Math.abs(now - last) < threshold) return last;
  return now < threshold ? 0 : now;
}

/** What the next release would change, per buurt; nothing is changed by asking. */
export const makePlannedRelease =
  (needs: ReleaseNeeds) =>
  async (actor: Actor): Promise<Result<BuurtRelease[], 'forbidden'>> => {
    if (!mayRelease(actor)) return refused('forbidden');
    const plans: BuurtRelease[] = [];
    for (const buurt of await needs.buurten.list()) plans.push((await planFor(needs, buurt)).release);
    return ok(plans);
  };

/**
 * The door *release*: of what the desk accepted, numbers per theme and kind become public, whole and dated. Only numbers of
 * at least the threshold, and only those that differ from the last release by at least the threshold.
 */
export const makeReleaseCounts =
  (needs: ReleaseNeeds) =>
  async (actor: Actor): Promise<Result<BuurtRelease[], 'forbidden'>> => {
    if (!mayRelease(actor)) return refused('forbidden');
    const done: BuurtRelease[] = [];
    for (const buurt of await needs.buurten.list()) {
      const { release, counts } = await planFor(needs, buurt);
      if (release.changes.length === 0) continue;
      await needs.responses.releaseSignalCounts(buurt.id, counts);
      await needs.record({ actor, action: 'signals.release', object: `buurt:${buurt.id}`, buurtId: buurt.id });
      done.push(release);
    }
    return ok(done);
  };

const mayRelease = (actor: Actor) => actor.kind === 'system' || mayReadSignals(actor);

interface Group {
  readonly themeId: string | null;
  readonly kind: string;
}

const isSame = (one: Group) => (other: Group) => one.themeId === other.themeId && one.kind === other.kind;

async function planFor(needs: ReleaseNeeds, buurt: Buurt): Promise<{ release: BuurtRelease; counts: SignalCount[] }> {
  const { threshold } = needs;
  const released = await needs.responses.signalCounts(buurt.id);
  const accepted: readonly (Group & { readonly count: number })[] = await needs.store.accepted(buurt.id);
  const emptied = released.filter((old) => !accepted.some(isSame(old))).map((old) => ({ ...old, count: 0 }));

  const changes: CountChange[] = [];
  const counts: SignalCount[] = [];
  for (const { themeId, kind, count: now } of [...accepted, ...emptied]) {
    const old = released.find(isSame({ themeId, kind }));
    const from = old?.count ?? 0;
    const to = releasedNumber({ last: from, now, threshold });
    const releasedOn = old && from === to ? old.releasedOn : dayOf(needs.now());
    if (to > 0) counts.push({ buurtId: buurt.id, themeId, kind, count: to, releasedOn });
    if (from !== to) changes.push({ themeId, themeTitle: await titleOf(needs, themeId), kind, from, to });
  }
  const { id, slug, name } = buurt;
  const lastOn =
    released
      .map(({ releasedOn }) => releasedOn)
      .toSorted()
      .at(-1) ?? null;
  return { release: { buurt: { id, slug, name }, lastOn, changes }, counts };
}

const titleOf = async ({ themes }: ReleaseNeeds, themeId: string | null): Promise<string | null> =>
  themeId === null ? null : ((await themes.get(themeId))?.title ?? null);
