import type { Intervention } from '../../../domain/interventions/index.ts';
import type { Decision, Response } from '../../../domain/responses/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Link } from '../link.ts';
import type { ViewNeeds } from '../texts.ts';

/** What we heard, and what we do with it. */
export interface HeardView {
  readonly id: string;
  /** "Op de bijeenkomst van 3 maart 2027 hoorden we" */
  readonly from: string;
  readonly heard: string;
  readonly decision: Decision;
  readonly decided: string;
  readonly answer: string;
  readonly about: readonly Link[];
}

export interface HeardSetting {
  readonly buurt: { readonly slug: string };
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  readonly interventions: readonly Pick<Intervention, 'id' | 'slug' | 'title'>[];
}

/** What we heard, with links to the promise and the theme that it is about, as far as the setting knows them. */
export function heardEntry(
  response: Response,
  { buurt, themes, interventions }: HeardSetting,
  { t, texts }: ViewNeeds,
): HeardView {
  const promise = interventions.find(({ id }) => id === response.interventionId);
  const theme = themes.find(({ id }) => id === response.themeId);
  return {
    id: `gehoord-${response.id}`,
    from: t(`buurten.heard.${response.heardFrom}`, { day: sayDay(response.heardOn) }),
    heard: texts.line(response.heard),
    decision: response.decision,
    decided: t(`buurten.decision.${response.decision}`),
    answer: texts.line(response.answer),
    about: [
      ...(promise ? [{ href: routes.intervention(buurt.slug, promise.slug), label: promise.title }] : []),
      ...(theme
        ? [{ href: routes.theme(buurt.slug, theme.slug), label: t('buurten.about.theme', { title: theme.title }) }]
        : []),
    ],
  };
}
