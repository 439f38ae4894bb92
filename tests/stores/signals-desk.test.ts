import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import type { SignalState, StateChange } from '../../src/domain/signals/index.ts';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

type Realm = ReturnType<typeof openSignals>;

async function given(realm: Realm, changes: Parameters<typeof aSealedSignal>[0] = {}) {
  const signal = aSealedSignal(changes);
  await realm.intakeStore.add(signal, newId());
  return signal.id;
}

const change = (id: string, from: SignalState, to: SignalState, more: Partial<StateChange> = {}): StateChange => ({
  ...{ id, from, to, turns: 0 },
  ...more,
});

const aTurn = () => ({
  ...({ by: 'desk', week: '2027-W11', keyId: 'key' } as const),
  sealedForDesk: new Uint8Array(randomBytes(60)),
  sealedForSender: new Uint8Array(randomBytes(60)),
});

/** A process of its own that decides `to` on each of these; tells which it was first at. */
function decideElsewhere(target: RealmTarget, ids: readonly string[], to: SignalState): Promise<string[]> {
  const script = join(import.meta.dirname, 'desk-worker.ts');
  const child = spawn(process.execPath, [script, JSON.stringify({ target, ids, to })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', (text) => said.push(String(text)));
  child.stderr.on('data', (text) => errors.push(String(text)));
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0 ? resolve(said.join('').split('\n').filter(Boolean)) : reject(new Error(errors.join(''))),
    ),
  );
}

