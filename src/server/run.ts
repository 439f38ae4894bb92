import { performance } from 'node:perf_hooks';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { dayOf } from '../domain/kernel/index.ts';
import { startClock, type Job } from '../tasks/clock.ts';
import { loadSample, type SampleLoaded } from '../tasks/load-sample.ts';
import { loadAstro } from './astro.ts';
import { makeCrowds, type Crowds } from './crowds.ts';
import { listen } from './listen.ts';
import { bareError, type Logger } from './log.ts';
import { PageCache } from './page-cache.ts';
import { makePortal } from './portal.ts';
import { makeProxies } from './proxies.ts';
import { loadStaticFiles } from './static-files.ts';
import { makeTraffic } from './traffic.ts';

export interface Running {
  readonly port: number;
  /** Lets what is under way finish, writes the log, closes the databases. */
  stop(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const MEGABYTE = 1024 * 1024;
/** How long requests may take to finish when the server stops. */
const LAST_CALL = 10 * SECOND;

const jobsOf = (app: App, crowds: Crowds): readonly Job[] => [
  { name: 'send-mail', every: 10 * SECOND, run: () => app.outbox.sendDue() },
  { name: 'settle', every: 30 * SECOND, run: () => app.signUps.settle() },
  { name: 'send-mail-to-organisers', every: 10 * SECOND, run: () => app.organiserOutbox.sendDue() },
  { name: 'remind-organisers', every: 10 * MINUTE, run: () => app.remindOrganisers() },
  { name: 'send-news', every: MINUTE, run: () => app.signUps.sendNews() },
  { name: 'reconcile', every: 5 * MINUTE, run: () => app.signUps.reconcilePlaces() },
  // So that a page from memory never says for long that a form is open which is not.
  { name: 'look-at-gate', every: 5 * SECOND, run: () => app.signals.gate.openness() },
  { name: 'forget-crowds', every: MINUTE, run: () => Promise.resolve(crowds.sweep()) },
  { name: 'close-idle-desks', every: MINUTE, run: () => Promise.resolve(app.signals.keys.closeIdle()) },
  { name: 'forget', every: HOUR, run: () => app.forget() },
];

async function isLoggedIn({ accounts }: App, cookieHeader: string): Promise<boolean> {
  const sessionId = accounts.readSession(cookieHeader);
  return sessionId !== null && (await accounts.actorOf(sessionId)).actor.kind === 'account';
}

const pageCacheOf = (app: App) =>
  new PageCache({
    // The form for signals is closed on every page of it at once.
    revision: () => `${app.publishedRevision()} ${app.signals.gate.mark()}`,
    trust: 5,
    now: () => performance.now(),
    maxAge: 60 * SECOND,
    maxEntries: 5_000,
    maxBytes: 128 * MEGABYTE,
  });

/** Brings the databases up to date, fills empty ones, and serves until `stop`. */
export async function runPortal({ config, app, log }: { config: Config; app: App; log: Logger }): Promise<Running> {
  await app.migrate();
  const sample = config.sample ? await loadSample(config) : null;
  const [render, files] = await Promise.all([
    loadAstro(config.buildDir, config.baseUrl),
    loadStaticFiles(config.buildDir),
  ]);
  const traffic = makeTraffic(log, () => dayOf(app.now()));
  const crowds = makeCrowds(() => performance.now());
  const portal = makePortal({
    render,
    files,
    pages: pageCacheOf(app),
    proxies: makeProxies(config.trustedProxies),
    crowds,
    baseUrl: config.baseUrl,
    log,
    traffic,
    locals: { app },
    isLoggedIn: (cookieHeader) => isLoggedIn(app, cookieHeader),
  });
  const listening = await listen(portal, config);
  const clock = startClock(jobsOf(app, crowds), (job, error) =>
    log.error({ job, ...bareError(error) }, 'a job failed'),
  );
  await tellOfStart({ config, app, log, sample }, listening.port);
  return {
    port: listening.port,
    async stop() {
      await listening.stop(LAST_CALL);
      const halted = clock.stop();
      // A letter that is being sent is finished; the others wait for the next start.
      await Promise.all([app.outbox.stop(), app.organiserOutbox.stop()]);
      await halted;
      traffic.close();
      await app.close();
      log.info('stopped');
      log.flush();
    },
  };
}

/** The first lines somebody sees: where the portal is, and how to get in when nobody can yet. */
async function tellOfStart(
  { config, app, log, sample }: { config: Config; app: App; log: Logger; sample: SampleLoaded | null },
  port: number,
): Promise<void> {
  log.info({ url: config.baseUrl, host: config.host, port, node: process.version }, 'Buurtbalans is open');
  const invitation = await app.accounts.inviteFirstAdministrator();
  if (invitation !== null)
    log.info({ link: invitation }, 'Nobody has an account yet: open this link once to become the administrator');
  if (sample !== null)
    log.info(
      { passphrase: sample.passphrase },
      'The signals of the sample open with this passphrase, told this once; for real ones: npm run task -- desk-key --new',
    );
  log.flush();
}
