import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { aLetter, anAccount } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const at = (hours: number) => new Date(Date.parse('2027-03-22T08:00:00.000Z') + hours * 3_600_000);
const open = (target: Parameters<typeof openProfessionals>[0]) => openProfessionals(target, { now: () => at(0) });

onBothEngines('the post to organisers', open, (realm) => {
  async function anOrganiser(): Promise<string> {
    const account = anAccount({ email: `${newId()}@example.org` });
    await realm().accounts.save(account);
    return account.id;
  }
  const about = (accountId: string, fact: string) => {
    const letter = aLetter({ to: `${accountId}@example.org` });
    return { accountId, kind: 'report-due-3', fact, letter, notAfter: at(96) };
  };
  const due = async (hours: number) =>
    (await realm().outbox.claim(at(hours), 100, 60_000)).map(({ letter }) => letter.to);

  it('keeps one letter for each fact, whoever asks again', async () => {
    const [one, other] = [await anOrganiser(), await anOrganiser()];
    const [fact, another] = [newId(), newId()];
    expect(await realm().organiserPost.file([about(one, fact)])).toBe(1);
    expect(await realm().organiserPost.file([about(one, fact), about(other, another)])).toBe(1);
    const twice = newId();
    const filed = await Promise.all([1, 2, 3].map(() => realm().organiserPost.file([about(one, twice)])));
    expect(filed.toSorted()).toEqual([0, 0, 1]);
    expect(await realm().organiserPost.file([])).toBe(0);
    expect((await due(1)).toSorted()).toEqual([one, one, other].map((id) => `${id}@example.org`).toSorted());
  });

  it('sends nothing to an account that is gone, nor what is of no use any more', async () => {
    const gone = await anOrganiser();
    await realm().organiserPost.file([about(gone, newId())]);
    await realm().accounts.remove(gone);
    await realm().organiserPost.file([about(await anOrganiser(), newId())]);
    expect(await due(96)).toEqual([]);
  });

  it('forgets what is old', async () => {
    const fact = newId();
    const organiser = await anOrganiser();
    await realm().organiserPost.file([about(organiser, fact)]);
    await realm().organiserPost.forget(at(0));
    expect(await realm().organiserPost.file([about(organiser, fact)])).toBe(0);
    await realm().organiserPost.forget(at(1));
    expect(await realm().organiserPost.file([about(organiser, fact)])).toBe(1);
  });
});
