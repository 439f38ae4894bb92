import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { makeAccounts, type Accounts } from '../../src/domain/accounts/index.ts';
import { makeAudit, type Audit, type AuditEntry } from '../../src/domain/audit/index.ts';
import { newId, type Actor } from '../../src/domain/kernel/index.ts';
import { openProfessionals, type Professionals } from '../../src/storage/professionals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { aBuurt } from '../factories/index.ts';

const LINK = 'https://buurtbalans.example/inloggen/uitnodiging/';
export const PASSWORD = 'drie fietsen op het dak';
export const SYSTEM: Actor = { kind: 'system', name: 'test' };

export interface GivenAccounts extends AsyncDisposable {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly professionals: Professionals;
  /** Ids of the buurten `h-buurt` and `rijnbuurt`. */
  readonly buurten: Readonly<Record<'h-buurt' | 'rijnbuurt', string>>;
  /** The folder with the database files. */
  readonly folder: string;
  log(): Promise<readonly AuditEntry[]>;
}

/** The secret in a one-time link. */
export const secretIn = (link: string | null): string => {
  if (!link?.startsWith(LINK)) throw new Error(`This is no one-time link: ${String(link)}`);
  return link.slice(LINK.length);
};

/** The code that an app with this secret shows now, or some half minutes later. */
export const codeOf = (totpSecret: string, stepsLater = 0): string =>
  new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: Date.now() + stepsLater * 30_000 });

/** Accounts on real databases: SQLite in a folder of its own, or the PostgreSQL database at `postgres`. */
export async function givenAccounts(postgres?: string): Promise<GivenAccounts> {
  const folder = await mkdtemp(join(tmpdir(), 'accounts-'));
  const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
  const professionals = openProfessionals(postgres ? { postgres } : { sqlite: join(folder, 'professionals.sqlite') });
  await published.database.migrate();
  await professionals.database.migrate();
  const [hBuurt, rijnbuurt] = [aBuurt({ slug: 'h-buurt' }), aBuurt({ slug: 'rijnbuurt' })];
  await published.buurten.save(hBuurt, '');
  await published.buurten.save(rijnbuurt, '');

  const now = () => new Date();
  const audit = makeAudit({ store: professionals.audit, now, newId });
  const accounts = makeAccounts({
    store: professionals.accounts,
    adapter: professionals.sessionAdapter,
    buurten: published.buurten,
    record: audit.record,
    now,
    newId,
    secretKey: 'only the server has it',
    linkTo: (secret) => LINK + secret,
    portal: 'Buurtbalans',
    secure: true,
  });
  return {
    accounts,
    audit,
    professionals,
    folder,
    buurten: { 'h-buurt': hBuurt.id, rijnbuurt: rijnbuurt.id },
    async log() {
      const page = await audit.list(SYSTEM);
      return page.ok ? page.value.entries : [];
    },
    async [Symbol.asyncDispose]() {
      await published.database[Symbol.asyncDispose]();
      await professionals.database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

interface Person {
  readonly email: string;
  readonly role?: string;
  readonly buurten?: readonly string[];
}

/** Somebody who was invited and used the link. `code(n)` is what their app shows n half minutes from now; n = 0 was used. */
export async function aPerson({ accounts }: GivenAccounts, { email, role = 'administrator', buurten = [] }: Person) {
  const added = await accounts.add(SYSTEM, { email, name: 'Noor', role, buurten });
  if (!added.ok) throw new Error(added.reason);
  const secret = secretIn(added.value.link);
  const opened = await accounts.openInvitation(secret);
  if (!opened.ok) throw new Error(opened.reason);
  const { totpSecret } = opened.value;
  const accepted = await accounts.acceptInvitation({
    secret,
    email,
    name: 'Noor',
    password: PASSWORD,
    code: codeOf(totpSecret),
  });
  if (!accepted.ok) throw new Error(accepted.reason);
  const { sessionId } = accepted.value;
  const { actor } = await accounts.actorOf(sessionId);
  return {
    id: added.value.accountId,
    email,
    secret,
    sessionId,
    actor,
    code: (steps: number) => codeOf(totpSecret, steps),
  };
}
