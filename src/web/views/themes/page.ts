import type { Buurt } from '../../../domain/buurten/index.ts';
import type { Intervention, Standing } from '../../../domain/interventions/index.ts';
import type { Response } from '../../../domain/responses/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import { heardEntry, type HeardView } from './heard.ts';
import { inOrder, promiseView, type PromiseView } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';
import { themeView, type ThemeView } from './article.ts';

export interface ThemePageInput {
  readonly buurt: Buurt;
  readonly theme: Theme;
  /** Of the whole buurt; those of the theme are shown. */
  readonly interventions: readonly Intervention[];
  readonly standing: (intervention: Intervention) => Standing;
  readonly responses: readonly Response[];
}

export interface ThemePageView {
  readonly article: ThemeView;
  readonly promises: readonly PromiseView[];
  readonly answers: readonly HeardView[];
}

/** Everything on the page of a theme, apart from its figures, and its counts, which have components of their own. */
export function themePage(input: ThemePageInput, needs: ViewNeeds): ThemePageView {
  const { buurt, theme, interventions, responses } = input;
  const own = interventions.filter(({ themeIds }) => themeIds.includes(theme.id));
  const promises = own.map((intervention) => ({ buurt, intervention, standing: input.standing(intervention) }));
  // Its own address is left out: nobody needs a link to the page they are on.
  const setting = { buurt, themes: [], interventions };
  return {
    article: themeView(theme, needs),
    promises: inOrder(promises).map((promise) => promiseView(promise, needs)),
    answers: responses
      .filter(({ themeId }) => themeId === theme.id)
      .map((response) => heardEntry(response, setting, needs)),
  };
}
