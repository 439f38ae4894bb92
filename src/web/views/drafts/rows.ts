import { titleOf, type Draft, type DraftList } from '../../../domain/drafts/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { sayDistance } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Mark } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

export interface Way {
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
  /** The first is the next step. */
  readonly ways: readonly Way[];
}

export interface GroupView {
  readonly title: string;
  readonly rows: readonly RowView[];
  /** What it says when there are no rows. */
  readonly none: string;
  /** How to make one more; null for who may not. */
  readonly add: { readonly href: string; readonly label: string } | null;
}

interface DraftRowNeeds extends Pick<ViewNeeds, 't' | 'now'> {
  /** Of the buurt: a report has no name but that of its meeting. */
  readonly meetings?: readonly Meeting[];
}

/** What a draft is about, as far as it was typed. */
export const draftTitle = (draft: Draft, { t, meetings = [] }: DraftRowNeeds): string =>
  titleOf(draft) || (meetings.find(({ id }) => id === draft.subjectId)?.title ?? t('drafts.title.untitled'));

/** A draft as a row: what it is, who wrote on it last. */
function draftRow(draft: Draft, needs: DraftRowNeeds): RowView {
  const { t, now } = needs;
  const title = draftTitle(draft, needs);
  return {
    id: draft.id,
    title: `${t(`drafts.kind.${draft.kind}`)}: ${title}`,
    marks: [],
    more: [t('drafts.overview.by', { name: draft.changedBy, distance: sayDistance(draft.changedAt, now, t) })],
    ways:
      draft.discardedAt === null
        ? [{ href: routes.draft(draft.id), label: t('drafts.overview.write'), about: title }]
        : [],
  };
}

/** Drafts as rows, those in use apart from those that can be put back. */
export const draftRows = ({ open, discarded }: DraftList, needs: DraftRowNeeds) => ({
  open: open.map((draft) => draftRow(draft, needs)),
  discarded: discarded.map((draft) => draftRow(draft, needs)),
});
