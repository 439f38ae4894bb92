import { routes } from '../routes.ts';

/** The use cases that know what is public. */
type Sources = Pick<App.Locals['app'], 'buurten' | 'themes' | 'interventions' | 'meetings'>;

export interface PublicAddress {
  readonly path: string;
  readonly changedAt?: Date;
}

const FIXED = [
  routes.home(),
  routes.buurten(),
  routes.meetings(),
  routes.signal(),
  routes.promises(),
  routes.about(),
  routes.glossary(),
  routes.privacy(),
  routes.accessibility(),
  routes.contact(),
];

/** A page that says the same for years is worth finding too, but there is no end to the past. */
const PAST_MEETINGS = 500;

/** Every page that anybody may find: for search engines, and for the tests that look at each of them. */
export async function publicAddresses({ buurten, themes, interventions, meetings }: Sources): Promise<PublicAddress[]> {
  const all = await buurten.list();
  const within = await Promise.all(
    all.map(async ({ id, slug, changedAt }): Promise<PublicAddress[]> => {
      const [itsThemes, itsInterventions] = await Promise.all([themes.list(id), interventions.list(id)]);
      return [
        { path: routes.buurt(slug), changedAt },
        { path: routes.map(slug) },
        { path: routes.figures(slug) },
        { path: routes.releasedSignals(slug) },
        ...itsThemes.map((theme) => ({ path: routes.theme(slug, theme.slug), changedAt: theme.changedAt })),
        ...itsInterventions.map((one) => ({ path: routes.intervention(slug, one.slug), changedAt: one.changedAt })),
      ];
    }),
  );
  const [upcoming, past] = await Promise.all([meetings.listUpcoming(), meetings.listPast(PAST_MEETINGS)]);
  return [
    ...FIXED.map((path) => ({ path })),
    ...within.flat(),
    ...[...upcoming, ...past].map(({ slug, changedAt }) => ({ path: routes.meeting(slug), changedAt })),
  ];
}
