import { createHmac, timingSafeEqual } from 'node:crypto';
import { LARGEST_PHOTO } from './prepare-photo.ts';

/** Characters that a photo and its mark take at most. */
const LONGEST = Math.ceil((LARGEST_PHOTO * 4) / 3) + 64;

const mark = (bytes: Uint8Array, token: string, secretKey: string): Buffer =>
  createHmac('sha256', secretKey).update(`signal-photo\n${token}\n`).update(bytes).digest();

/**
 * A safe photo as text for a hidden field: until it is sent, only the sender has it, and we keep nothing. The mark holds it to
 * this form, so that exactly the bytes that we made and showed come back. The same letters as in the address of the picture
 * beside it: compressed, the second time takes next to nothing.
 */
export const carryPhoto = (bytes: Uint8Array, token: string, secretKey: string): string =>
  `${mark(bytes, token, secretKey).toString('base64url')}.${Buffer.from(bytes).toString('base64')}`;

/** The photo that came back; undefined when it is not the one that we gave with this form. */
export function carriedPhoto(carried: string, token: string, secretKey: string): Uint8Array | undefined {
  if (carried.length > LONGEST) return undefined;
  const [, tag, photo] = /^([\w-]{43})\.([A-Za-z0-9+/]+={0,2})$/.exec(carried) ?? [];
  if (photo === undefined || tag === undefined) return undefined;
  const bytes = Buffer.from(photo, 'base64');
  const right = timingSafeEqual(Buffer.from(tag, 'base64url'), mark(bytes, token, secretKey));
  return right ? new Uint8Array(bytes) : undefined;
}
