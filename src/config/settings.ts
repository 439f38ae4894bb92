import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'astro/zod';

const root = resolve(import.meta.dirname, '../..');

/** A setting that is text from outside: `parse` gives undefined when it is not right, `fix` says what to write instead. */
const setting = <Value>(fix: string, parse: (text: string) => Value | undefined) =>
  z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', input: text, message: fix });
    return z.NEVER;
  });

const whole = (least: number, most: number, example: number) =>
  setting(`Give a whole number from ${least} to ${most}, for example ${example}`, (text) => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
  });

const url = (protocols: readonly string[], fix: string) =>
  setting(fix, (text) => {
    const parsed = URL.parse(text);
    return parsed && protocols.includes(parsed.protocol) && parsed.hostname !== '' ? text : undefined;
  });

const postgres = (name: string) =>
  setting(
    `Give the address of a database of its own, for example postgres://portal:password@localhost:5432/${name}`,
    (text) => {
      const parsed = URL.parse(text);
      const right = parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol) && parsed.pathname.length > 1;
      return right ? text : undefined;
    },
  ).optional();

function origin(text: string): string | undefined {
  const parsed = URL.parse(text);
  const right = parsed && ['http:', 'https:'].includes(parsed.protocol) && parsed.pathname === '/' && !parsed.search;
  return right && !parsed.hash && !parsed.username ? parsed.origin : undefined;
}

const MAILBOX = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;
const SENDER = /^(?:[\p{L}\p{N} .'-]+ )?<[^\s@<>,;:"]+@[^\s@<>,;:"]+>$/u;

/** Addresses and networks in CIDR notation, separated by commas. */
function proxies(text: string): readonly string[] | undefined {
  const list = text.split(',').map((item) => item.trim());
  return list.every(isNetwork) ? list : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** Hours, the largest first, each once. */
function hoursBefore(text: string): readonly number[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const hours = parts.map(Number);
  const right = parts.every((part) => /^\d{1,3}$/.test(part)) && hours.every((hour) => hour >= 1 && hour <= 336);
  const falling = hours.every((hour, index) => index === 0 || hour < (hours[index - 1] ?? 0));
  return right && falling && hours.length <= 3 ? hours : undefined;
}

const line = (fix: string) => setting(fix, (text) => (/^[^\p{Cc}]{1,100}$/u.test(text) ? text : undefined));

/** The environment as it must be; what is not given gets its default. */
export const settings = z.object({
  PORT: whole(0, 65_535, 4321).default(4321),
  HOST: line('Give the address to listen on, for example 127.0.0.1, or 0.0.0.0 for every network').default('127.0.0.1'),
  BASE_URL: setting(
    'Give the public origin without a path, for example https://buurtbalans.example',
    origin,
  ).optional(),
  ONION_URL: setting('Give the onion address, for example http://….onion with its 56 signs', (text) =>
    /^http:\/\/[a-z2-7]{56}\.onion$/.test(text) ? text : undefined,
  ).optional(),
  DATA_DIR: setting('Give a folder, for example ./data', (text) => resolve(text)).default(resolve(root, 'data')),
  BUILD_DIR: setting('Give the folder of the build, for example ./dist', (text) => resolve(text)).default(
    resolve(root, 'dist'),
  ),
  SAMPLE: setting('Write on or off', (text) => (['on', 'off'].includes(text) ? text === 'on' : undefined)).default(
    true,
  ),
  DATABASE_URL_PUBLISHED: postgres('published'),
  DATABASE_URL_RESIDENTS: postgres('residents'),
  DATABASE_URL_SIGNALS: postgres('signals'),
  DATABASE_URL_PROFESSIONALS: postgres('professionals'),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'Give the address of the mail server, for example smtps://name:password@mail.example.org:465',
  ).optional(),
  MAIL_FROM: setting('Give the sender, for example Buurtbalans <post@buurtbalans.example>', (text) =>
    MAILBOX.test(text) || SENDER.test(text) ? text : undefined,
  ).optional(),
  TRUSTED_PROXY: setting(
    'Give addresses or networks with commas between them, for example 127.0.0.1,10.0.0.0/8',
    proxies,
  ).default([]),
  SITE_NAME: line('Give a name of one line, at most 100 characters, for example Buurtbalans').default('Buurtbalans'),
  ORGANISATION: line('Give the name of who runs this portal, of one line, at most 100 characters').default(
    'Buurtbalans',
  ),
  CONTACT_EMAIL: setting('Give one e-mail address, for example vragen@buurtbalans.example', (text) =>
    MAILBOX.test(text) ? text : undefined,
  ).optional(),
  REPORT_URL: url(
    ['https:'],
    'Give the address of the municipality’s own form for broken lamps and waste, for example https://meldingen.example.org',
  ).optional(),
  SECRET_KEY: setting(
    'Give at least 32 random characters, for example the answer of: openssl rand -base64 32',
    (text) => (text.length >= 32 ? text : undefined),
  ).optional(),
  FORGET_AFTER_DAYS: whole(1, 365, 14).default(14),
  CONFIRM_WITHIN_HOURS: whole(1, 168, 24).default(24),
  OFFER_WITHIN_HOURS: whole(1, 168, 24).default(24),
  REMIND_HOURS_BEFORE: setting(
    'Give one to three whole numbers of hours from 1 to 336 with commas between them, the largest first, for example 48,3',
    hoursBefore,
  ).default([48, 3]),
  REPORT_WITHIN_DAYS: whole(1, 90, 7).default(7),
  SIGNAL_THRESHOLD: whole(3, 100, 5).default(5),
  SIGNAL_BURST: whole(3, 100, 5).default(5),
  MIN_ADDRESSES: whole(3, 1000, 8).default(8),
  SECOND_APPROVER: setting('Write on or off', (text) =>
    ['on', 'off'].includes(text) ? text === 'on' : undefined,
  ).default(false),
  SIGNAL_KEEP_WEEKS: whole(4, 104, 26).default(26),
  BACKUP_KEEP_DAYS: whole(1, 365, 30).default(30),
  SIGNALS_PER_HOUR: whole(10, 100_000, 600).default(600),
  SLOW_SIGNALS_PER_HOUR: whole(5, 100_000, 60).default(60),
  SIGNALS_WAITING: whole(10, 100_000, 2000).default(2000),
  MIN_FREE_MEGABYTES: whole(10, 100_000, 200).default(200),
  SILENT_AFTER_DAYS: whole(7, 365, 60).default(60),
});
export type Settings = z.infer<typeof settings>;

const SECRETS = /^(?:SECRET_KEY|SMTP_URL|DATABASE_URL_.*)$/;

/** What was given, for in an error; of what may hold a password, only what surely is none. */
export function shown(name: string, given: string): string {
  if (!SECRETS.test(name)) return JSON.stringify(given);
  const parsed = name === 'SECRET_KEY' ? null : URL.parse(given);
  return parsed && parsed.hostname !== ''
    ? `${parsed.protocol}//***@${parsed.host}${parsed.pathname}`
    : 'not right (what was given is not shown here)';
}
