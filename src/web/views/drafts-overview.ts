import type { Buurt } from '../../domain/buurten/index.ts';
import { titleOf, type Draft, type DraftKind, type DraftList } from '../../domain/drafts/index.ts';
import type { Intervention, Standing } from '../../domain/interventions/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import type { Response } from '../../domain/responses/index.ts';
import type { Theme } from '../../domain/themes/index.ts';
import type { Update } from '../../domain/updates/index.ts';
import { sayDay, sayDistance, sayMoment } from '../dates.ts';
import { routes } from '../routes.ts';
import { promiseView, type Mark } from './promises.ts';
import type { ViewNeeds } from './texts.ts';

interface Way {
  readonly href: string;
  readonly label: string;
  /** What it is about, for who hears only the links. */
  readonly about: string;
}

/** One text in the overview of a buurt: what it is, what is the matter, what can be done. */
export interface RowView {
  readonly id: string;
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly more: readonly string[];
  readonly ways: readonly Way[];
}

export interface GroupView {
  readonly title: string;
  readonly rows: readonly RowView[];
  /** How to make one more; null for who may not. */
  readonly add: { readonly href: string; readonly label: string } | null;
}

export interface OverviewInput {
  readonly buurt: Buurt;
  readonly themes: readonly Theme[];
  readonly interventions: readonly Intervention[];
  readonly standing: (intervention: Intervention) => Standing;
  readonly updates: readonly Update[];
  readonly responses: readonly Response[];
  readonly upcoming: readonly Meeting[];
  readonly past: readonly Meeting[];
  /** Meetings are for organisers alone. */
  readonly mayOrganise: boolean;
}

const kindLabel = (kind: DraftKind, { t }: Pick<ViewNeeds, 't'>): string => t(`drafts.kind.${kind}`);

/** A draft as a row: what it is, who wrote on it last. */
function draftRow(draft: Draft, { t, now }: Pick<ViewNeeds, 't' | 'now'>): RowView {
  const title = titleOf(draft) || t('drafts.title.untitled');
  return {
    id: draft.id,
    title: `${kindLabel(draft.kind, { t })}: ${title}`,
    marks: [],
    more: [t('drafts.overview.by', { name: draft.changedBy, distance: sayDistance(draft.changedAt, now, t) })],
    ways:
      draft.discardedAt === null
        ? [{ href: routes.draft(draft.id), label: t('drafts.overview.write'), about: title }]
        : [],
  };
}

/** Drafts as rows, those in use apart from those that can be put back. */
export const draftRows = ({ open, discarded }: DraftList, needs: Pick<ViewNeeds, 't' | 'now'>) => ({
  open: open.map((draft) => draftRow(draft, needs)),
  discarded: discarded.map((draft) => draftRow(draft, needs)),
});

interface Made {
  readonly input: OverviewInput;
  readonly needs: ViewNeeds;
}

const add = (
  { input: { buurt }, needs: { t } }: Made,
  kind: 'theme' | 'intervention' | 'update' | 'response' | 'meeting',
) => ({
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
  add: add(made, 'response'),
  rows: made.input.responses.map(({ id, heard, heardOn, decision }) => ({
    id,
    title: heard,
    marks: [],
    more: [sayDay(heardOn), made.needs.t(`buurten.decision.${decision}`)],
    ways: [change(made, 'response', { id, title: heard })],
  })),
});

function meetingRow(made: Made, meeting: Meeting, isPast: boolean): RowView {
  const { t } = made.needs;
  const { id, slug, title, startsAt, places, placesLeft, cancelled } = meeting;
  const more = [
    sayMoment(startsAt),
    ...(isPast ? [t('drafts.overview.meetings.past')] : []),
    ...(cancelled === null
      ? [t('drafts.overview.meetings.places', { taken: places - placesLeft, n: places })]
      : [t('meetings.state.off')]),
  ];
  const signUps = { href: routes.manageMeeting(slug), label: t('drafts.overview.signUps'), about: title };
  return {
    id,
    title,
    marks: [],
    more,
    ways: made.input.mayOrganise ? [signUps, change(made, 'meeting', meeting)] : [],
  };
}

const meetings = (made: Made): GroupView => ({
  title: made.needs.t('drafts.overview.meetings'),
  add: made.input.mayOrganise ? add(made, 'meeting') : null,
  rows: [
    ...made.input.upcoming.map((meeting) => meetingRow(made, meeting, false)),
    ...made.input.past.map((meeting) => meetingRow(made, meeting, true)),
  ],
});

/** Everything published of a buurt, as rows to work from. */
export const overviewGroups = (input: OverviewInput, needs: ViewNeeds): GroupView[] =>
  [interventions, meetings, updates, responses, themes].map((group) => group({ input, needs }));

/** A text that was just published, named by `?gepubliceerd={kind}:{id}`. */
export function justPublished(given: string | null, input: OverviewInput) {
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
  if (meeting) return { title: meeting.title, href: routes.meeting(meeting.slug) };
  if (entry) return { title: entry.title, href: `${routes.buurt(buurt.slug)}#nieuws-${entry.id}` };
  if (response) return { title: response.heard, href: `${routes.buurt(buurt.slug)}#gehoord-${response.id}` };
  return kind === 'buurt' && id === buurt.id ? { title: buurt.name, href: routes.buurt(buurt.slug) } : null;
}
