import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeBuurten } from '../../src/domain/buurten/index.ts';
import { makeHomes } from '../../src/domain/homes/index.ts';
import { newId, newSecret, type Actor, type Deed, type Grant } from '../../src/domain/kernel/index.ts';
import {
  makeCellsOf,
  makeSignals,
  newPassphrase,
  openContent,
  type SignalContent,
  type SignalForm,
  type Signals,
  type SignalsNeeds,
} from '../../src/domain/signals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aBuurt, anArea, aTheme } from '../factories/index.ts';

export const anActor = (name: string, ...grants: Grant[]): Actor & { kind: 'account' } => ({
  kind: 'account',
  accountId: name,
  name,
  grants,
});

/** Whoever has the machine: a task. */
export const THE_TASK: Actor = { kind: 'system', name: 'taak' };
/** Takes no time, and keeps nobody out: for tests only. */
export const CHEAP = { memory: 64, passes: 1 };
/** The log-in session in which the desk of `givenSignals` is open. */
export const SESSION = 'the session of the desk';

type Realm = ReturnType<typeof openSignals>;

/** Everything that makeSignals needs but stores, buurten, homes, themes and releases. */
export const usualNeeds = {
  now: () => new Date('2027-03-18T13:37:42.123Z'),
  newId,
  record: () => Promise.resolve(),
  secretKey: 'a secret key of only this test, long enough',
  wrapCost: CHEAP,
  threshold: 5,
  signalBurst: 5,
  minAddresses: 8,
  secondApprover: false,
  keepWeeks: 26,
  signalsPerHour: 100_000,
  slowSignalsPerHour: 100_000,
  signalsWaiting: 100_000,
  minFreeMegabytes: 0,
  freeMegabytes: () => Promise.resolve(100_000),
} as const satisfies Partial<SignalsNeeds>;

/** Two realms in a folder that is gone when the test is. */
async function givenRealms() {
  const folder = await mkdtemp(join(tmpdir(), 'signals-'));
  const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
  const realm = openSignals({ sqlite: join(folder, 'signals.sqlite') });
  await Promise.all([published.database.migrate(), realm.database.migrate()]);
  onTestFinished(async () => {
    await published.database[Symbol.asyncDispose]();
    await realm.database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  return { folder, published, realm };
}

/** Two buurten, one with an outline, a theme and homes enough in every square of the grid. */
async function givenBuurten(published: ReturnType<typeof openPublished>) {
  const area = anArea();
  const buurt = aBuurt({ slug: 'lindebuurt', places: [{ name: 'Het plein', lon: 4.955, lat: 52.315 }] });
  const elsewhere = aBuurt({ slug: 'eikenbuurt', name: 'Eikenbuurt', areaCodes: [], places: [] });
  const theme = aTheme({ buurtId: buurt.id, slug: 'schone-portieken' });
  await published.areas.storeAll([area]);
  for (const each of [buurt, elsewhere]) await published.buurten.save(each, '');
  await published.themes.save(theme, '');
  return { area, buurt, elsewhere, theme };
}

/** So many homes in every square of the buurt that its cells are as small as they can be. */
async function fillWithHomes(published: ReturnType<typeof openPublished>, area: ReturnType<typeof anArea>) {
  const cellsOf = makeCellsOf({ homes: makeHomes(published), minAddresses: 8 });
  const { squares } = await cellsOf({ shape: area.geometry });
  const counts = Object.keys(squares).map((key) => ({ place: `r${key}`, count: 10_000 }));
  await published.homes.storeAll({ source: 'Telling van de test', counts });
}

/** What the desk would read, with its keys: every signal that is stored. */
async function readSealed(realm: Realm, signals: Signals): Promise<(SignalContent & { readonly id: string })[]> {
  const pairs = signals.keys.pairs(SESSION);
  const rows = await realm.database.read.db.select().from(realm.database.read.t.signals);
  return rows.flatMap(({ id, sealed, keyId }) => {
    const pair = pairs?.get(keyId ?? '');
    const content = sealed !== null && pair ? openContent(sealed, pair) : undefined;
    return content ? [{ id, ...content }] : [];
  });
}

const DESK = anActor('Dina', { role: 'desk', buurtId: null });

/**
 * The signals of a portal in a folder that is gone when the test is: two buurten (one with a theme and a grid of cells), a desk
 * key, and a desk that has opened it in SESSION. `noKey`: the desk has no key yet.
 */
export async function givenSignals({
  noKey = false,
  ...changes
}: Partial<SignalsNeeds> & { readonly noKey?: boolean } = {}) {
  const { folder, published, realm } = await givenRealms();
  const { area, buurt, elsewhere, theme } = await givenBuurten(published);
  await fillWithHomes(published, area);
  const clock = { now: usualNeeds.now() };
  const acts: Deed[] = [];
  const { database: _database, ...stores } = realm;
  const needs: SignalsNeeds = {
    ...usualNeeds,
    ...stores,
    buurten: makeBuurten(published),
    homes: makeHomes(published),
    themes: published.themes,
    releases: published.releases,
    record: (act) => Promise.resolve(void acts.push(act)),
    now: () => clock.now,
    ...changes,
  };
  const signals = makeSignals(needs);
  const passphrase = newPassphrase();
  if (!noKey) {
    await signals.keys.make(THE_TASK, { passphrase });
    await signals.keys.open(DESK, SESSION, passphrase);
  }
  const form = (typed: Partial<SignalForm> = {}): SignalForm => ({
    ...{ buurt: buurt.slug, kind: 'feeling', text: 'Bij het plein voel ik me thuis.', theme: theme.slug, cell: null },
    ...{ photo: null, channel: 'web', lane: 'fast', answers: [] },
    ...typed,
  });

  return {
    ...{ folder, published, realm, area, buurt, elsewhere, theme, clock, acts, needs, signals, form, passphrase },
    cells: (await signals.intake.offer(buurt.slug))?.cells ?? [],
    /** Sends it as the check page does; gives the receipt. */
    send: async (typed: Partial<SignalForm> = {}) => {
      const sent = await signals.intake.send(form(typed), newSecret());
      if (!sent.ok) throw new Error(sent.reason);
      return sent.value.receipt;
    },
    /** What is stored, opened with the key of the desk. */
    read: () => readSealed(realm, signals),
    desk: DESK,
    session: SESSION,
    others: {
      'a visitor': { kind: 'visitor' },
      'an administrator': anActor('Aad', { role: 'administrator', buurtId: null }),
      'an organiser': anActor('Samira', { role: 'organiser', buurtId: buurt.id }),
      'an interviewer': anActor('Ilse', { role: 'interviewer', buurtId: null }),
      'a professional': anActor('Pim', { role: 'professional', buurtId: buurt.id }),
      'the portal itself': { kind: 'system', name: 'clock' },
    } as const satisfies Record<string, Actor>,
  };
}

/** A random id of nobody. */
export const anUnknownId = newId;
