import { createHash } from 'node:crypto';
import type { MeetingContent } from '../meetings/index.ts';
import type { Draft } from './draft.ts';
import type { Occasion } from './kinds/series.ts';
import type { DraftNeeds } from './needs.ts';
import { shelfOf } from './shelf-of.ts';
import { shelve } from './shelve.ts';

/**
 * The id of the nth meeting (from 0) that is made of one draft; the first has the id of the draft. The same each time, so that
 * publishing again after a crash makes no meeting twice. A UUID of our own making (RFC 9562, version 8).
 */
function seriesMeetingId(draftId: string, index: number): string {
  if (index === 0) return draftId;
  const hash = createHash('sha256').update(`${draftId}/${index}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

interface Series {
  readonly draft: Pick<Draft, 'id' | 'buurtId'>;
  /** Of the first meeting, which stands on the shelf already. */
  readonly content: MeetingContent;
  readonly occasions: readonly Occasion[];
}

/**
 * Makes the other meetings of a series; gives their ids. One that is there already stays as it is: after a crash half-way this
 * completes the series, and leaves alone what somebody changed in the meantime.
 */
export async function shelveSeries({ draft, content, occasions }: Series, needs: DraftNeeds): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { day, hours }] of occasions.entries()) {
    if (index === 0) continue;
    if (hours === null) throw new Error(`The meeting on ${day} has an hour that does not exist.`);
    const id = seriesMeetingId(draft.id, index);
    ids.push(id);
    const own = { ...content, ...hours };
    const shelf = shelfOf({ kind: 'meeting', content: own }, needs.published, draft.buurtId);
    if (shelf === null) throw new Error('Meetings have no shelf.');
    const asNew = { id, subjectId: null, baseVersion: null };
    // `outdated` is one that is there already, and was changed since.
    const placed = await shelve(shelf, { draft: asNew, content: own, note: '' }, needs.now());
    if (placed === 'outdated' && (await shelf.get(id)) === undefined) throw new Error(`No address is free for ${day}.`);
  }
  return ids;
}
