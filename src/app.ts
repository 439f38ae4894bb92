/**
 * The composition root: the only place that holds more than one realm. It opens the four databases and gives every use case
 * what it needs, and nothing else.
 */
import { realmProblem, type Config, type Realm, type RealmTarget } from './config.ts';
import { makeAccounts, type Accounts } from './domain/accounts/index.ts';
import { makeAudit, type Audit } from './domain/audit/index.ts';
import { makeBuurten, makeImportAreas, type Buurten } from './domain/buurten/index.ts';
import { makeDrafts, type Drafts } from './domain/drafts/index.ts';
import { makeFigures, makeImportFigures, type Figures } from './domain/figures/index.ts';
import { makeInterventions, type Interventions } from './domain/interventions/index.ts';
import { newId, type Now } from './domain/kernel/index.ts';
import { makeMeetings, type Meetings } from './domain/meetings/index.ts';
import { makeOutbox, type Outbox } from './domain/outbox/index.ts';
import { makePictures, type Pictures } from './domain/pictures/index.ts';
import { makeResponses, type Responses } from './domain/responses/index.ts';
import { makeSignUps, type SignUps } from './domain/sign-ups/index.ts';
import { makeSignals, type Signals } from './domain/signals/index.ts';
import { makeThemes, type Themes } from './domain/themes/index.ts';
import { makeUpdates, type Updates } from './domain/updates/index.ts';
import { makeLetterWriter, makeMailer } from './mail/index.ts';
import { makeImports, type Imports } from './sources/index.ts';
import { allAnswer } from './storage/engine/index.ts';
import { openProfessionals } from './storage/professionals/index.ts';
import { openPublished } from './storage/published/index.ts';
import { openResidents } from './storage/residents/index.ts';
import { openSignals } from './storage/signals/index.ts';
import { routes } from './web/routes.ts';
import { translate } from './web/translate.ts';
import { makeSignUpLetters } from './web/views/meetings-letters.ts';

/** What pages may know of the configuration. */
export interface Site extends Pick<
  Config,
  'baseUrl' | 'organisation' | 'contactEmail' | 'reportUrl' | 'forgetAfterDays' | 'signalThreshold' | 'silentAfterDays'
> {
  readonly name: string;
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
  readonly meetings: Meetings;
  readonly figures: Figures;
  readonly pictures: Pictures;
  readonly signUps: SignUps;
  readonly outbox: Outbox;
  readonly signals: Signals;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly imports: Imports;
  /** True once in the life of the databases, so that two servers that start together do not both load the sample. */
  claimSample(): Promise<boolean>;
  /** Changes with every commit in the published realm: what a cache of public pages asks. */
  publishedRevision(): string;
  /** Whether all four databases answer, and soon. */
  isHealthy(): Promise<boolean>;
  /** Brings all four databases up to date; do this before anything else. */
  migrate(): Promise<void>;
  /** By the clock: deletes what may no longer be kept, and mends numbers of places. Tells how many sign-ups went. */
  forget(): Promise<number>;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Another clock, for tests and for the sample, which replays a year. */
  readonly now?: Now;
  /** What went wrong without anybody having to wait for it. Never with a name, an address or a text in it. */
  readonly report?: (problem: string, error: unknown) => void;
}

type Realms = ReturnType<typeof openRealms>;

function openOne<Opened>(config: Config, realm: Realm, open: (target: RealmTarget) => Opened): Opened {
  try {
    return open(config.realms[realm]);
  } catch (error) {
    throw realmProblem(config, realm, error);
  }
}

const openRealms = (config: Config, now: Now) => ({
  published: openOne(config, 'published', openPublished),
  residents: openOne(config, 'residents', (target) => openResidents(target, { now })),
  signals: openOne(config, 'signals', openSignals),
  professionals: openOne(config, 'professionals', openProfessionals),
});

/** One after the other: a problem is then said of the realm that has it. */
async function migrateAll(realms: Realms, config: Config): Promise<void> {
  for (const { database } of Object.values(realms)) {
    await database.migrate().catch((error: unknown) => {
      throw realmProblem(config, database.realm, error);
    });
  }
}

