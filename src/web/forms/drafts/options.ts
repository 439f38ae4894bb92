import { ACCENTS, type AreaSummary } from '../../../domain/buurten/index.ts';
import { LANGUAGES, TRANSLATION_LANGUAGES, type Surroundings } from '../../../domain/drafts/index.ts';
import { INDICATORS } from '../../../domain/figures/index.ts';
import { INTERVENTION_STATES } from '../../../domain/interventions/index.ts';
import { REPEATS } from '../../../domain/meetings/index.ts';
import { DECISIONS, HEARD_FROM } from '../../../domain/responses/index.ts';
import { THEME_PHASES } from '../../../domain/themes/index.ts';
import { methodSteps } from '../../content.ts';
import type { Translate } from '../../translate.ts';
import { sayLanguages } from '../../views/meetings/words.ts';
import type { Option, OptionsFrom } from './shape.ts';
import { say } from './words.ts';

/** What choices are made from, besides what is always the same. */
export interface ChoiceSetting extends Pick<Surroundings, 'themes' | 'interventions'> {
  readonly boroughs: readonly AreaSummary[];
  readonly cities: readonly AreaSummary[];
}

const named = (values: readonly string[], prefix: string, t: Translate): Option[] =>
  values.map((value) => ({ value, label: say(t, `${prefix}.${value}`) }));
const titled = (texts: readonly { readonly id: string; readonly title: string }[]): Option[] =>
  texts.map(({ id, title }) => ({ value: id, label: title }));
const areas = (found: readonly AreaSummary[]): Option[] =>
  found.map(({ code, name }) => ({ value: code, label: name }));

/** The choices of a field, in the order in which they are shown. */
export function optionsFrom(from: OptionsFrom, setting: ChoiceSetting, t: Translate): Option[] {
  switch (from) {
    case 'steps':
      return methodSteps().map(({ step, title }, index) => ({ value: step, label: `${index + 1}. ${title}` }));
    case 'accents':
      return named(ACCENTS, 'drafts.option.accents', t);
    case 'phases':
      return THEME_PHASES.map((value) => ({
        value,
        label: say(t, `buurten.phase.${value}`),
        hint: say(t, `buurten.phase.${value}.explained`),
      }));
    case 'states':
      return named(INTERVENTION_STATES, 'buurten.state', t);
    case 'decisions':
      return named(DECISIONS, 'drafts.option.decisions', t);
    case 'heardFrom':
      return named(HEARD_FROM, 'drafts.option.heardFrom', t);
    case 'languages':
      return LANGUAGES.map((value) => ({ value, label: sayLanguages([value], t) }));
    case 'otherLanguages':
      return TRANSLATION_LANGUAGES.map((value) => ({ value, label: sayLanguages([value], t) }));
    case 'repeats':
      return [{ value: '', label: t('drafts.option.repeats.none') }, ...named(REPEATS, 'drafts.option.repeats', t)];
    case 'themes':
      return titled(setting.themes);
    case 'interventions':
      return titled(setting.interventions);
    case 'indicators':
      return named(
        INDICATORS.map(({ id }) => id),
        'figures.name',
        t,
      );
    case 'boroughs':
      return areas(setting.boroughs);
    case 'cities':
      return areas(setting.cities);
  }
}
