import type { PictureFile } from '../domain/pictures/index.ts';
import { notFound } from './not-found.ts';

/** What the last part of a picture's address says: `{id}-{width}`. Null when it says nothing. */
export function pictureName(given: string | undefined): { readonly id: string; readonly width: number } | null {
  const [, id, width] = /^([\w-]{1,64})-(\d{1,4})$/.exec(given ?? '') ?? [];
  return id === undefined ? null : { id, width: Number(width) };
}

/** The picture, or 404. */
export const pictureAnswer = (file: PictureFile | null | undefined, keep = 'no-store'): Response =>
  file
    ? new Response(new Uint8Array(file.bytes), {
        headers: {
          'content-type': 'image/webp',
          'content-length': String(file.bytes.byteLength),
          'cache-control': keep,
        },
      })
    : notFound();
