import { z } from 'astro/zod';
import type { Actor } from '../../../domain/kernel/index.ts';
import { MOST_ARRIVED, MOST_MARKS, type SignUps } from '../../../domain/sign-ups/index.ts';

const people = z.number().int().min(-MOST_ARRIVED).max(MOST_ARRIVED);

/** All that a phone did since it last had a network: ids and numbers, never a name. */
export const keptMarks = z.object({
  marks: z
    .array(z.object({ signUpId: z.string(), arrived: people.min(0).nullable(), ageMs: z.number().min(0).catch(0) }))
    .max(MOST_MARKS),
  walkIns: z.array(z.object({ id: z.string(), people })).max(MOST_MARKS),
});

interface Kept {
  readonly actor: Actor;
  readonly meetingId: string;
  readonly kept: z.infer<typeof keptMarks>;
}

/**
 * Stores what a phone kept, and tells how it stands for everybody. Each part may come again, so a phone that does not know
 * whether it arrived simply sends it once more; with nothing to store it only asks.
 */
export async function storeMarks(
  signUps: Pick<SignUps, 'markArrivals' | 'addWalkIns' | 'list'>,
  { actor, meetingId, kept }: Kept,
) {
  const marked = await signUps.markArrivals(actor, meetingId, kept.marks);
  if (!marked.ok) return marked;
  for (const walkIn of kept.walkIns) {
    const added = await signUps.addWalkIns(actor, meetingId, walkIn);
    if (!added.ok) return added;
  }
  const list = await signUps.list(actor, meetingId);
  if (!list.ok) return list;
  const { attendance, signUps: all } = list.value;
  const arrivals = all.map(({ id, arrived }) => [id, arrived] as const);
  return { ok: true, value: { walkIns: attendance.walkIns, arrivals } } as const;
}
