import type { Buurten } from '../../buurten/index.ts';
import type { NewId } from '../../kernel/index.ts';
import type { SealedSignal } from '../intake/sealed-signal.ts';
import { makeCellsOf, squaresOf, type CellsOf, type PlaceNeeds } from '../place/index.ts';
import { squareKey } from '../plain/index.ts';
import { SIGNAL_STATES } from '../signal.ts';
import { sealContent } from './content.ts';
import type { KeyStore, SealingKey, UnsealedSignal } from './key.ts';

/** Signals in one transaction. */
const PART = 100;

export interface SealWaitingNeeds extends PlaceNeeds {
  readonly keyStore: Pick<KeyStore, 'active' | 'unsealed' | 'replaceUnsealed' | 'wipeUnsealed'>;
  readonly buurten: Pick<Buurten, 'get' | 'outline'>;
  readonly newId: NewId;
}

/**
 * Seals the signals of a portal from before sealing. They keep their receipt and their state. They get an id that does
 * not follow from their form, and the cell of now: those of before could be too small. Does nothing as long as the desk has no key.
 */
export const makeSealWaiting = (needs: SealWaitingNeeds) => {
  const { keyStore } = needs;
  const cellsOf = makeCellsOf(needs);
  return async (): Promise<number> => {
    const key = await keyStore.active();
    if (key === undefined) return 0;
    let sealed = 0;
    for (;;) {
      const waiting = await keyStore.unsealed(PART);
      if (waiting.length === 0) break;
      const pairs: { was: string; is: SealedSignal }[] = [];
      for (const old of waiting) {
        const place = { id: needs.newId(), cell: await cellOfNow(old, needs, cellsOf) };
        pairs.push({ was: old.id, is: sealedFrom(old, place, key) });
      }
      sealed += await keyStore.replaceUnsealed(pairs);
    }
    if (sealed > 0) await keyStore.wipeUnsealed();
    return sealed;
  };
};

/** The cell in which the square of 100 m of then lies; null: the buurt. */
async function cellOfNow(
  { buurtId, cell }: UnsealedSignal,
  { buurten }: SealWaitingNeeds,
  cellsOf: CellsOf,
): Promise<string | null> {
  const [square] = squaresOf(cell ?? '');
  const buurt = square && (await buurten.get(buurtId));
  if (!square || !buurt) return null;
  const { squares } = await cellsOf(await buurten.outline(buurt));
  return squares[squareKey(square.x, square.y)] ?? null;
}

const sealedFrom = (
  { text, state, ...signal }: UnsealedSignal,
  place: Pick<SealedSignal, 'id' | 'cell'>,
  key: SealingKey,
): SealedSignal => ({
  ...signal,
  ...place,
  state: SIGNAL_STATES.find((known) => known === state) ?? 'new',
  sealed: sealContent({ text, channel: 'web', lane: 'fast', answers: [], redacted: false }, key),
  keyId: key.id,
  // It follows from the receipt code, which only the sender has.
  senderKey: null,
  photo: null,
});
