import { join } from 'node:path';
import { keptKey } from './config/secret-key.ts';
import { settings, shown, type Settings } from './config/settings.ts';
import { unusableFile, unusableFolder, unusableServer } from './config/unusable.ts';

/** Where a realm is kept: a file, or a database of its own on a PostgreSQL server. */
export type RealmTarget = { readonly sqlite: string } | { readonly postgres: string };

const REALMS = ['published', 'residents', 'signals', 'professionals'] as const;
export type Realm = (typeof REALMS)[number];

export interface Config {
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** The public origin, without a slash at the end: `https://buurtbalans.example`. Links in mails begin with it. */
  readonly baseUrl: string;
  /** The same portal as an onion service (Tor), without a slash at the end; null: there is none. */
  readonly onionUrl: string | null;
  readonly dataDir: string;
  /** What `npm run build` made. */
  readonly buildDir: string;
  /** Whether empty databases get the sample. */
  readonly sample: boolean;
  readonly realms: Readonly<Record<Realm, RealmTarget>>;
  /** Null: mail goes to files in `mailDir`. */
  readonly smtpUrl: string | null;
  readonly mailDir: string;
  /** The From of every mail, as RFC 5322 writes it: `Buurtbalans <post@example.org>`. */
  readonly mailFrom: string;
  /** Addresses and networks whose X-Forwarded-For and X-Forwarded-Proto we believe. */
  readonly trustedProxies: readonly string[];
  readonly siteName: string;
  readonly organisation: string;
  readonly contactEmail: string;
  /** Where residents report waste and broken lamps: that is not what signals are for. */
  readonly reportUrl: string | null;
  /** For looking things up by a secret without storing it, and for form tokens. The same for all processes on one set of databases. */
  readonly secretKey: string;
  /** Days after a meeting until its sign-ups are forgotten. */
  readonly forgetAfterDays: number;
  /** Hours in which a sign-up is to be confirmed; a place is held meanwhile. */
  readonly confirmWithinHours: number;
  /** Hours for which a place that came free is kept for who is offered it. */
  readonly offerWithinHours: number;
  /** Hours before a meeting at which those who come are reminded; the largest first. */
  readonly remindHoursBefore: readonly number[];
  /** Days after a meeting in which its report is promised. */
  readonly reportWithinDays: number;
  /** K: how many contributors a number must stand for before it is shown, and by how many two releases differ at least. */
  readonly signalThreshold: number;
  /** From so many signals in one cell and week on, they count once until the desk confirms that different people sent them. */
  readonly signalBurst: number;
  /** How many addresses a cell must hold; with fewer it is merged with its neighbours. */
  readonly minAddresses: number;
  /** Whether two people must agree on what is accepted or refused. */
  readonly secondApprover: boolean;
  /** Weeks after its arrival in which text and photo of a signal are kept, at most. */
  readonly signalKeepWeeks: number;
  /** Days after which a backup is deleted. */
  readonly backupKeepDays: number;
  /** Budgets: so many signals an hour, so many of those that came without proof of work, and so many that wait for the desk. */
  readonly signalsPerHour: number;
  readonly slowSignalsPerHour: number;
  readonly signalsWaiting: number;
  /** Megabytes: with less room on the disk the form is closed before anybody types. */
  readonly minFreeMegabytes: number;
  /** Days without news after which an intervention counts as silent. */
  readonly silentAfterDays: number;
}

/** Says every setting that is wrong, what was given (never a password) and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Every environment variable that the portal reads. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** The same database has one place, however its address is written. */
function placeOf({ hostname, port, pathname }: URL): string {
  const host = ['127.0.0.1', '[::1]'].includes(hostname) ? 'localhost' : hostname.toLowerCase();
  return `${host}:${port === '' ? '5432' : port}${pathname}`;
}

/** Two realms in one database would be one leak away from each other. */
function sharedDatabases(given: Settings): string[] {
  const urls = REALMS.flatMap((realm) => {
    const name = `DATABASE_URL_${realm.toUpperCase()}`;
    const target = URL.parse(databaseOf(given, realm) ?? '');
    return target ? [{ name, place: placeOf(target) }] : [];
  });
  return urls.flatMap(({ name, place }, index) => {
    const twin = urls.slice(0, index).find((other) => other.place === place);
    return twin ? [`${name} and ${twin.name} name the same database. Each realm needs a database of its own.`] : [];
  });
}

