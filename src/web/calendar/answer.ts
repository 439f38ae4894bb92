/**
 * The answer with a calendar or a feed. It may be kept but must be asked for again each time: the server says 304 when
 * nothing changed. `file`: the name under which a browser keeps it; left out for what programs subscribe to.
 */
export function feedAnswer(
  body: string,
  { type, changedAt, file }: { readonly type: string; readonly changedAt?: Date | undefined; readonly file?: string },
): Response {
  const headers = new Headers({ 'content-type': type, 'cache-control': 'no-cache' });
  if (changedAt) headers.set('last-modified', changedAt.toUTCString());
  if (file !== undefined)
    headers.set('content-disposition', `attachment; filename="${file.replace(/[^\w-]/g, '')}.ics"`);
  return new Response(body, { headers });
}
