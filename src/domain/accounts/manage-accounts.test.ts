import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aPerson,
  givenAccounts,
  PASSWORD,
  SYSTEM,
  type GivenAccounts,
} from '../../../tests/accounts/given-accounts.ts';
import { aPostgresDatabase } from '../../../tests/postgres.ts';
import { VISITOR } from '../kernel/index.ts';

const NEW_PASSWORD = 'vier bakfietsen in de gracht';
const no = (reason: string) => ({ ok: false, reason });

describe.each(['sqlite', 'postgres'] as const)('accounts, on %s', (engine) => {
  let url: string | undefined;
  let given: GivenAccounts;
  beforeAll(async () => {
    url = engine === 'postgres' ? await aPostgresDatabase() : undefined;
  });
  beforeEach(async () => {
    given = await givenAccounts(url);
    for (const { id } of await given.professionals.accounts.list()) await given.professionals.accounts.remove(id);
  });
  afterEach(() => given[Symbol.asyncDispose]());

  const administrator = () => aPerson(given, { email: 'chef@example.org' });
  const organiser = () => aPerson(given, { email: 'noor@example.org', role: 'organiser', buurten: ['h-buurt'] });
  const grantsOf = async (email: string) => (await given.professionals.accounts.findByEmail(email))?.grants;

  it('give an organiser the buurten that were named, and nothing else', async () => {
    const { actor } = await organiser();
    expect(actor).toMatchObject({ grants: [{ role: 'organiser', buurtId: given.buurten['h-buurt'] }] });
  });

  it('get one role more when somebody is added again, and the same role once', async () => {
    const { id } = await organiser();
    const again = {
      email: 'NOOR@example.org',
      name: 'Somebody else',
      role: 'organiser',
      buurten: ['rijnbuurt', 'h-buurt'],
    };
    expect(await given.accounts.add(SYSTEM, again)).toEqual({
      ok: true,
      value: { accountId: id, link: null, isNew: false },
    });
    await given.accounts.add(SYSTEM, again);
    expect(await grantsOf('noor@example.org')).toEqual([
      { role: 'organiser', buurtId: given.buurten['h-buurt'] },
      { role: 'organiser', buurtId: given.buurten.rijnbuurt },
    ]);
  });

  it('keep both roles when two are given at the same moment', async () => {
    await organiser();
    const roles = ['desk', 'administrator'];
    await Promise.all(
      roles.map((role) => given.accounts.add(SYSTEM, { email: 'noor@example.org', name: '', role, buurten: [] })),
    );
    expect((await grantsOf('noor@example.org'))?.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'desk',
      'organiser',
    ]);
  });

  it.each([
    [{ email: 'no address' }, 'bad-email'],
    [{ email: 'noor@example.org\nBcc: x@example.org' }, 'bad-email'],
    [{ role: 'king' }, 'unknown-role'],
    [{ role: 'organiser', buurten: [] }, 'buurt-missing'],
    [{ role: 'desk', buurten: ['h-buurt'] }, 'buurt-not-asked'],
    [{ name: 'x'.repeat(81) }, 'name-too-long'],
  ])('are refused with %j, because of %s', async (change, reason) => {
    const asked = { email: 'noor@example.org', name: '', role: 'desk', buurten: [], ...change };
    expect(await given.accounts.add(SYSTEM, asked)).toEqual(no(reason));
    expect(await given.professionals.accounts.count()).toBe(0);
  });

  it('say which buurten there are when one is not', async () => {
    const asked = { email: 'noor@example.org', name: '', role: 'organiser', buurten: ['h-buurt', 'nergens'] };
    expect(await given.accounts.add(SYSTEM, asked)).toEqual({
      ...no('unknown-buurt'),
      unknown: ['nergens'],
      known: expect.arrayContaining(['h-buurt', 'rijnbuurt']) as unknown,
    });
  });

  it('are seen and changed by administrators only', async () => {
    const { actor, id } = await organiser();
    const grant = { role: 'organiser', buurtId: given.buurten['h-buurt'] } as const;
    const desk = await aPerson(given, { email: 'desk@example.org', role: 'desk' });
    for (const who of [VISITOR, actor, desk.actor]) {
      const asked = { email: 'noor@example.org', name: '', role: 'administrator', buurten: [] };
      expect(await given.accounts.list(who)).toEqual(no('forbidden'));
      expect(await given.accounts.add(who, asked)).toEqual(no('forbidden'));
      expect(await given.accounts.renewInvitation(who, id)).toEqual(no('forbidden'));
      expect(await given.accounts.removeGrant(who, { accountId: id, grant })).toEqual(no('forbidden'));
      expect(await given.accounts.remove(who, id)).toEqual(no('forbidden'));
    }
    expect(await grantsOf('noor@example.org')).toHaveLength(1);
  });

  it('are shown without anything to log in with', async () => {
    const { actor } = await administrator();
    const list = await given.accounts.list(actor);
    expect(list).toMatchObject({ ok: true, value: [{ email: 'chef@example.org', active: true }] });
    expect(JSON.stringify(list)).not.toMatch(/argon2|secret/i);
  });

  it('lose a role at once, also in a session that is open', async () => {
    const chef = await administrator();
    const { id, sessionId } = await organiser();
    const grant = { role: 'organiser', buurtId: given.buurten['h-buurt'] } as const;
    expect(await given.accounts.removeGrant(chef.actor, { accountId: id, grant })).toEqual({ ok: true, value: null });
    expect((await given.accounts.actorOf(sessionId)).actor).toMatchObject({ kind: 'account', grants: [] });
  });

  it('end their sessions when they are removed', async () => {
    const chef = await administrator();
    const { id, sessionId } = await organiser();
    expect(await given.accounts.remove(chef.actor, id)).toEqual({ ok: true, value: null });
    expect((await given.accounts.actorOf(sessionId)).actor).toEqual(VISITOR);
    expect(await given.accounts.remove(chef.actor, id)).toEqual(no('unknown'));
  });

  it('always keep an administrator who can log in', async () => {
    const { actor, id } = await administrator();
    await given.accounts.add(SYSTEM, { email: 'invited@example.org', name: '', role: 'administrator', buurten: [] });
    const grant = { role: 'administrator', buurtId: null } as const;
    expect(await given.accounts.removeGrant(actor, { accountId: id, grant })).toEqual(no('last-administrator'));
    expect(await given.accounts.remove(actor, id)).toEqual(no('last-administrator'));
    await aPerson(given, { email: 'second@example.org' });
    expect(await given.accounts.remove(actor, id)).toEqual({ ok: true, value: null });
  });

  it('get another password when the present one is given, and other devices are logged out', async () => {
    const { actor, email, sessionId, code } = await organiser();
    const changed = await given.accounts.changePassword(actor, { current: PASSWORD, password: NEW_PASSWORD });
    if (!changed.ok) throw new Error(changed.reason);
    expect((await given.accounts.actorOf(sessionId)).actor).toEqual(VISITOR);
    expect((await given.accounts.actorOf(changed.value.sessionId)).actor).toEqual(actor);
    const attempt = { email, code: code(1), address: '192.0.2.1' };
    expect((await given.accounts.logIn({ ...attempt, password: PASSWORD })).ok).toBe(false);
    expect((await given.accounts.logIn({ ...attempt, password: NEW_PASSWORD })).ok).toBe(true);
  });

  it('keep their password when the new one or the present one is not right', async () => {
    const { actor } = await organiser();
    const change = (current: string, password: string) => given.accounts.changePassword(actor, { current, password });
    expect(await change('something else', NEW_PASSWORD)).toEqual(no('wrong-password'));
    expect(await change(PASSWORD, 'kort')).toEqual(no('too-short'));
    expect(await change(PASSWORD, 'noor@example.org')).toEqual(no('own-address'));
    expect(await given.accounts.changePassword(VISITOR, { current: PASSWORD, password: NEW_PASSWORD })).toEqual(
      no('forbidden'),
    );
    for (let n = 0; n < 5; n += 1) await change('something else', NEW_PASSWORD);
    expect(await change(PASSWORD, NEW_PASSWORD)).toMatchObject(no('too-many'));
  });

  it('write every change in the audit log: who, what, to whom', async () => {
    const chef = await administrator();
    const { id } = await organiser();
    await given.accounts.remove(chef.actor, id);
    const [newest, ...before] = await given.log();
    expect(newest).toMatchObject({
      actorId: chef.id,
      action: 'account.remove',
      object: `account:${id}`,
      result: 'done',
    });
    expect(before.find(({ action, object }) => action === 'account.add' && object === `account:${id}`)).toMatchObject({
      actorId: 'system:test',
      buurtId: given.buurten['h-buurt'],
      note: 'organiser',
    });
    expect(JSON.stringify(before)).not.toContain('example.org');
  });
});
