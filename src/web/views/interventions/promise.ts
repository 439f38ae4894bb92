import type { Intervention, InterventionState, Standing } from '../../../domain/interventions/index.ts';
import { sayDay, sayDays, sayDistance } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { ViewNeeds } from '../texts.ts';

export type MarkKind = 'late' | 'silent' | 'done' | 'stopped' | 'planned' | 'running';

/** What one must see first about a promise: always words, with a sign that the eye finds. */
export interface Mark {
  readonly kind: MarkKind;
  readonly words: string;
}

/** A promise, as a sentence that one can hold somebody to. */
export interface PromiseView {
  readonly title: string;
  readonly href: string;
  readonly owner: string;
  /** The rest of the sentence after the owner, ending in a full stop. */
  readonly promise: string;
  /** "Klaar op 1 april 2027" and "over 3 weken"; or that no day was agreed, without a distance. */
  readonly due: DueView;
  /** Late and silent can both be true; never empty. */
  readonly marks: readonly Mark[];
  /** "40 van de 120 deuren"; null when nothing is counted. */
  readonly reached: { readonly words: string; readonly value: number; readonly of: number } | null;
  readonly lastNews: string;
  readonly place: string;
}

export interface DueView {
  readonly words: string;
  readonly day: string | null;
  readonly distance: string | null;
}

export interface PromiseInput {
  readonly buurt: { readonly slug: string };
  readonly intervention: Intervention;
  readonly standing: Standing;
}

/** The end of a sentence, whatever the organiser typed. */
const sentenceEnd = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

const stateMark = (state: InterventionState, { t }: ViewNeeds): Mark => ({
  kind: state,
  words: t(`buurten.state.${state}`),
});

/** Warnings first; when there are none, how it goes. */
function marksOf({ state, lateByDays, silentForDays }: Standing, needs: ViewNeeds): Mark[] {
  const { t } = needs;
  const late: Mark[] =
    lateByDays === null ? [] : [{ kind: 'late', words: t('buurten.late', { amount: sayDays(lateByDays, t) }) }];
  const silent: Mark[] =
    silentForDays === null ? [] : [{ kind: 'silent', words: t('buurten.silent', { n: silentForDays }) }];
  const warnings = [...late, ...silent];
  return warnings.length > 0 ? warnings : [stateMark(state, needs)];
}

/** By when, or since when it is over. */
function dueView(dueOn: string | null, { state, endedOn, lateByDays }: Standing, { t, now }: ViewNeeds): DueView {
  if (endedOn !== null) {
    const words = t(state === 'done' ? 'buurten.due.done' : 'buurten.due.stopped', { day: sayDay(endedOn) });
    return { words, day: endedOn, distance: null };
  }
  if (dueOn === null) return { words: t('buurten.due.none'), day: null, distance: null };
  const words = t(lateByDays === null ? 'buurten.due' : 'buurten.due.late', { day: sayDay(dueOn) });
  return { words, day: dueOn, distance: sayDistance(dueOn, now, t) };
}

/** How far it is, in words. Nothing reported yet counts as nothing reached. */
function reachedOf(target: Intervention['target'], standing: Standing, { t }: ViewNeeds): PromiseView['reached'] {
  if (target === null) return null;
  const value = standing.reached ?? 0;
  const words = t('buurten.reached', { reached: value, n: target.number, unit: target.unit });
  return { words, value: Math.min(value, target.number), of: target.number };
}

/** A promise as a sentence with its marks, for cards, lists and the map. */
export function promiseView({ buurt, intervention, standing }: PromiseInput, needs: ViewNeeds): PromiseView {
  const { t, now } = needs;
  const { title, slug, owner, promise, dueOn, target, progress, placeName } = intervention;
  return {
    title,
    href: routes.intervention(buurt.slug, slug),
    owner,
    promise: sentenceEnd(promise),
    due: dueView(dueOn, standing, needs),
    marks: marksOf(standing, needs),
    reached: reachedOf(target, standing, needs),
    lastNews:
      progress.length === 0
        ? t('buurten.news.none', { distance: sayDistance(standing.lastNewsOn, now, t) })
        : t('buurten.news.last', { distance: sayDistance(standing.lastNewsOn, now, t) }),
    place: placeName,
  };
}

/** What must be done first comes first; without a date last; what is over after all. */
export const inOrder = (promises: readonly PromiseInput[]): PromiseInput[] =>
  promises.toSorted(
    (a, b) =>
      Number(a.standing.endedOn !== null) - Number(b.standing.endedOn !== null) ||
      (a.intervention.dueOn ?? '9999').localeCompare(b.intervention.dueOn ?? '9999'),
  );
