import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPerson, givenAccounts, PASSWORD, type GivenAccounts } from '../../../tests/accounts/given-accounts.ts';
import { aPostgresDatabase } from '../../../tests/postgres.ts';

const address = '192.0.2.1';
const cookieValue = (cookie: string) => /^sessie=([^;]*)/.exec(cookie)?.[1];

describe.each(['sqlite', 'postgres'] as const)('logging in, on %s', (engine) => {
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
  const somebody = () => aPerson(given, { email: `${crypto.randomUUID()}@example.org` });

  it('opens with address, password and code together, and says who it is', async () => {
    const { email, code, id } = await somebody();
    const outcome = await given.accounts.logIn({
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
      code: code(1),
      address,
    });
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    const { actor } = await given.accounts.actorOf(outcome.value.sessionId);
    expect(actor).toEqual({
      kind: 'account',
      accountId: id,
      name: 'Noor',
      grants: [{ role: 'administrator', buurtId: null }],
    });
    expect(cookieValue(outcome.value.cookie)).toBe(outcome.value.sessionId);
  });

  it('gives one answer to an unknown account, a wrong password, a wrong code and a used code', async () => {
    const { email, code } = await somebody();
    const { accounts } = given;
    const no = { ok: false, reason: 'no-match' };
    expect(await accounts.logIn({ email: 'nobody@example.org', password: PASSWORD, code: code(1), address })).toEqual(
      no,
    );
    expect(await accounts.logIn({ email, password: `${PASSWORD}!`, code: code(1), address })).toEqual(no);
    expect(await accounts.logIn({ email, password: PASSWORD, code: '000000', address })).toEqual(no);
    expect(await accounts.logIn({ email, password: PASSWORD, code: code(0), address })).toEqual(no);
  });

  it('takes a code once, also when it comes twice at the same moment', async () => {
    const { email, code } = await somebody();
    const attempt = { email, password: PASSWORD, code: code(1), address };
    const outcomes = await Promise.all([given.accounts.logIn(attempt), given.accounts.logIn(attempt)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is refused after five wrong attempts from one address, and elsewhere still possible', async () => {
    const { email, code } = await somebody();
    for (let n = 0; n < 5; n += 1) await given.accounts.logIn({ email, password: 'wrong', code: '', address });
    const right = { email, password: PASSWORD, code: code(1) };
    expect(await given.accounts.logIn({ ...right, address })).toMatchObject({ ok: false, reason: 'too-many' });
    expect(await given.accounts.logIn({ ...right, address: '198.51.100.7' })).toMatchObject({ ok: true });
  });

  it('writes each attempt in the audit log, without what was typed', async () => {
    const { email, id } = await somebody();
    await given.accounts.logIn({ email, password: 'my dog is called Bello', code: '', address });
    await given.accounts.logIn({ email: 'my dog is called Bello', password: '', code: '', address });
    const refusals = (await given.log()).filter(({ result }) => result === 'refused');
    expect(
      refusals
        .map(({ object }) => object)
        .slice(0, 2)
        .sort(),
    ).toEqual([`account:${id}`, 'account:unknown']);
    expect(JSON.stringify(refusals)).not.toContain('Bello');
  });

  it('sets a cookie that scripts cannot read, that only goes over https and that goes when the browser closes', async () => {
    const { email, code } = await somebody();
    const outcome = await given.accounts.logIn({ email, password: PASSWORD, code: code(1), address });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.value.cookie).toMatch(/; HttpOnly/);
    expect(outcome.value.cookie).toMatch(/; SameSite=Lax/);
    expect(outcome.value.cookie).toMatch(/; Secure/);
    expect(outcome.value.cookie).toMatch(/; Path=\//);
    expect(outcome.value.cookie).not.toMatch(/Max-Age|Expires/);
    expect(given.accounts.readSession(`a=b; ${outcome.value.cookie.split(';')[0] ?? ''}; c=d`)).toBe(
      outcome.value.sessionId,
    );
  });

  it('is over after logging out: the cookie is dead, whoever kept it', async () => {
    const { sessionId, actor } = await somebody();
    const { cookie } = await given.accounts.logOut(actor, sessionId);
    expect(cookieValue(cookie)).toBe('');
    expect((await given.accounts.actorOf(sessionId)).actor).toEqual({ kind: 'visitor' });
  });

  it('is over everywhere after logging out everywhere', async () => {
    const { email, code, sessionId, actor } = await somebody();
    const other = await given.accounts.logIn({ email, password: PASSWORD, code: code(1), address });
    if (!other.ok) throw new Error(other.reason);
    await given.accounts.logOutEverywhere(actor);
    for (const id of [sessionId, other.value.sessionId]) {
      expect((await given.accounts.actorOf(id)).actor).toEqual({ kind: 'visitor' });
    }
  });

  it('lasts twelve hours without use, longer with use, and never more than seven days', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T08:00:00Z') });
    const HOUR = 3_600_000;
    const alive = async (id: string) => (await given.accounts.actorOf(id)).actor.kind === 'account';
    const unused = await somebody();
    const used = await somebody();

    for (let hour = 7; hour < 7 * 24; hour += 7) {
      vi.setSystemTime(new Date(Date.parse('2027-03-01T08:00:00Z') + hour * HOUR));
      expect(await alive(used.sessionId)).toBe(true);
      if (hour === 14) expect(await alive(unused.sessionId)).toBe(false);
    }
    vi.setSystemTime(new Date('2027-03-08T08:00:00Z'));
    expect(await alive(used.sessionId)).toBe(false);
  });

  it('cannot be prolonged by changing the day in the cookie', async () => {
    const { sessionId } = await somebody();
    const later = (Date.now() + 86_400_000).toString(36) + sessionId.slice(sessionId.indexOf('.'));
    expect((await given.accounts.actorOf(later)).actor).toEqual({ kind: 'visitor' });
  });

  it.each(['', 'x', '%', "' or 1=1 --", 'a.'.repeat(5_000), '\u0000'])(
    'takes a made-up session %j for nobody',
    async (id) => {
      expect((await given.accounts.actorOf(id)).actor).toEqual({ kind: 'visitor' });
    },
  );

  it.each([null, '', 'sessie=', 'sessie=%E0%A4%A', 'sessie', '=;;=', 'other=1'])(
    'finds no session in the cookies %j',
    (header) => {
      expect(given.accounts.readSession(header)).toBeNull();
    },
  );
});

describe('the database of accounts', () => {
  it('holds no session id, no password and no secret of a link', async () => {
    await using given = await givenAccounts();
    const { sessionId, secret } = await aPerson(given, { email: 'noor@example.org' });
    const open = await given.accounts.add(
      { kind: 'system', name: 'test' },
      { email: 'b@example.org', name: '', role: 'desk', buurten: [] },
    );
    const openSecret = open.ok ? (open.value.link?.split('/').at(-1) ?? '') : '';
    const files = (await readdir(given.folder)).filter((file) => file.startsWith('professionals'));
    const bytes = Buffer.concat(await Promise.all(files.map((file) => readFile(join(given.folder, file))))).toString(
      'latin1',
    );
    expect(bytes).toContain('noor@example.org');
    for (const canary of [sessionId, sessionId.split('.')[1] ?? '', secret, openSecret, PASSWORD]) {
      expect(canary).not.toBe('');
      expect(bytes).not.toContain(canary);
    }
  });
});
