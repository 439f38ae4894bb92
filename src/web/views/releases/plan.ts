import type { CountClass } from '../../../domain/releases/index.ts';
import type { BuurtPlan } from '../../../domain/signals/index.ts';
import { sayDay } from '../../dates.ts';
import type { Translate } from '../../translate.ts';
import { groupName, sayClass } from './words.ts';

/** What the next release means for one buurt. */
export interface PlanView {
  readonly buurt: string;
  readonly id: string;
  readonly last: string;
  /** What, how it is on the site now, and how it will be. */
  readonly rows: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Said where there are no rows. */
  readonly unchanged: string | null;
  /** What is held back, and why. */
  readonly held: readonly string[];
}

export interface PlanNames {
  readonly threshold: number;
  /** What the atlas of a buurt calls a cell. */
  readonly cell: (buurtId: string, cell: string) => string | null;
}

/** Those that change first, else as they were. */
export const inOrder = (plans: readonly BuurtPlan[]): BuurtPlan[] =>
  plans.toSorted((a, b) => Number(b.changes.length > 0) - Number(a.changes.length > 0));

/** The plan of a buurt in words. */
export function planView(plan: BuurtPlan, { threshold, cell }: PlanNames, t: Translate): PlanView {
  const names = {
    themes: new Map(plan.themes.map(({ id, title }) => [id, title])),
    cell: (id: string) => cell(plan.buurt.id, id),
  };
  const say = (given: CountClass | null) => (given ? sayClass(given, t) : t('releases.plan.hidden'));
  return {
    buurt: plan.buurt.name,
    id: `buurt-${plan.buurt.slug}`,
    last: plan.lastOn === null ? t('releases.plan.never') : t('releases.plan.lastOn', { day: sayDay(plan.lastOn) }),
    rows: plan.changes.map(({ group, from, to }) => ({
      name: groupName(group, names, t),
      from: say(from),
      to: say(to),
    })),
    unchanged: plan.changes.length > 0 ? null : t(plan.isNew ? 'releases.plan.first' : 'releases.plan.unchanged'),
    held: [
      ...(plan.waiting > 0 ? [t('releases.plan.waiting', { n: plan.waiting, threshold })] : []),
      ...(plan.inBursts > 0 ? [t('releases.plan.inBursts', { n: plan.inBursts })] : []),
    ],
  };
}