function databaseOf(given: Settings, realm: Realm): string | undefined {
  switch (realm) {
    case 'published':
      return given.DATABASE_URL_PUBLISHED;
    case 'residents':
      return given.DATABASE_URL_RESIDENTS;
    case 'signals':
      return given.DATABASE_URL_SIGNALS;
    case 'professionals':
      return given.DATABASE_URL_PROFESSIONALS;
  }
}

/** Reads the environment; nothing else in the portal does. Throws a ConfigError that names everything that is wrong at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const entries = SETTING_NAMES.map((name) => [name, env[name]?.trim() ?? ''] as const).filter(
    ([, text]) => text !== '',
  );
  const parsed = settings.safeParse(Object.fromEntries(entries));
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name} is ${shown(name, env[name] ?? '')}. ${message}.`;
      }),
    );
  const given = parsed.data;
  const shared = sharedDatabases(given);
  if (shared.length > 0) throw new ConfigError(shared);
  return configOf(given);
}

function keyIn(dataDir: string): string {
  try {
    return keptKey(dataDir);
  } catch (error) {
    const problem = unusableFolder(dataDir, error);
    throw problem === undefined ? error : new ConfigError([problem]);
  }
}

/** Says in words why a realm cannot be opened, when that is for whoever runs the portal to mend; else the error itself. */
export function realmProblem({ realms, dataDir }: Config, realm: Realm, error: unknown): unknown {
  const target = realms[realm];
  const setting = `DATABASE_URL_${realm.toUpperCase()}`;
  const problem =
    'sqlite' in target
      ? unusableFile(target.sqlite, dataDir, error)
      : unusableServer(setting, shown(setting, target.postgres), error);
  return problem === undefined ? error : new ConfigError([problem]);
}

function configOf(given: Settings): Config {
  const baseUrl = given.BASE_URL ?? `http://localhost:${given.PORT}`;
  const { hostname } = new URL(baseUrl);
  const target = (realm: Realm): RealmTarget => {
    const url = databaseOf(given, realm);
    return url === undefined ? { sqlite: join(given.DATA_DIR, `${realm}.sqlite`) } : { postgres: url };
  };
  return {
    port: given.PORT,
    host: given.HOST,
    baseUrl,
    onionUrl: given.ONION_URL ?? null,
    dataDir: given.DATA_DIR,
    buildDir: given.BUILD_DIR,
    sample: given.SAMPLE,
    realms: {
      published: target('published'),
      residents: target('residents'),
      signals: target('signals'),
      professionals: target('professionals'),
    },
    smtpUrl: given.SMTP_URL ?? null,
    mailDir: join(given.DATA_DIR, 'mail'),
    mailFrom: given.MAIL_FROM ?? `${given.SITE_NAME.replace(/[^\p{L}\p{N} .'-]/gu, '')} <noreply@${hostname}>`,
    trustedProxies: given.TRUSTED_PROXY,
    siteName: given.SITE_NAME,
    organisation: given.ORGANISATION,
    contactEmail: given.CONTACT_EMAIL ?? `contact@${hostname}`,
    reportUrl: given.REPORT_URL ?? null,
    secretKey: given.SECRET_KEY ?? keyIn(given.DATA_DIR),
    forgetAfterDays: given.FORGET_AFTER_DAYS,
    confirmWithinHours: given.CONFIRM_WITHIN_HOURS,
    offerWithinHours: given.OFFER_WITHIN_HOURS,
    remindHoursBefore: given.REMIND_HOURS_BEFORE,
    reportWithinDays: given.REPORT_WITHIN_DAYS,
    signalThreshold: given.SIGNAL_THRESHOLD,
    signalBurst: given.SIGNAL_BURST,
    minAddresses: given.MIN_ADDRESSES,
    secondApprover: given.SECOND_APPROVER,
    signalKeepWeeks: given.SIGNAL_KEEP_WEEKS,
    backupKeepDays: given.BACKUP_KEEP_DAYS,
    signalsPerHour: given.SIGNALS_PER_HOUR,
    slowSignalsPerHour: given.SLOW_SIGNALS_PER_HOUR,
    signalsWaiting: given.SIGNALS_WAITING,
    minFreeMegabytes: given.MIN_FREE_MEGABYTES,
    silentAfterDays: given.SILENT_AFTER_DAYS,
  };
}
