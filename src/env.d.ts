/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The portal: every use case, wired. */
    app: import('./app.ts').App;
    /** Says a sentence from content/messages in the language of the page. */
    t: import('./web/translate.ts').Translate;
    /** Who asks. */
    actor: import('./domain/kernel/index.ts').Actor;
    /** The session in the browser's cookie, when there is one. */
    sessionId: string | null;
    /** The route, matched by `routes`, e.g. `/buurten/h-buurt`. */
    path: string;
    /** The route that answers, as Astro writes it (`/buurten/[buurt]`): the only thing the log says about an address. */
    routePattern?: string;
    /** Why the server refused the request before a page saw it; the page for unknown addresses then says that instead. */
    refusal?: import('./server/answer.ts').Refusal;
    /** What a page threw, for the log. */
    failure?: unknown;
  }
}
