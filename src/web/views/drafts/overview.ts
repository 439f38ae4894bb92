import type { DraftKind } from '../../../domain/drafts/index.ts';
import type { Intervention, Standing } from '../../../domain/interventions/index.ts';
import type { Response } from '../../../domain/responses/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import type { Update } from '../../../domain/updates/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import { meetingGroups, type MeetingsInput } from './meetings.ts';
import type { GroupView } from './rows.ts';
import { promiseView } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

export interface OverviewInput extends MeetingsInput {
  readonly themes: readonly Theme[];
  readonly interventions: readonly Intervention[];
  readonly standing: (intervention: Intervention) => Standing;
  readonly updates: readonly Update[];
  readonly responses: readonly Response[];
}

interface Made {
  readonly input: OverviewInput;
  readonly needs: ViewNeeds;
}

const add = ({ input: { buurt }, needs: { t } }: Made, kind: 'theme' | 'intervention' | 'update' | 'response') => ({
  href: routes.newDraft(buurt.slug, kind),
  label: t(`drafts.overview.new.${kind}`),
});

const change = (
  { input: { buurt }, needs: { t } }: Made,
  kind: DraftKind,
  { id, title }: { id: string; title: string },
) => ({
  href: routes.newDraft(buurt.slug, kind, id),
  label: t('drafts.overview.change'),
  about: title,
});

const themes = (made: Made): GroupView => ({
  title: made.needs.t('drafts.overview.themes'),
  none: made.needs.t('drafts.overview.none'),
  add: add(made, 'theme'),
  rows: made.input.themes.map((theme) => ({
    id: theme.id,
    title: theme.title,
    marks: [],
    more: [made.needs.t(`buurten.phase.${theme.phase}`)],
    ways: [change(made, 'theme', theme)],
  })),
});

const interventions = (made: Made): GroupView => ({
  title: made.needs.t('drafts.overview.interventions'),
  none: made.needs.t('drafts.overview.none'),
  add: add(made, 'intervention'),
  rows: made.input.interventions.map((intervention) => ({
    id: intervention.id,
    title: intervention.title,
    marks: promiseView(
      { buurt: made.input.buurt, intervention, standing: made.input.standing(intervention) },
      made.needs,
    ).marks,
    more: [intervention.owner],
    ways: [
      {
        href: routes.newDraft(made.input.buurt.slug, 'progress', intervention.id),
        label: made.needs.t('drafts.overview.report'),
        about: intervention.title,
      },
      change(made, 'intervention', intervention),
    ],
  })),
});

const updates = (made: Made): GroupView => ({
  title: made.needs.t('drafts.overview.updates'),
  none: made.needs.t('drafts.overview.none'),
  add: add(made, 'update'),
  rows: made.input.updates.map((update) => ({
    id: update.id,
    title: update.title,
    marks: [],
    more: [sayDay(update.publishedAt)],
    ways: [change(made, 'update', update)],
  })),
});

const responses = (made: Made): GroupView => ({
  title: made.needs.t('drafts.overview.responses'),
  none: made.needs.t('drafts.overview.none'),
  add: add(made, 'response'),
  rows: made.input.responses.map(({ id, heard, heardOn, decision }) => ({
    id,
    title: heard,
    marks: [],
    more: [sayDay(heardOn), made.needs.t(`buurten.decision.${decision}`)],
    ways: [change(made, 'response', { id, title: heard })],
  })),
});

/** Everything published of a buurt, as rows to work from. */
export const overviewGroups = (input: OverviewInput, needs: ViewNeeds): GroupView[] => [
  ...meetingGroups(input, needs),
  ...[interventions, updates, responses, themes].map((group) => group({ input, needs })),
];

/** A text that was just published, named by `?gepubliceerd={kind}:{id}`. */
export function justPublished(given: string | null, input: OverviewInput, { t }: Pick<ViewNeeds, 't'>) {
  const [kind, id] = (given ?? '').split(':');
  const { buurt } = input;
  const intervention = input.interventions.find(
    (one) => one.id === id || one.progress.some((report) => report.id === id),
  );
  const theme = input.themes.find((one) => one.id === id);
  const meeting = [...input.upcoming, ...input.past].find((one) => one.id === id);
  const entry = input.updates.find((one) => one.id === id);
  const response = input.responses.find((one) => one.id === id);
  if (intervention) return { title: intervention.title, href: routes.intervention(buurt.slug, intervention.slug) };
  if (theme) return { title: theme.title, href: routes.theme(buurt.slug, theme.slug) };
  if (meeting && kind === 'report')
    return {
      title: t('drafts.title.report', { title: meeting.title }),
      href: `${routes.meeting(meeting.slug)}#verslag`,
    };
  if (meeting) return { title: meeting.title, href: routes.meeting(meeting.slug) };
  if (entry) return { title: entry.title, href: `${routes.buurt(buurt.slug)}#nieuws-${entry.id}` };
  if (response) return { title: response.heard, href: `${routes.buurt(buurt.slug)}#gehoord-${response.id}` };
  return kind === 'buurt' && id === buurt.id ? { title: buurt.name, href: routes.buurt(buurt.slug) } : null;
}
