import type { Buurt } from '../../domain/buurten/index.ts';
import type { CheckedDraft, DraftFields, Subject } from '../../domain/drafts/index.ts';
import { writeFields } from '../../domain/drafts/index.ts';
import { sayDay, sayMoment } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';

/** A box above a draft that says what is the matter, what was done, and what comes next. */
export interface DraftNotice {
  readonly tone: 'good' | 'wrong' | 'plain';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Where a draft belongs, for the way back. */
export const placeOf = (buurt: Buurt | undefined, t: Translate) =>
  buurt === undefined
    ? { label: t('beheer.newBuurt.title'), href: routes.newBuurt() }
    : { label: buurt.name, href: routes.manageBuurt(buurt.slug) };

export const staleNotice = ({ draft }: CheckedDraft, t: Translate): DraftNotice => ({
  tone: 'wrong',
  title: t('beheer.stale.title'),
  lines: [
    t('beheer.stale.text', { name: draft.changedBy, when: sayMoment(draft.changedAt) }),
    t('beheer.stale.next'),
  ],
});

export const outdatedNotice = (subject: Subject | undefined, t: Translate): DraftNotice => ({
  tone: 'wrong',
  title: t('beheer.outdated.title'),
  lines: subject === undefined ? [] : [t('beheer.outdated.text', { day: sayDay(subject.changedAt) })],
});

/** After saving: that it is stored, and what is still to do. */
export const savedNotice = (todo: number, t: Translate): DraftNotice => ({
  tone: 'good',
  title: todo === 0 ? t('beheer.editor.saved') : t('beheer.editor.savedTodo', { n: todo }),
  lines: [],
});

export const todoNotice = (todo: number, t: Translate): DraftNotice => ({
  tone: 'plain',
  title: t('beheer.editor.todo', { n: todo }),
  lines: [t('beheer.editor.todoText')],
});

/** What is public now, as fields, to compare a draft with. */
export const publicFields = (subject: Subject | undefined): DraftFields | null =>
  subject?.text == null ? null : writeFields(subject.text);