const siteOf = ({ siteName, ...config }: Config): Site => ({
  name: siteName,
  baseUrl: config.baseUrl,
  organisation: config.organisation,
  contactEmail: config.contactEmail,
  reportUrl: config.reportUrl,
  forgetAfterDays: config.forgetAfterDays,
  signalThreshold: config.signalThreshold,
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
    meetings: makeMeetings({ meetings: published.meetings, now }),
    figures: makeFigures({ figures: published.figures, areas: published.areas }),
    pictures: makePictures({ store: published.pictures }),
    imports: makeImports({
      importAreas: makeImportAreas({ areas: published.areas }),
      importFigures: makeImportFigures({ figures: published.figures, areas: published.areas }),
      record,
    }),
  };
}

interface Wiring {
  readonly realms: Realms;
  readonly config: Config;
  readonly now: Now;
  readonly report: (problem: string, error: unknown) => void;
  readonly record: Audit['record'];
}

/** Sign-ups and their post. Of the published realm they get meetings to read, and the door *places left*. */
function residentsUses({ realms: { residents, published }, config, now, report, record }: Wiring) {
  const mailer = makeMailer({ smtpUrl: config.smtpUrl, folder: config.mailDir, from: config.mailFrom });
  const outbox = makeOutbox({
    outbox: residents.outbox,
    send: (letter, id) => mailer.send(letter, id),
    now,
    report,
  });
  const signUps = makeSignUps({
    signUps: residents.signUps,
    meetings: published.meetings,
    now,
    newId,
    secretKey: config.secretKey,
    forgetAfterDays: config.forgetAfterDays,
    letter: makeSignUpLetters({ write: makeLetterWriter(), origin: config.baseUrl, t: translate }),
    record,
    report,
    wake: () => outbox.wake(),
  });
  return { signUps, outbox, closeMailer: () => mailer.close() };
}

/** Signals. Of the published realm they get buurten and themes to choose from, and the door *release*. */
function signalsUses({ realms: { signals, published }, config, now, record }: Wiring, buurten: Buurten): Signals {
  return makeSignals({
    store: signals.signals,
    buurten,
    themes: published.themes,
    responses: published.responses,
    record,
    now,
    secretKey: config.secretKey,
    threshold: config.signalThreshold,
  });
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
function draftsUses({ realms: { professionals, published }, now, record }: Wiring, signUps: SignUps): Drafts {
  return makeDrafts({
    drafts: professionals.drafts,
    draftPictures: professionals.pictures,
    published,
    record,
    onMeetingPublished: (meeting) => signUps.changePlaces(meeting),
    now,
    newId,
  });
}

/** Opens the portal. Nothing is asked of the databases yet: `migrate` comes first. */
export function openApp(config: Config, { now = () => new Date(), report = () => undefined }: AppOptions = {}): App {
  const realms = openRealms(config, now);
  const audit = makeAudit({ store: realms.professionals.audit, now, newId });
  const wiring: Wiring = { realms, config, now, report, record: audit.record };
  const published = publishedUses(wiring);
  const { signUps, outbox, closeMailer } = residentsUses(wiring);
  const accounts = accountsUses(wiring, published.buurten);
  const databases = Object.values(realms).map(({ database }) => database);

  return {
    site: siteOf(config),
    now,
    ...published,
    signUps,
    outbox,
    signals: signalsUses(wiring, published.buurten),
    accounts,
    audit,
    drafts: draftsUses(wiring, signUps),
    claimSample: () => realms.published.claimSample(),
    publishedRevision: () => realms.published.database.revision(),
    isHealthy: () => allAnswer(databases),
    migrate: () => migrateAll(realms, config),
    async forget() {
      await accounts.forgetExpiredSessions();
      await signUps.reconcilePlaces();
      return signUps.forget();
    },
    async close() {
      await outbox.stop();
      closeMailer();
      await Promise.all(databases.map((database) => database[Symbol.asyncDispose]()));
    },
  };
}
