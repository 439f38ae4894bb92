import type { APIRoute } from 'astro';
import { pictureAnswer, pictureName } from '../../web/picture-files.ts';

/** A published picture. Its address never means another picture, so it may be kept for good. */
export const GET: APIRoute = async ({ params, locals }) => {
  const name = pictureName(params['beeld']);
  const file = name && (await locals.app.pictures.file(name.id, name.width));
  return pictureAnswer(file, 'public, max-age=31536000, immutable');
};
