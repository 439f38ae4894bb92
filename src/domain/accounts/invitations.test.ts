import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aPerson,
  codeOf,
  givenAccounts,
  PASSWORD,
  secretIn,
  SYSTEM,
  type GivenAccounts,
} from '../../../tests/accounts/given-accounts.ts';
import { aPostgresDatabase } from '../../../tests/postgres.ts';

const DAY = 86_400_000;

describe.each(['sqlite', 'postgres'] as const)('a one-time link, on %s', (engine) => {
  let url: string | undefined;
  let given: GivenAccounts;
  beforeAll(async () => {
    url = engine === 'postgres' ? await aPostgresDatabase() : undefined;
  });
  beforeEach(async () => {
    given = await givenAccounts(url);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await given[Symbol.asyncDispose]();
  });

  const invited = async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const added = await given.accounts.add(SYSTEM, { email, name: 'Noor', role: 'administrator', buurten: [] });
    const secret = secretIn(added.ok ? added.value.link : null);
    const opened = await given.accounts.openInvitation(secret);
    if (!opened.ok) throw new Error(opened.reason);
    const { totpSecret } = opened.value;
    const good = () => ({ secret, email, name: 'Noor', password: PASSWORD, code: codeOf(totpSecret) });
    return { secret, email, opened: opened.value, good };
  };

  it('can be opened any number of times: looking uses nothing up', async () => {
    const { secret, opened, good } = await invited();
    expect(await given.accounts.openInvitation(secret)).toEqual({ ok: true, value: opened });
    expect((await given.accounts.acceptInvitation(good())).ok).toBe(true);
  });

  it('works once, also when two people press the button at the same moment', async () => {
    const { secret, good } = await invited();
    const outcomes = await Promise.all([
      given.accounts.acceptInvitation(good()),
      given.accounts.acceptInvitation(good()),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await given.accounts.acceptInvitation(good())).toEqual({ ok: false, reason: 'gone' });
    expect(await given.accounts.openInvitation(secret)).toEqual({ ok: false, reason: 'gone' });
  });

  it('says all that is wrong at once, and can be used after that', async () => {
    const { good } = await invited();
    const outcome = await given.accounts.acceptInvitation({ ...good(), name: ' ', password: 'kort', code: '12345' });
    expect(outcome).toEqual({
      ok: false,
      reason: 'mistakes',
      mistakes: [
        { field: 'name', problem: 'missing' },
        { field: 'password', problem: 'too-short' },
        { field: 'code', problem: 'wrong' },
      ],
    });
    expect((await given.accounts.acceptInvitation(good())).ok).toBe(true);
  });

  it('keeps the address of the invitation, whatever was posted', async () => {
    const { email, good } = await invited();
    const outcome = await given.accounts.acceptInvitation({ ...good(), email: 'thief@example.org' });
    expect(outcome.ok).toBe(true);
    expect(await given.professionals.accounts.findByEmail('thief@example.org')).toBeUndefined();
    expect(await given.professionals.accounts.findByEmail(email)).toBeDefined();
  });

  it('stops working after seven days, and when a newer one is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T08:00:00Z') });
    const old = await invited();
    const other = await invited();
    await given.accounts.add(SYSTEM, { email: other.email, name: '', role: 'desk', buurten: [] });
    expect(await given.accounts.openInvitation(other.secret)).toEqual({ ok: false, reason: 'gone' });
    vi.setSystemTime(Date.parse('2027-03-01T08:00:00Z') + 7 * DAY);
    expect(await given.accounts.acceptInvitation(old.good())).toEqual({ ok: false, reason: 'gone' });
  });

  it.each(['', 'unknown', '%00', '../../etc', 'x'.repeat(10_000)])(
    'is refused when it is made up: %j',
    async (secret) => {
      expect(await given.accounts.openInvitation(secret)).toEqual({ ok: false, reason: 'gone' });
    },
  );

  it('for who lost the telephone gives a new second factor and ends the old sessions', async () => {
    const { id, email, sessionId, code } = await aPerson(given, { email: `${crypto.randomUUID()}@example.org` });
    const renewed = await given.accounts.renewInvitation(SYSTEM, id);
    const secret = secretIn(renewed.ok ? renewed.value.link : null);
    const opened = await given.accounts.openInvitation(secret);
    const totpSecret = opened.ok ? opened.value.totpSecret : '';
    expect((await given.accounts.actorOf(sessionId)).actor.kind).toBe('account');

    const password = 'vier bakfietsen in de gracht';
    await given.accounts.acceptInvitation({ secret, email, name: 'Noor', password, code: codeOf(totpSecret) });
    expect((await given.accounts.actorOf(sessionId)).actor.kind).toBe('visitor');
    const attempt = { email, password, address: '192.0.2.1' };
    expect((await given.accounts.logIn({ ...attempt, code: code(1) })).ok).toBe(false);
    expect((await given.accounts.logIn({ ...attempt, code: codeOf(totpSecret, 1) })).ok).toBe(true);
  });
});

describe('the first administrator', () => {
  const first = async ({ accounts }: GivenAccounts, email: string) => {
    const secret = secretIn(await accounts.inviteFirstAdministrator());
    const opened = await accounts.openInvitation(secret);
    if (!opened.ok) throw new Error(opened.reason);
    const code = codeOf(opened.value.totpSecret);
    return {
      opened: opened.value,
      outcome: await accounts.acceptInvitation({ secret, email, name: 'Noor', password: PASSWORD, code }),
    };
  };

  it('gets a fresh link at each start until it is used, and then no more', async () => {
    await using given = await givenAccounts();
    const early = secretIn(await given.accounts.inviteFirstAdministrator());
    const { outcome } = await first(given, 'noor@example.org');
    expect(outcome.ok).toBe(true);
    expect(await given.accounts.openInvitation(early)).toEqual({ ok: false, reason: 'gone' });
    expect(await given.accounts.inviteFirstAdministrator()).toBeNull();
  });

  it('fills in the own address, because nobody knows it yet', async () => {
    await using given = await givenAccounts();
    const { opened } = await first(given, 'geen adres');
    expect(opened).toMatchObject({ asksEmail: true, email: '' });
    const { outcome } = await first(given, 'Noor@Example.org');
    if (!outcome.ok) throw new Error(outcome.reason);
    const { actor } = await given.accounts.actorOf(outcome.value.sessionId);
    expect(actor).toMatchObject({ name: 'Noor', grants: [{ role: 'administrator', buurtId: null }] });
    expect(await given.professionals.accounts.findByEmail('noor@example.org')).toBeDefined();
  });

  it('cannot take an address that somebody has', async () => {
    await using given = await givenAccounts();
    await given.accounts.add(SYSTEM, { email: 'noor@example.org', name: '', role: 'desk', buurten: [] });
    const { outcome } = await first(given, 'noor@example.org');
    expect(outcome).toMatchObject({ reason: 'mistakes', mistakes: [{ field: 'email', problem: 'taken' }] });
  });

  it('is not asked for when an administrator was invited by name; a link in a log dies with the first who gets in', async () => {
    await using given = await givenAccounts();
    const printed = secretIn(await given.accounts.inviteFirstAdministrator());
    await aPerson(given, { email: 'noor@example.org' });
    expect(await given.accounts.inviteFirstAdministrator()).toBeNull();
    expect(await given.accounts.openInvitation(printed)).toEqual({ ok: false, reason: 'gone' });

    await using other = await givenAccounts();
    await other.accounts.add(SYSTEM, { email: 'noor@example.org', name: '', role: 'administrator', buurten: [] });
    expect(await other.accounts.inviteFirstAdministrator()).toBeNull();
  });
});
