/**
 * The composition root: with src/app the only place that holds more than one realm. It opens the four databases and gives
 * every use case what it needs, and nothing else.
 */
import { join } from 'node:path';
import { makeBackups } from './app/backup.ts';
import { organiserUses, residentsUses } from './app/post.ts';
import { migrateAll, openRealms, type Wiring } from './app/realms.ts';
import { signalsUses, tidySignals } from './app/signals.ts';
import type { Config } from './config.ts';
import { makeAccounts, type Accounts } from './domain/accounts/index.ts';
import { makeAudit, type Audit } from './domain/audit/index.ts';
import { makeBuurten, makeImportAreas, type Buurten } from './domain/buurten/index.ts';
import { makeDrafts, type Drafts } from './domain/drafts/index.ts';
import { makeFigures, makeImportFigures, type Figures } from './domain/figures/index.ts';
import { makeHomes, makeImportHomes, type Homes } from './domain/homes/index.ts';
import { makeInterventions, type Interventions } from './domain/interventions/index.ts';
import { newId, type Now } from './domain/kernel/index.ts';
import { makeMeetings, type Meetings } from './domain/meetings/index.ts';
import type { Outbox } from './domain/outbox/index.ts';
import { makePictures, type Pictures } from './domain/pictures/index.ts';
import { makeReleases, type Releases } from './domain/releases/index.ts';
import { makeResponses, type Responses } from './domain/responses/index.ts';
import type { SignUps } from './domain/sign-ups/index.ts';
import type { Signals } from './domain/signals/index.ts';
import { makeThemes, type Themes } from './domain/themes/index.ts';
import { makeUpdates, type Updates } from './domain/updates/index.ts';
import { makeMailer } from './mail/index.ts';
import { makeImports, type Imports } from './sources/index.ts';
import { allAnswer } from './storage/engine/index.ts';
import { routes } from './web/routes.ts';

export { takeSample } from './app/take-sample.ts';

/** What pages may know of the configuration. */
export interface Site extends Pick<
  Config,
  | 'baseUrl'
  | 'onionUrl'
  | 'organisation'
  | 'contactEmail'
  | 'reportUrl'
  | 'forgetAfterDays'
  | 'confirmWithinHours'
  | 'reportWithinDays'
  | 'signalThreshold'
  | 'minAddresses'
  | 'signalKeepWeeks'
  | 'backupKeepDays'
  | 'silentAfterDays'
> {
  readonly name: string;
}

/** What the clock took away, in numbers. */
export interface Forgotten {
  readonly signUps: number;
  readonly signals: number;
  readonly backups: number;
}

/** The portal: every use case, wired. */
export interface App {
  readonly site: Site;
  readonly now: Now;
  readonly buurten: Buurten;
  readonly themes: Themes;
  readonly interventions: Interventions;
  readonly updates: Updates;
  readonly responses: Responses;
  /** Counts of signals that were released. */
  readonly releases: Releases;
  readonly meetings: Meetings;
  readonly figures: Figures;
  readonly homes: Homes;
  readonly pictures: Pictures;
  readonly signUps: SignUps;
  /** Letters to residents. */
  readonly outbox: Outbox;
  /** Letters to organisers; from another realm, so that nothing joins the two. */
  readonly organiserOutbox: Outbox;
  /** By the clock: reminds organisers of reports that are due; tells how many letters. */
  remindOrganisers(): Promise<number>;
  readonly signals: Signals;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly imports: Imports;
  /** Changes with every commit in the published realm: what a cache of public pages asks. */
  publishedRevision(): string;
  /** Whether all four databases answer, and soon. */
  isHealthy(): Promise<boolean>;
  /** Brings all four databases up to date; do this before anything else. */
  migrate(): Promise<void>;
  /** By the clock: deletes what may no longer be kept, in backups too. Tells how much went. */
  forget(): Promise<Forgotten>;
  /** Copies the databases to a new folder (SQLite), and gives that folder. */
  backup(): Promise<string>;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Another clock, for tests and for the sample, which replays a year. */
  readonly now?: Now;
  /** What went wrong without anybody having to wait for it. Never with a name, an address or a text in it. */
  readonly report?: (problem: string, error: unknown) => void;
}

