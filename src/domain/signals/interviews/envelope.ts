import { z } from 'astro/zod';
import { isReceipt, LONGEST_SEALED, plainReceipt, TEXT_BLOCK } from '../plain/index.ts';
import { unseal } from '../sealing/seal.ts';
import { SIGNAL_KINDS } from '../signal.ts';
import { portalKeyOf } from './portal-key.ts';

/** Bytes that sealing adds (libsodium `crypto_box_SEALBYTES`). */
const SEAL = 48;
const fits = (sealed: number): boolean =>
  sealed > SEAL && (sealed - SEAL) % TEXT_BLOCK === 0 && sealed - SEAL <= LONGEST_SEALED;

/** What the portal must know of an interview, and the part that only the desk can open. */
export interface Envelope {
  /** Id of the key to which `content` is sealed. */
  readonly deskKey: string;
  /** Slugs; an empty theme is none. */
  readonly buurt: string;
  readonly kind: (typeof SIGNAL_KINDS)[number];
  readonly theme: string;
  readonly cell: string | null;
  /** Made on the phone and told to the resident, in its plain form. */
  readonly receipt: string;
  /** `SignalContent`, padded and sealed. */
  readonly content: Uint8Array;
}

const name = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/);

const envelope = z.object({
  deskKey: name,
  buurt: name,
  kind: z.enum(SIGNAL_KINDS),
  theme: name,
  cell: name.nullable(),
  receipt: z.string().max(100).transform(plainReceipt).refine(isReceipt),
  content: z
    .base64()
    .max(60_000)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
    .refine(({ length }) => fits(length)),
});

/** Opens the envelope round an interview; undefined when it was not sealed to this portal, or holds no interview. */
export function openEnvelope(bytes: Uint8Array, secretKey: string): Envelope | undefined {
  const opened = unseal(bytes, portalKeyOf(secretKey));
  if (!opened) return undefined;
  const read = envelope.safeParse(jsonOf(opened));
  return read.success ? read.data : undefined;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
