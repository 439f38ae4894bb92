import sodium from 'libsodium-wrappers';
import { z } from 'astro/zod';
import { TEXT_BLOCK } from '../plain/index.ts';
import { CHANNELS, type SignalContent } from '../signal.ts';
import type { SealingKey } from './key.ts';
import { seal, unseal, type KeyPair } from './seal.ts';

/** As TEXT_BLOCK is for texts: of a photo only its size in steps of 64 KiB can be seen. */
const PHOTO_BLOCK = 65_536;

const content = z.object({
  text: z.string(),
  channel: z.enum(CHANNELS),
  lane: z.enum(['fast', 'slow']),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  redacted: z.boolean(),
});

function sealPadded(bytes: Uint8Array, block: number, publicKey: Uint8Array): Uint8Array {
  const padded = sodium.pad(bytes, block);
  const sealed = seal(padded, publicKey);
  sodium.memzero(padded);
  return sealed;
}

function openPadded(sealed: Uint8Array, block: number, pair: KeyPair): Uint8Array | undefined {
  const padded = unseal(sealed, pair);
  if (padded === undefined) return undefined;
  try {
    return sodium.unpad(padded, block);
  } catch {
    return undefined;
  }
}

/**
 * Any text, padded and sealed: what desk and sender say to each other. 2,000 characters take at most 8,000 bytes, so that all
 * that the forms take has one length; only long interviews take two or three times as much.
 */
export const sealText = (text: string, { publicKey }: Pick<SealingKey, 'publicKey'>): Uint8Array =>
  sealPadded(Buffer.from(text, 'utf8'), TEXT_BLOCK, publicKey);

/** Undefined: not sealed to this pair, or changed. */
export function openText(sealed: Uint8Array, pair: KeyPair): string | undefined {
  const bytes = openPadded(sealed, TEXT_BLOCK, pair);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

/** What was written, as JSON, padded and sealed. */
export const sealContent = (signal: SignalContent, key: Pick<SealingKey, 'publicKey'>): Uint8Array =>
  sealText(JSON.stringify(signal), key);

/** Undefined: not sealed to this pair, changed, or not what we seal: everybody can seal to a public key. */
export function openContent(sealed: Uint8Array, pair: KeyPair): SignalContent | undefined {
  const text = openText(sealed, pair);
  if (text === undefined) return undefined;
  try {
    const parsed = content.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a photo that was made safe, padded and sealed. */
export const sealPhoto = (photo: Uint8Array, { publicKey }: Pick<SealingKey, 'publicKey'>): Uint8Array =>
  sealPadded(photo, PHOTO_BLOCK, publicKey);

/** Undefined: not sealed to this pair, or changed. */
export const openPhoto = (sealed: Uint8Array, pair: KeyPair): Uint8Array | undefined =>
  openPadded(sealed, PHOTO_BLOCK, pair);
