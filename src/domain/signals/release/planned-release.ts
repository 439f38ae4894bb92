import type { Buurt } from '../../buurten/index.ts';
import { mayReadSignals, ok, refused, type Actor, type Day, type Result } from '../../kernel/index.ts';
import { classOf, type CountClass, type ReleasedCount } from '../../releases/index.ts';
import type { Theme } from '../../themes/index.ts';
import { countBuurten, countedIn, type BuurtCounts } from './decide-release.ts';
import { keyOf } from './group-key.ts';
import type { GroupCount } from './ledger.ts';
import type { SettingOf } from './setting.ts';
import { unitOf } from './unit.ts';
import type { ReleaseNeeds } from './uses.ts';

/** What a release changes about one group; null: it is not shown. */
export interface GroupChange {
  readonly group: ReleasedCount['group'];
  readonly from: CountClass | null;
  readonly to: CountClass | null;
}

/** What the next release means for one buurt. */
export interface BuurtPlan {
  readonly buurt: Pick<Buurt, 'id' | 'slug' | 'name'>;
  readonly themes: readonly Pick<Theme, 'id' | 'title'>[];
  /** Null: nothing was ever released of it. */
  readonly lastOn: Day | null;
  readonly isNew: boolean;
  /** Empty for a first batch that shows nothing, and where everything stays as it is. */
  readonly changes: readonly GroupChange[];
  /** Accepted, and still too few for one more whole group. */
  readonly waiting: number;
  /** Accepted, in a burst that the desk has not confirmed. */
  readonly inBursts: number;
}

export type PlannedRelease = (actor: Actor) => Promise<Result<BuurtPlan[], 'forbidden'>>;

/** What the next release would change, per buurt. */
export const makePlannedRelease =
  (needs: ReleaseNeeds, settingOf: SettingOf): PlannedRelease =>
  async (actor) => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    const facts = await needs.ledger.facts();
    const counts = countBuurten(facts, await settingOf());
    const unit = unitOf(needs.threshold, facts.shown);
    const plans: BuurtPlan[] = [];
    for (const { id, slug, name } of await needs.buurten.list()) {
      const next = counts.find(({ buurtId }) => buurtId === id);
      if (!next) continue;
      plans.push({
        buurt: { id, slug, name },
        themes: (await needs.themes.list(id)).map((theme) => ({ id: theme.id, title: theme.title })),
        lastOn: (await needs.releases.latest(id))?.releasedOn ?? null,
        ...planOf(next, unit),
      });
    }
    return ok(plans);
  };

function planOf({ counts, signals, counted, last, isNew }: BuurtCounts, unit: number) {
  const before = byKey(last?.counts ?? []);
  const after = byKey(counts);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  // As in publish-missing.ts.
  const say = (each: GroupCount | undefined) => (each ? classOf(each.count, Math.min(each.count, unit)) : null);
  const chosen = countedIn(counts);
  const isHeld = (signal: (typeof signals)[number]) => signal.state !== 'released' && !chosen.has(signal);
  return {
    isNew,
    changes: keys.flatMap((key) => {
      const [from, to] = [before.get(key), after.get(key)];
      const group = (to ?? from)?.group;
      return group && from?.count !== to?.count ? [{ group, from: say(from), to: say(to) }] : [];
    }),
    waiting: counted.filter(isHeld).length,
    inBursts: signals.length - counted.length,
  };
}

const byKey = <Count extends GroupCount>(counts: readonly Count[]) =>
  new Map(counts.map((each) => [keyOf(each.group), each]));
