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
    /** Whether many posts about signals came from the network of this visitor in the last hour; nothing more is known of it. */
    crowded: boolean;
    /** The photo of the signal that is being written, made safe: until it is sent, only this page and its sender have it. */
    signalPhoto?: Uint8Array;
    /** What a page threw, for the log. */
    failure?: unknown;
  }
}

/** Of each promise (`P7`) its tests and the day on which they last passed; astro.config.mjs puts it into the build. */
declare const KEPT_PROMISES: Readonly<
  Record<string, { readonly passedOn: string; readonly tests: readonly string[] } | undefined>
>;
