import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { anAccount } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const NOW = new Date('2027-02-01T10:00:00.000Z');
const before = new Date(NOW.getTime() - 1);
const after = new Date(NOW.getTime() + 1);

onBothEngines('accounts', openProfessionals, (realm) => {
  async function givenAccount(changes: Parameters<typeof anAccount>[0] = {}) {
    const account = anAccount(changes);
    await realm().accounts.save(account);
    return account;
  }
  async function givenInvitation(expiresAt = after) {
    const account = await givenAccount();
    const invitation = { secretHash: newId(), accountId: account.id, expiresAt };
    await realm().accounts.invite(invitation);
    return { account, invitation };
  }
  const secrets = { passwordHash: '$argon2id$1', totpSecret: 'BASE32', totpStep: 100 };

  it('gives back an account with its grants', async () => {
    const grants = [
      { role: 'organiser', buurtId: 'lindebuurt' },
      { role: 'desk', buurtId: null },
    ] as const;
    const account = await givenAccount({ grants });
    expect(await realm().accounts.get(account.id)).toEqual(account);
    expect(await realm().accounts.list()).toContainEqual(account);
    expect(await realm().accounts.get('unknown')).toBeUndefined();
  });

  it('finds an account whatever the case of its address, and refuses a second one', async () => {
    const account = await givenAccount({ email: `Samira-${newId()}@Example.org` });
    expect(await realm().accounts.findByEmail(` ${account.email.toUpperCase()}`)).toEqual(account);
    const count = await realm().accounts.count();
    await expect(realm().accounts.save(anAccount({ email: account.email.toLowerCase() }))).rejects.toThrow();
    expect(await realm().accounts.count()).toBe(count);
  });

  it('lets two changes at once both hold', async () => {
    const { id } = await givenAccount();
    await Promise.all([
      realm().accounts.change(id, (account) => ({ ...account, name: 'Nieuwe naam' })),
      realm().accounts.change(id, (account) => ({ ...account, passwordHash: 'new' })),
    ]);
    expect(await realm().accounts.get(id)).toMatchObject({ name: 'Nieuwe naam', passwordHash: 'new' });
    expect(await realm().accounts.change('unknown', (account) => account)).toBeUndefined();
  });

  it('knows an invitation until it ends or another one comes', async () => {
    const { invitation } = await givenInvitation();
    expect(await realm().accounts.invitation(invitation.secretHash, NOW)).toEqual(invitation);
    expect(await realm().accounts.invitation(invitation.secretHash, after)).toBeUndefined();
    await realm().accounts.invite({ ...invitation, secretHash: newId() });
    expect(await realm().accounts.invitation(invitation.secretHash, NOW)).toBeUndefined();
  });

  it('lets an invitation be used once, also by two at the same moment', async () => {
    const { account, invitation } = await givenInvitation();
    const accept = () => realm().accounts.accept(invitation.secretHash, NOW, secrets);
    expect((await Promise.all([accept(), accept()])).sort()).toEqual([false, true]);
    expect(await realm().accounts.get(account.id)).toEqual({
      ...account,
      passwordHash: '$argon2id$1',
      totpSecret: 'BASE32',
      totpLastStep: 100,
    });
  });

  it('refuses an invitation that is over', async () => {
    const { account, invitation } = await givenInvitation(before);
    expect(await realm().accounts.accept(invitation.secretHash, NOW, secrets)).toBe(false);
    expect(await realm().accounts.get(account.id)).toEqual(account);
  });

  it('lets a code of the second factor be used once, and none before it', async () => {
    const { id } = await givenAccount();
    const use = (step: number) => realm().accounts.useTotpStep(id, step);
    expect((await Promise.all([use(50), use(50)])).sort()).toEqual([false, true]);
    expect([await use(49), await use(51), await realm().accounts.useTotpStep('unknown', 1)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('removes an account with all that leads to it', async () => {
    const { account, invitation } = await givenInvitation();
    const session = { id: newId(), userId: account.id, expiresAt: after, attributes: {} };
    await realm().sessionAdapter.setSession(session);
    await realm().accounts.remove(account.id);
    expect(await realm().accounts.get(account.id)).toBeUndefined();
    expect(await realm().accounts.invitation(invitation.secretHash, NOW)).toBeUndefined();
    expect(await realm().sessionAdapter.getSessionAndUser(session.id)).toEqual([null, null]);
  });
});
