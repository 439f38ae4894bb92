/** The answer for an address that leads nowhere: Astro then shows src/pages/404.astro. `return notFound();` in a page. */
export const notFound = (): Response => new Response(null, { status: 404 });
