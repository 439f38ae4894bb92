import {
  LONGEST_SEALED,
  plainReceipt,
  receiptFrom,
  RECEIPT_LENGTH,
  TEXT_BLOCK,
} from '../../../domain/signals/plain/index.ts';
import type { SignalContent, SignalKind } from '../../../domain/signals/index.ts';
import type { KitView } from '../../views/interviews/kit.ts';
import type { Waiting } from './device.ts';

/** What was told and looked through together; the texts as `signalText` gave them. */
export interface Interview {
  readonly buurt: string;
  readonly kind: SignalKind;
  /** Slug; empty for none. */
  readonly theme: string;
  readonly cell: string | null;
  readonly text: string;
  readonly answers: SignalContent['answers'];
}

export interface Sealed {
  readonly waiting: Waiting;
  /** Shown once; the device does not keep it. */
  readonly receipt: string;
}

export type Seal = (interview: Interview, kit: Pick<KitView, 'deskKey' | 'portalKey'>) => Sealed | 'too-big';

/** Bytes of an id: 128 random bits. */
const ID_LENGTH = 16;

/**
 * Loads libsodium: the same that the portal and the desk use, as WebAssembly. Only this page loads it, and only this page's
 * policy allows WebAssembly. Rejects in a browser without.
 *
 * What was said is sealed to the key of the desk; that, with what the portal must know, is sealed once more to the key of the
 * portal. So this device cannot read back what it keeps, and neither can who finds it.
 */
export async function loadSeal(): Promise<Seal> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const bytesOf = (text: string) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
  const base64 = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);

  return ({ text, answers, ...plain }, { deskKey, portalKey }) => {
    const content: SignalContent = { text, channel: 'street', lane: 'fast', answers, redacted: false };
    const padded = sodium.pad(sodium.from_string(JSON.stringify(content)), TEXT_BLOCK);
    if (padded.length > LONGEST_SEALED) return 'too-big';
    const receipt = receiptFrom(sodium.randombytes_buf(RECEIPT_LENGTH));
    const envelope = JSON.stringify({
      ...plain,
      deskKey: deskKey.id,
      receipt: plainReceipt(receipt),
      content: base64(sodium.crypto_box_seal(padded, bytesOf(deskKey.publicKey))),
    });
    sodium.memzero(padded);
    return {
      receipt,
      waiting: {
        id: sodium.to_base64(sodium.randombytes_buf(ID_LENGTH), sodium.base64_variants.URLSAFE_NO_PADDING),
        envelope: sodium.crypto_box_seal(envelope, bytesOf(portalKey)),
      },
    };
  };
}