onBothEngines('the desk', openSignals, (realm, target) => {
  it('reads what was sealed with its dialogue, and never a receipt', async () => {
    const signal = aSealedSignal({ week: '2001-W02' });
    await realm().intakeStore.add(signal, newId());
    await realm().deskStore.change([change(signal.id, 'new', 'asked', { says: aTurn() })]);
    const found = await realm().deskStore.find(signal.id);
    expect(found).toMatchObject({
      signal: { id: signal.id, week: '2001-W02', state: 'asked' },
      ...{ turns: [{ turn: 1, by: 'desk' }], proposal: null, hasPhoto: false },
    });
    expect(Object.keys(found?.signal ?? {})).not.toContain('receiptHash');
    expect(Buffer.from(found?.signal.sealed ?? [])).toEqual(Buffer.from(signal.sealed));
    expect(await realm().deskStore.find(newId())).toBeUndefined();
  });

  it('pages by week and then by id, each signal once', async () => {
    const ids = await Promise.all(
      ['2002-W02', '2002-W01', '2002-W01', '2002-W02', '2002-W01'].map((week) =>
        given(realm(), { week, buurtId: 'page' }),
      ),
    );
    const seen: string[] = [];
    let after: { week: string; id: string } | null = { week: '2002-W00', id: '' };
    while (after) {
      const page = await realm().deskStore.page('new', after, 2);
      const inWeeks = page.filter(({ week }) => week.startsWith('2002'));
      seen.push(...inWeeks.map(({ id }) => id));
      const last = inWeeks.at(-1);
      after = last && inWeeks.length === page.length ? { week: last.week, id: last.id } : null;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('lets the first decision count, whatever two ask at the same moment', async () => {
    const id = await given(realm());
    const both = await Promise.all([
      realm().deskStore.change([change(id, 'new', 'accepted')]),
      realm().deskStore.change([change(id, 'new', 'refused')]),
    ]);
    expect(both.toSorted()).toEqual(['done', 'stale']);
    expect(await realm().deskStore.change([change(newId(), 'new', 'refused')])).toBe('stale');
  });

  it('lets no two processes decide the same signal', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(await given(realm()));
    const [accepted, refused] = await Promise.all([
      decideElsewhere(target(), ids, 'accepted'),
      decideElsewhere(target(), ids.toReversed(), 'refused'),
    ]);
    expect([...accepted, ...refused].toSorted()).toEqual(ids.toSorted());
    for (const [state, mine] of [
      ['accepted', accepted],
      ['refused', refused],
    ] as const)
      for (const id of mine) expect((await realm().deskStore.find(id))?.signal.state).toBe(state);
  }, 120_000);

  it('is stale when something was said that the desk did not see, and then writes nothing', async () => {
    const id = await given(realm());
    await realm().deskStore.change([change(id, 'new', 'asked', { says: aTurn() })]);
    expect(await realm().deskStore.change([change(id, 'asked', 'refused', { says: aTurn() })])).toBe('stale');
    const found = await realm().deskStore.find(id);
    expect(found?.signal.state).toBe('asked');
    expect(found?.turns).toHaveLength(1);
    const answer = change(id, 'asked', 'asked', { turns: 1, says: aTurn() });
    expect(
      (await Promise.all([realm().deskStore.change([answer]), realm().deskStore.change([answer])])).toSorted(),
    ).toEqual(['done', 'stale']);
  });

  it('changes all of a group or none', async () => {
    const [one, other] = [await given(realm()), await given(realm())];
    await realm().deskStore.change([change(other, 'new', 'accepted')]);
    const both = [one, other].map((id) => change(id, 'new', 'duplicate', { turns: null }));
    expect(await realm().deskStore.change(both)).toBe('stale');
    expect((await realm().deskStore.find(one))?.signal.state).toBe('new');
  });

  it('ends a proposal with the decision of somebody else, and only with the one that they saw', async () => {
    const id = await given(realm());
    const proposal = { decision: 'accepted', mark: 'first' } as const;
    await realm().deskStore.change([change(id, 'new', 'proposed', { proposal })]);
    const agree = (agreesWith: StateChange['agreesWith']) =>
      realm().deskStore.change([change(id, 'proposed', 'accepted', agreesWith ? { agreesWith } : {})]);
    expect(await agree({ decision: 'accepted', mark: 'another' })).toBe('stale');
    expect(await agree({ decision: 'refused', mark: 'first' })).toBe('stale');
    expect((await realm().deskStore.find(id))?.proposal).toEqual(proposal);
    expect(await agree(proposal)).toBe('done');
    expect(await realm().deskStore.find(id)).toMatchObject({ signal: { state: 'accepted' }, proposal: null });
  });

  it('P9: replaces what was read, and only that; afterwards the original is not in any row', async () => {
    const photo = new Uint8Array(randomBytes(500));
    const id = await given(realm(), { photo });
    const was = (await realm().deskStore.find(id))?.signal.sealed ?? new Uint8Array();
    const now = { sealed: new Uint8Array(randomBytes(80)), keyId: 'key' };
    const black = { sealed: new Uint8Array(randomBytes(90)), keyId: 'key' };
    const replacement = { id, content: { was, now }, photo: { was: photo, now: black } };
    const both = await Promise.all([realm().deskStore.replace(replacement), realm().deskStore.replace(replacement)]);
    expect(both.toSorted()).toEqual(['done', 'stale']);
    await realm().deskStore.wipe();
    expect(Buffer.from((await realm().deskStore.find(id))?.signal.sealed ?? [])).toEqual(Buffer.from(now.sealed));
    expect(Buffer.from((await realm().deskStore.photo(id))?.sealed ?? [])).toEqual(Buffer.from(black.sealed));
    expect(await realm().deskStore.replace({ id, photo: { was: black.sealed, now: null } })).toBe('done');
    expect(await realm().deskStore.photo(id)).toBeUndefined();
  });

  it('counts bursts by place and week, and confirms only what the desk saw', async () => {
    const buurtId = newId();
    const place = { buurtId, cell: null, week: '2003-W01' };
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await given(realm(), place));
    await given(realm(), { ...place, cell: 'r1-1' });
    for (const id of ids.slice(0, 4)) await realm().deskStore.change([change(id, 'new', 'accepted')]);
    const mine = async () => (await realm().deskStore.bursts(5)).filter((burst) => burst.buurtId === buurtId);
    expect(await mine()).toEqual([{ ...place, counted: 4, waiting: 1, confirmed: 0 }]);
    expect(await realm().deskStore.confirmBurst({ ...place, counted: 5 }, 5)).toBe('stale');
    expect(await realm().deskStore.confirmBurst({ ...place, counted: 4 }, 4)).toBe('done');
    expect(await realm().deskStore.confirmBurst({ ...place, counted: 4 }, 3)).toBe('done');
    expect(await mine()).toMatchObject([{ confirmed: 3 }]);
  });
});
