import type { Buurt } from '../../../domain/buurten/index.ts';
import type { CheckedDraft, DraftFields, Subject } from '../../../domain/drafts/index.ts';
import { writeFields } from '../../../domain/drafts/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';

/** A box above a draft that says what is the matter, what was done, and what comes next. */
export interface DraftNotice {
  readonly tone: 'good' | 'wrong' | 'plain';
  readonly title: string;
  readonly lines: readonly string[];
  /** The field that the title speaks of. */
  readonly field?: string;
}

/** Where a draft belongs, for the way back. */
export const placeOf = (buurt: Buurt | undefined, t: Translate) =>
  buurt === undefined
    ? { label: t('drafts.newBuurt.title'), href: routes.newBuurt() }
    : { label: buurt.name, href: routes.manageBuurt(buurt.slug) };

/** Somebody saved first: another person, or the same one in another window. `me` is the name of who looks. */
export function staleNotice({ draft }: CheckedDraft, me: string, t: Translate): DraftNotice {
  const when = sayMoment(draft.changedAt);
  const next = t('drafts.stale.next');
  if (draft.changedBy === me) {
    return { tone: 'wrong', title: t('drafts.stale.own.title'), lines: [t('drafts.stale.own.text', { when }), next] };
  }
  const text = t('drafts.stale.text', { name: draft.changedBy, when });
  return { tone: 'wrong', title: t('drafts.stale.title'), lines: [text, next] };
}

/** What stands above the other's words. */
export const staleLead = ({ draft }: CheckedDraft, me: string, t: Translate): string =>
  draft.changedBy === me ? t('drafts.stale.own.theirs') : t('drafts.stale.theirs', { name: draft.changedBy });

/** Somebody published a newer version since this draft was begun. */
export const outdatedNotice = (subject: Subject | undefined, t: Translate): DraftNotice => ({
  tone: 'wrong',
  title: t('drafts.outdated.title'),
  lines: subject === undefined ? [] : [t('drafts.outdated.text', { day: sayDay(subject.changedAt) })],
});

/** After saving: that it is stored, and what is still to do. */
export const savedNotice = (todo: number, t: Translate): DraftNotice => ({
  tone: 'good',
  title: todo === 0 ? t('drafts.editor.saved') : t('drafts.editor.savedTodo', { n: todo }),
  lines: [],
});

/** What is still to mend before it can be published; a draft may wait with that. */
export const todoNotice = (todo: number, t: Translate): DraftNotice => ({
  tone: 'plain',
  title: t('drafts.editor.todo', { n: todo }),
  lines: [t('drafts.editor.todoText')],
});

/** What is public now, as fields, to compare a draft with. */
export const publicFields = (subject: Subject | undefined): DraftFields | null =>
  subject?.text == null ? null : writeFields(subject.text);

/** The text is stored; only the picture is not. The sentence stands at the field too. */
export const refusedPicture = (refusal: string): DraftNotice => ({
  tone: 'wrong',
  title: refusal,
  lines: [],
  field: 'picture',
});
