import { expect, it } from 'vitest';
import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { anAccount } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const LATER = new Date('2100-01-01T00:00:00.000Z');
const LONG_AGO = new Date('2001-01-01T00:00:00.000Z');

onBothEngines('sessions', openProfessionals, (realm) => {
  async function givenSession(expiresAt = LATER) {
    const account = anAccount();
    await realm().accounts.save(account);
    const session = { id: newSecret(), userId: account.id, expiresAt, attributes: {} };
    await realm().sessionAdapter.setSession(session);
    return session;
  }
  const find = (id: string) => realm().sessionAdapter.getSessionAndUser(id);

  it('finds a session by the id in the cookie', async () => {
    const session = await givenSession();
    expect(await find(session.id)).toEqual([session, { id: session.userId, attributes: {} }]);
    expect(await find(newSecret())).toEqual([null, null]);
  });

  it('stores nothing from which that id can be had', async () => {
    const session = await givenSession();
    const { db, t } = realm().database.read;
    expect(JSON.stringify(await db.select().from(t.sessions))).not.toContain(session.id);
    const [stored] = await realm().sessionAdapter.getUserSessions(session.userId);
    expect(await find(stored?.id ?? '')).toEqual([null, null]);
  });

  it('prolongs a session', async () => {
    const session = await givenSession();
    const later = new Date('2101-01-01T00:00:00.000Z');
    await realm().sessionAdapter.updateSessionExpiration(session.id, later);
    expect((await find(session.id))[0]?.expiresAt).toEqual(later);
  });

  it('ends one session, or all of an account', async () => {
    const [one, other] = [await givenSession(), await givenSession()];
    const second = { ...other, id: newId() };
    await realm().sessionAdapter.setSession(second);
    await realm().sessionAdapter.deleteSession(one.id);
    expect(await find(one.id)).toEqual([null, null]);
    expect(await realm().sessionAdapter.getUserSessions(other.userId)).toHaveLength(2);
    await realm().sessionAdapter.deleteUserSessions(other.userId);
    expect(await find(second.id)).toEqual([null, null]);
  });

  it('deletes what is over, and only that', async () => {
    const [over, current] = [await givenSession(LONG_AGO), await givenSession()];
    await realm().sessionAdapter.deleteExpiredSessions();
    expect(await find(over.id)).toEqual([null, null]);
    expect((await find(current.id))[0]).not.toBeNull();
  });

  it('refuses a session of nobody', async () => {
    const session = { id: newSecret(), userId: newId(), expiresAt: LATER, attributes: {} };
    await expect(realm().sessionAdapter.setSession(session)).rejects.toThrow();
  });
});
