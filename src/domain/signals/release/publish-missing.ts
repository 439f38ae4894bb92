import { dayOf } from '../../kernel/index.ts';
import { classOf, type SignalRelease } from '../../releases/index.ts';
import type { LedgerBatch } from './ledger.ts';
import { unitOf } from './unit.ts';
import type { ReleaseNeeds } from './uses.ts';

/**
 * Publishes, as classes and with the day of today, every batch of the ledger that is not public yet. The ledger is the truth and
 * comes first: after a crash between the two databases this finishes the work, and doing it twice changes nothing.
 */
export const makePublishMissing = (needs: ReleaseNeeds) => async (): Promise<number> => {
  const missing: LedgerBatch[] = [];
  for (const { id } of await needs.buurten.list()) {
    const latest = await needs.releases.latest(id);
    missing.push(...(await needs.ledger.batchesAfter(id, latest?.batch ?? 0)));
  }
  if (missing.length === 0) return 0;
  const unit = unitOf(needs.threshold, (await needs.ledger.facts()).shown);
  const releasedOn = dayOf(needs.now());
  await needs.releases.add(missing.map((batch) => ({ ...inPublic(batch, unit), releasedOn })));
  return new Set(missing.map(({ batch }) => batch)).size;
};

/** Only classes leave the realm: the count itself stays in the ledger. */
const inPublic = ({ buurtId, batch, counts }: LedgerBatch, unit: number): Omit<SignalRelease, 'releasedOn'> => ({
  buurtId,
  batch,
  // A batch from before the threshold went up may hold less than a group of now.
  counts: counts.map(({ group, count }) => ({ group, class: classOf(count, Math.min(count, unit)) })),
});
