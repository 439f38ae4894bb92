import type { APIRoute } from 'astro';
import { pictureAnswer, pictureName } from '../../../../web/picture-files.ts';

/** A picture of a draft: only for who may write that draft. Who may not, cannot tell whether it is there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const name = pictureName(params['beeld']);
  if (name === null) return pictureAnswer(undefined);
  const { app, actor } = locals;
  const wanted = { draftId: params['concept'] ?? '', pictureId: name.id, width: name.width };
  const found = await app.drafts.picture(actor, wanted);
  return pictureAnswer(found.ok ? found.value : undefined, 'private, no-store');
};