const siteOf = ({ siteName, ...config }: Config): Site => ({
  name: siteName,
  baseUrl: config.baseUrl,
  onionUrl: config.onionUrl,
  organisation: config.organisation,
  contactEmail: config.contactEmail,
  reportUrl: config.reportUrl,
  forgetAfterDays: config.forgetAfterDays,
  confirmWithinHours: config.confirmWithinHours,
  reportWithinDays: config.reportWithinDays,
  signalThreshold: config.signalThreshold,
  minAddresses: config.minAddresses,
  signalKeepWeeks: config.signalKeepWeeks,
  backupKeepDays: config.backupKeepDays,
  silentAfterDays: config.silentAfterDays,
});

/** What everybody may read. */
function publishedUses({ realms: { published }, config: { silentAfterDays }, now, record }: Wiring) {
  return {
    buurten: makeBuurten({ areas: published.areas, buurten: published.buurten }),
    themes: makeThemes({ themes: published.themes }),
    interventions: makeInterventions({ interventions: published.interventions, now, silentAfterDays }),
    updates: makeUpdates({ updates: published.updates }),
    responses: makeResponses({ responses: published.responses }),
    releases: makeReleases({ releases: published.releases }),
    meetings: makeMeetings({ meetings: published.meetings, reports: published.reports, now }),
    figures: makeFigures({ figures: published.figures, areas: published.areas }),
    homes: makeHomes({ homes: published.homes }),
    pictures: makePictures({ store: published.pictures }),
    imports: makeImports({
      importAreas: makeImportAreas({ areas: published.areas }),
      importFigures: makeImportFigures({ figures: published.figures, areas: published.areas }),
      importHomes: makeImportHomes({ homes: published.homes }),
      record,
    }),
  };
}

function accountsUses({ realms: { professionals }, config, now, record }: Wiring, buurten: Buurten): Accounts {
  return makeAccounts({
    store: professionals.accounts,
    adapter: professionals.sessionAdapter,
    secure: config.baseUrl.startsWith('https:'),
    buurten,
    record,
    now,
    newId,
    secretKey: config.secretKey,
    linkTo: (secret) => `${config.baseUrl}${routes.invitation(secret)}`,
    portal: config.siteName,
  });
}

/** Texts in the making, with the door *publish*. */
function draftsUses({ realms: { professionals, published }, now, report, record }: Wiring, signUps: SignUps): Drafts {
  return makeDrafts({
    drafts: professionals.drafts,
    draftPictures: professionals.pictures,
    published,
    record,
    onMeetingPublished: (meeting) => signUps.changePlaces(meeting),
    onReportPublished: () => signUps.sendNews(),
    report,
    now,
    newId,
  });
}

/** Opens the portal. Nothing is asked of the databases yet: `migrate` comes first. */
export function openApp(config: Config, { now = () => new Date(), report = () => undefined }: AppOptions = {}): App {
  const realms = openRealms(config, now);
  const audit = makeAudit({ store: realms.professionals.audit, now, newId });
  const mailer = makeMailer({ smtpUrl: config.smtpUrl, folder: config.mailDir, from: config.mailFrom });
  const wiring: Wiring = { realms, config, now, report, record: audit.record, mailer };
  const published = publishedUses(wiring);
  const { signUps, outbox } = residentsUses(wiring);
  const { forgetOrganiserLetters, ...organiserPost } = organiserUses(wiring);
  const accounts = accountsUses(wiring, published.buurten);
  const signals = signalsUses(wiring, published);
  const { dataDir, backupKeepDays: keepDays } = config;
  const backups = makeBackups({ realms, folder: join(dataDir, 'backups'), keepDays, now });
  const databases = Object.values(realms).map(({ database }) => database);

  return {
    site: siteOf(config),
    now,
    ...published,
    signUps,
    outbox,
    ...organiserPost,
    signals,
    accounts,
    audit,
    drafts: draftsUses(wiring, signUps),
    publishedRevision: () => realms.published.database.revision(),
    isHealthy: () => allAnswer(databases),
    async migrate() {
      await migrateAll(realms, config);
      await tidySignals(realms, signals);
    },
    async forget() {
      const gone = { backups: await backups.expire(), signUps: await signUps.forget() };
      await forgetOrganiserLetters();
      await accounts.forgetExpiredSessions();
      // Last: it rejects while somebody keeps on reading that database, and must not keep the others from going.
      return { ...gone, ...(await signals.forgetting.forget()) };
    },
    backup: () => backups.make(),
    async close() {
      await Promise.all([outbox.stop(), organiserPost.organiserOutbox.stop()]);
      mailer.close();
      await Promise.all(databases.map((database) => database[Symbol.asyncDispose]()));
    },
  };
}
