import type { Change, DatedChange, Intervention, Standing, Target } from '../../../domain/interventions/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import { machineTime, sayDay, sayDistance } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Link } from '../link.ts';
import { promiseView, type PromiseView } from './promise.ts';
import type { ViewNeeds } from '../texts.ts';

/** One report of how it went. */
export interface ReportView {
  readonly id: string;
  readonly day: string;
  readonly distance: string;
  readonly datetime: string;
  readonly state: string;
  readonly reached: string | null;
  readonly html: string;
}

/** What changed in the promise on one day. */
export interface ChangeView {
  readonly sentences: readonly string[];
  /** "Waarom: …"; null when the organiser gave no reason. */
  readonly why: string | null;
}

/** A promise as an article: the same on its page and in the preview of a draft. */
export interface InterventionView extends PromiseView {
  readonly description: string;
  readonly themes: readonly Link[];
  readonly announced: string;
  readonly onMap: string | null;
  readonly reports: readonly ReportView[];
  readonly changes: readonly ChangeView[];
}

export interface InterventionInput {
  readonly buurt: { readonly slug: string };
  readonly intervention: Intervention;
  readonly standing: Standing;
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  /** None in a preview. */
  readonly changes: readonly DatedChange[];
}

const sayTarget = (target: Target, { t }: ViewNeeds): string =>
  t('buurten.target', { n: target.number, unit: target.unit });

/** "Op 3 maart 2027 schoof de datum van 1 april 2027 naar 1 juni 2027." */
function sayChange(change: Change, day: string, needs: ViewNeeds): string {
  const { t } = needs;
  if (change.field === 'dueOn') {
    const { from, to } = change;
    if (from === null) return t('buurten.change.due.set', { day, to: to === null ? '' : sayDay(to) });
    if (to === null) return t('buurten.change.due.dropped', { day, from: sayDay(from) });
    return t('buurten.change.due', { day, from: sayDay(from), to: sayDay(to) });
  }
  if (change.field === 'target') {
    const { from, to } = change;
    if (from === null) return t('buurten.change.target.set', { day, to: to === null ? '' : sayTarget(to, needs) });
    if (to === null) return t('buurten.change.target.dropped', { day, from: sayTarget(from, needs) });
    return t('buurten.change.target', { day, from: sayTarget(from, needs), to: sayTarget(to, needs) });
  }
  return t(`buurten.change.${change.field}`, { day, from: change.from, to: change.to });
}

function changeView({ on, note, changes }: DatedChange, needs: ViewNeeds): ChangeView {
  const day = sayDay(on);
  const sentences = changes.map((change) => sayChange(change, day, needs));
  return {
    sentences: sentences.length > 0 ? sentences : [needs.t('buurten.change.explanation', { day })],
    why: note.trim() === '' ? null : needs.t('buurten.change.why', { note: note.trim() }),
  };
}

function reportViews({ progress, target }: Intervention, { t, texts, now }: ViewNeeds): ReportView[] {
  return progress.map(({ id, at, state, reached, text }) => ({
    id: `verslag-${id}`,
    day: sayDay(at),
    distance: sayDistance(at, now, t),
    datetime: machineTime(at),
    state: t(`buurten.state.${state}`),
    reached:
      reached === null || target === null
        ? null
        : t('buurten.reached', { reached, n: target.number, unit: target.unit }),
    html: texts.block(text, 3),
  }));
}

/** A promise with its reports, newest first, and every change since it was made. */
export function interventionView(input: InterventionInput, needs: ViewNeeds): InterventionView {
  const { buurt, intervention, themes, changes } = input;
  const { t, texts } = needs;
  return {
    ...promiseView(input, needs),
    description: texts.block(intervention.description, 2),
    themes: themes
      .filter(({ id }) => intervention.themeIds.includes(id))
      .map(({ slug, title }) => ({ href: routes.theme(buurt.slug, slug), label: title })),
    announced: t('buurten.announced', { day: sayDay(intervention.publishedAt) }),
    onMap: intervention.place === null ? null : routes.map(buurt.slug),
    reports: reportViews(intervention, needs),
    changes: changes.map((change) => changeView(change, needs)),
  };
}
