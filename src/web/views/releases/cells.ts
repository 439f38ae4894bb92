import { labelOf, type SignalOffer } from '../../../domain/signals/index.ts';

/** What the atlas of a buurt calls a cell, also one of an earlier division; null where it has nothing of it any more. */
export const labelIn =
  (offer: Pick<SignalOffer, 'grid'> | undefined) =>
  (cell: string): string | null =>
    offer ? labelOf(offer.grid, cell) : null;

/** The same for several buurten. */
export async function cellLabels(
  plans: readonly { readonly buurt: { readonly id: string; readonly slug: string } }[],
  offer: (slug: string) => Promise<SignalOffer | undefined>,
): Promise<(buurtId: string, cell: string) => string | null> {
  const labels = new Map<string, (cell: string) => string | null>();
  for (const { buurt } of plans) labels.set(buurt.id, labelIn(await offer(buurt.slug)));
  return (buurtId, cell) => labels.get(buurtId)?.(cell) ?? null;
}
