import type { APIContext } from 'astro';
import type { SafeResult } from 'astro:actions';
import type { CheckedDraft, Draft, DraftFields } from '../../domain/drafts/index.ts';
import { openEditor } from './open-editor.ts';
import type { About } from '../forms/drafts/read-form.ts';
import { say } from '../forms/drafts/words.ts';
import { pictureProblem } from '../views/drafts/addresses.ts';
import {
  outdatedNotice,
  placeOf,
  publicFields,
  refusedPicture,
  savedNotice,
  staleLead,
  staleNotice,
  todoNotice,
  type DraftNotice,
} from '../views/drafts/page.ts';

type Page = Pick<APIContext, 'locals' | 'url'>;

/** What the action says of a form that it could not store. */
type Posted =
  | { readonly outcome: 'done' }
  | {
      readonly outcome: 'stale' | 'too-much' | 'unknown' | 'failed';
      readonly about: About;
      readonly fields: DraftFields;
    };
type SaveResult = SafeResult<Record<string, unknown>, Posted> | undefined;

interface Compared {
  readonly checked: CheckedDraft;
  /** What somebody else has, and how to introduce it. */
  readonly theirs: DraftFields | null;
  readonly theirLead: string;
  readonly notice: DraftNotice | null;
  readonly canRebase: boolean;
}

/** Somebody else saved first: what this person typed stays in the form, the other's words stand beside it. */
async function compareWithStored(page: Page, stored: CheckedDraft, fields: DraftFields): Promise<Compared> {
  const { app, actor, t } = page.locals;
  const me = actor.kind === 'account' ? actor.name : '';
  const checked = await app.drafts.inspect({ ...stored.draft, fields });
  const theirLead = staleLead(stored, me, t);
  return { checked, theirs: stored.draft.fields, theirLead, notice: staleNotice(stored, me, t), canRebase: false };
}

/** A draft as it is stored, with what was just done to it. */
function asStored(page: Page, checked: CheckedDraft): Compared {
  const { t } = page.locals;
  const base = { checked, theirs: null, theirLead: '', canRebase: false };
  const todo = checked.problems.length;
  if (checked.outdated) {
    return {
      ...base,
      theirs: publicFields(checked.subject),
      theirLead: t('drafts.outdated.theirs'),
      notice: outdatedNotice(checked.subject, t),
      canRebase: true,
    };
  }
  if (page.url.searchParams.has('bewaard')) return { ...base, notice: savedNotice(todo, t) };
  return { ...base, notice: todo > 0 ? todoNotice(todo, t) : null };
}

/** A form that could not be stored, with what was typed, as if it were. */
function notStored({ about, fields }: Exclude<Posted, { outcome: 'done' }>, now: Date): Draft {
  return { ...about, fields, changedAt: now, changedBy: '', discardedAt: null };
}

async function compare(page: Page, id: string, result: SaveResult): Promise<Compared | 'gone' | 'forbidden'> {
  const { app, actor, t } = page.locals;
  if (result?.error?.code === 'FORBIDDEN') return 'forbidden';
  const posted = result?.data;
  const stored = await app.drafts.check(actor, id);
  if (!stored.ok && stored.reason === 'forbidden') return 'forbidden';
  if (posted === undefined || posted.outcome === 'done') {
    return stored.ok && stored.value.draft.discardedAt === null ? asStored(page, stored.value) : 'gone';
  }
  if (posted.outcome === 'stale') {
    return stored.ok ? compareWithStored(page, stored.value, posted.fields) : 'gone';
  }
  // Asked before anything of the buurt is shown again.
  const may = await app.drafts.begin(actor, { ...posted.about, kind: posted.about.kind });
  if (!may.ok && may.reason === 'forbidden') return 'forbidden';
  const checked = await app.drafts.inspect(notStored(posted, app.now()));
  const notice: DraftNotice = { tone: 'wrong', title: say(t, `drafts.refused.${posted.outcome}`), lines: [] };
  return { checked, theirs: null, theirLead: '', notice, canRebase: false };
}

/** Everything that the page of a draft shows, after nothing, a save, or a save that could not be. */
export async function openDraftPage(page: Page, id: string, result: SaveResult) {
  const compared = await compare(page, id, result);
  if (compared === 'gone' || compared === 'forbidden') return compared;
  const { t } = page.locals;
  const { checked, notice, theirs, theirLead, canRebase } = compared;
  const buurt = checked.surroundings.buurt;
  const problem = pictureProblem(page.url.searchParams.get('foto'));
  const pictureRefusal = problem === null ? null : say(t, `drafts.pictures.error.${problem}`);
  return {
    view: await openEditor(page, checked, theirs),
    notice: pictureRefusal === null ? notice : refusedPicture(pictureRefusal),
    theirLead,
    canRebase,
    place: placeOf(buurt, t),
    accent: buurt?.accent,
    pictureRefusal,
  };
}
