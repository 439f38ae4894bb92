import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, VISITOR, type Actor, type Grant } from '../kernel/index.ts';
import { openProfessionals, type Professionals } from '../../storage/professionals/index.ts';
import { makeAudit, type Audit } from './index.ts';

const somebody = (...grants: Grant[]): Actor => ({ kind: 'account', accountId: 'a1', name: 'Noor', grants });
const CHEF = somebody({ role: 'administrator', buurtId: null });

describe('the audit log', () => {
  let folder: string;
  let professionals: Professionals;
  let audit: Audit;
  let clock: Date;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
    professionals = openProfessionals({ sqlite: join(folder, 'professionals.sqlite') });
    await professionals.database.migrate();
    clock = new Date('2027-03-01T08:00:00Z');
    const now = () => (clock = new Date(clock.getTime() + 1_000));
    audit = makeAudit({ store: professionals.audit, now, newId });
  });
  afterEach(async () => {
    await professionals.database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const record = (count: number, buurtId: string | null = null) =>
    Array.from({ length: count }, (_, n) => n).reduce(
      (before, n) =>
        before.then(() => audit.record({ actor: CHEF, action: 'theme.publish', object: `theme:${n}`, buurtId })),
      Promise.resolve(),
    );

  it('says who did what to what, with what result, when', async () => {
    await audit.record({
      actor: CHEF,
      action: 'theme.publish',
      object: 'theme:t1',
      buurtId: 'b1',
      note: 'Schone portieken',
    });
    const page = await audit.list(CHEF);
    expect(page.ok && page.value.entries).toEqual([
      {
        id: expect.any(String) as unknown,
        at: new Date('2027-03-01T08:00:01Z'),
        actorId: 'a1',
        actorName: 'Noor',
        action: 'theme.publish',
        object: 'theme:t1',
        buurtId: 'b1',
        result: 'done',
        note: 'Schone portieken',
      },
    ]);
  });

  it.each([
    [VISITOR, 'visitor', ''],
    [{ kind: 'system', name: 'klok' } as const, 'system:klok', 'klok'],
  ])('also says so of %j', async (actor, actorId, actorName) => {
    await audit.record({ actor, action: 'session.open', object: 'account:unknown', result: 'refused' });
    const page = await audit.list(CHEF);
    expect(page).toMatchObject({ value: { entries: [{ actorId, actorName, result: 'refused' }] } });
  });

  it('keeps a note short, and never breaks a letter in two', async () => {
    await audit.record({ actor: CHEF, action: 'theme.publish', object: 'theme:t1', note: '🦆'.repeat(500) });
    const page = await audit.list(CHEF);
    expect(page).toMatchObject({ value: { entries: [{ note: '🦆'.repeat(200) }] } });
  });

  it('is read from the newest on, a page at a time, to the very first', async () => {
    await record(120);
    const seen: string[] = [];
    let before: Date | undefined;
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await audit.list(CHEF, before && { before });
      if (!page.ok) throw new Error(page.reason);
      seen.push(...page.value.entries.map(({ object }) => object));
      if (!page.value.older) break;
      before = page.value.older;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `theme:${119 - n}`));
  });

  it('is for administrators, and of one buurt for its organisers; for nobody else', async () => {
    await record(1, 'b1');
    await record(1, 'b2');
    const organiser = somebody({ role: 'organiser', buurtId: 'b1' });
    expect(await audit.list(organiser, { buurtId: 'b1' })).toMatchObject({
      ok: true,
      value: { entries: [{ buurtId: 'b1' }] },
    });
    const others = [
      VISITOR,
      somebody(),
      somebody({ role: 'desk', buurtId: null }),
      somebody({ role: 'professional', buurtId: 'b1' }),
    ];
    for (const filter of [{}, { buurtId: 'b2' }]) {
      expect(await audit.list(organiser, filter)).toEqual({ ok: false, reason: 'forbidden' });
      for (const other of others) expect(await audit.list(other, filter)).toEqual({ ok: false, reason: 'forbidden' });
    }
  });
});
