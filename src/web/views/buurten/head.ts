import type { Accent, Buurt, BuurtContent, Step } from '../../../domain/buurten/index.ts';
import type { Standing } from '../../../domain/interventions/index.ts';
import { methodSteps } from '../../content.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { ViewNeeds } from '../texts.ts';
import { warningsOf } from '../warnings.ts';

/** One step on the path; `past` is done, `now` is where the buurt is. */
export interface StepView {
  readonly title: string;
  readonly state: 'past' | 'now' | 'next';
  /** For who cannot see the path: "klaar", "hier zijn we nu", "komt nog". */
  readonly words: string;
}

export interface BuurtHeadView {
  readonly name: string;
  readonly accent: Accent;
  readonly focus: string;
  readonly steps: readonly StepView[];
  /** "Stap 6 van 7: We doen het" */
  readonly where: string;
  readonly since: string;
  readonly note: string;
  readonly introduction: string;
  readonly sample: boolean;
}

/** The path with the present step on it. */
function stepPath(step: Step, t: Translate): StepView[] {
  const steps = methodSteps();
  const present = steps.findIndex((known) => known.step === step);
  return steps.map(({ title }, index) => {
    const state = index < present ? 'past' : index === present ? 'now' : 'next';
    return { title, state, words: t(`buurten.step.${state}`) };
  });
}

/** "Stap 6 van 7: We doen het" */
function sayStep(step: Step, t: Translate): string {
  const steps = methodSteps();
  const index = steps.findIndex((known) => known.step === step);
  return t('buurten.step', { number: index + 1, total: steps.length, title: steps[index]?.title ?? '' });
}

/** The top of a buurt's page: name, focus, and where it is on the path. */
export function buurtHead(buurt: BuurtContent, { t, texts }: ViewNeeds): BuurtHeadView {
  return {
    name: buurt.name,
    accent: buurt.accent,
    focus: texts.line(buurt.focus),
    steps: stepPath(buurt.step, t),
    where: sayStep(buurt.step, t),
    since: t('buurten.step.since', { day: sayDay(buurt.stepSince) }),
    note: texts.line(buurt.stepNote),
    introduction: texts.block(buurt.introduction, 2),
    sample: buurt.sample,
  };
}

/** A buurt as a card: on the home page and in the list. */
export interface BuurtCardView {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  readonly accent: Accent;
  readonly focus: string;
  readonly where: string;
  /** Whether promises are late or silent. */
  readonly warnings: readonly string[];
}

export const buurtCard = (
  { slug, name, accent, focus, step }: Buurt,
  standings: readonly Standing[],
  t: Translate,
): BuurtCardView => ({
  slug,
  name,
  href: routes.buurt(slug),
  accent,
  focus,
  where: sayStep(step, t),
  warnings: warningsOf(standings, t),
});
