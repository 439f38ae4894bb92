import { z } from 'astro/zod';
import type { SentInterview } from '../../../domain/signals/index.ts';

/** The portal takes so many at once; a phone sends the rest after that. */
const MOST = 20;
/** Characters of base64: the longest interview in its envelope. */
const LONGEST = 66_000;

/** What a phone posts to `/interview/versturen.json`. */
export const sentInterviews = z
  .object({
    interviews: z
      .array(
        z.object({
          id: z.string().regex(/^[\w-]{22,64}$/),
          envelope: z.base64().min(1).max(LONGEST),
        }),
      )
      .min(1)
      .max(MOST),
  })
  .transform(({ interviews }): SentInterview[] =>
    interviews.map(({ id, envelope }) => ({ id, envelope: new Uint8Array(Buffer.from(envelope, 'base64')) })),
  );
