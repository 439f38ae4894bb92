import type { Buurt } from '../../../domain/buurten/index.ts';
import type { Intervention, Standing } from '../../../domain/interventions/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { sayDistance, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Placed } from './page.ts';
import { promiseView } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

export interface HappeningsInput {
  readonly buurt: Pick<Buurt, 'slug'>;
  readonly interventions: readonly Intervention[];
  readonly standing: (intervention: Intervention) => Standing;
  readonly meetings: readonly Meeting[];
}

/** Meetings first, soonest first; then the promises, as the buurt page has them. */
export function happeningsOf(input: HappeningsInput, needs: ViewNeeds): Placed[] {
  const { buurt, interventions, standing, meetings } = input;
  const { t, now } = needs;
  return [
    ...meetings.map(({ slug, title, startsAt, placeName, place }): Placed => ({
      kind: 'meeting',
      href: routes.meeting(slug),
      title,
      words: `${sayMoment(startsAt)} (${sayDistance(startsAt, now, t)})`,
      placeName,
      place,
    })),
    ...interventions.map((intervention): Placed => {
      const { href, owner, marks } = promiseView({ buurt, intervention, standing: standing(intervention) }, needs);
      return {
        kind: 'promise',
        href,
        title: intervention.title,
        words: `${owner}. ${marks.map(({ words }) => words).join(', ')}.`,
        placeName: intervention.placeName,
        place: intervention.place,
      };
    }),
  ];
}
