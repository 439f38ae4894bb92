import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { dayOf } from '../domain/kernel/index.ts';
import { reportStanding, signUpWindow, type Meeting } from '../domain/meetings/index.ts';
import type { Actor } from '../domain/kernel/index.ts';
import { loadSample, type SampleLoaded } from './load-sample.ts';

describe('the sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const config = readConfig({ DATA_DIR: folder });
  let loaded: (SampleLoaded | null)[];
  let app: App;
  /** How many buurten there were, at each look while it was being loaded. */
  const seen = new Set<number>();

  beforeAll(async () => {
    app = openApp(config);
    await app.migrate();
    const looking = setInterval(() => void app.buurten.list().then(({ length }) => seen.add(length)), 20);
    loaded = await Promise.all([loadSample(config), loadSample(config)]);
    clearInterval(looking);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const theBuurt = async (slug: string) => {
    const buurt = await app.buurten.find(slug);
    if (!buurt) throw new Error(`The sample has no ${slug}.`);
    return buurt;
  };

  it('is loaded once when two servers start together', async () => {
    expect(loaded.filter((one) => one !== null)).toHaveLength(1);
    expect(loaded.filter((one) => one === null)).toHaveLength(1);
    expect((await app.buurten.list()).map(({ slug }) => slug)).toEqual([
      'amsterdamse-poort',
      'de-punt',
      'h-buurt',
      'kolenkitbuurt',
      'rijnbuurt-west',
    ]);
    expect(await loadSample(config)).toBeNull();
  });

  it('is there as a whole or not at all: a start that is cut off leaves no half of it', () => {
    expect([...seen].filter((count) => count !== 0 && count !== 5)).toEqual([]);
    expect(seen).toContain(0);
  });

  it('says of every buurt that it is a sample', async () => {
    expect((await app.buurten.list()).every(({ sample }) => sample)).toBe(true);
  });

  it('shows a late promise, a silent one, and one that was kept', async () => {
    const { id } = await theBuurt('h-buurt');
    const standings = (await app.interventions.list(id)).map((one) => app.interventions.standing(one));
    expect(standings.map(({ lateByDays }) => lateByDays)).toContain(21);
    expect(standings.map(({ silentForDays }) => silentForDays)).toContain(74);
    expect(standings.map(({ state }) => state)).toContain('done');
  });

  it('announces meetings that are still to come, and has one behind it', async () => {
    const { id } = await theBuurt('h-buurt');
    const upcoming = await app.meetings.listUpcoming(id);
    expect(upcoming.every(({ startsAt }) => startsAt > new Date())).toBe(true);
    expect(upcoming).toHaveLength(2);
    expect(await app.meetings.listPast(5, id)).toHaveLength(1);
  });

  it('shows a meeting that one can join from home, and one of which sign-up is still to open', async () => {
    const upcoming = await app.meetings.listUpcoming();
    expect(upcoming.some(({ online }) => online)).toBe(true);
    expect(upcoming.map((meeting) => signUpWindow(meeting, new Date()))).toContain('not-yet');
    expect(upcoming.map((meeting) => signUpWindow(meeting, new Date()))).toContain('open');
    const translated = upcoming.map(({ translations }) => translations.map(({ language }) => language));
    expect(translated).toContainEqual(['en', 'ar', 'tr']);
  });

  it('has coffee every first Tuesday, announced in one go', async () => {
    const { id } = await theBuurt('rijnbuurt-west');
    const one = (await app.meetings.listUpcoming(id)).find(({ series }) => series !== null);
    const days = (await app.meetings.listSeries(one?.series ?? '')).map(({ startsAt }) => dayOf(startsAt));
    expect(days).toHaveLength(4);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(4);
    for (const day of days) {
      expect(new Date(`${day}T12:00Z`).getUTCDay()).toBe(2);
      expect(Number(day.slice(-2))).toBeLessThanOrEqual(7);
    }
  });

  it('has a report with what became an intervention, one that is still to come, and one that is late', async () => {
    const standing = (meeting: Meeting, published: boolean) =>
      reportStanding(meeting, { published, withinDays: app.site.reportWithinDays, now: new Date() }).kind;
    const awaited = (await app.meetings.listAwaitingReport()).map((meeting) => standing(meeting, false));
    expect(awaited).toEqual(['expected', 'late']);
    const { id } = await theBuurt('h-buurt');
    const [report] = await app.meetings.listReports(id);
    const interventions = (await app.interventions.list(id)).map((one) => one.id);
    const became = report?.agreements.flatMap(({ interventionId }) => interventionId ?? []) ?? [];
    expect(became).toHaveLength(2);
    expect(interventions).toEqual(expect.arrayContaining(became));
    expect(report?.agreements.map(({ done }) => done)).toEqual([false, false, true]);
  });

  it('has counts of signals from the threshold on, and none below', async () => {
    const { id } = await theBuurt('h-buurt');
    const { counts = [] } = (await app.releases.latest(id)) ?? {};
    expect(counts.every((one) => one.class.from >= app.site.signalThreshold)).toBe(true);
    expect(counts.filter(({ group }) => group.by === 'kind')).toHaveLength(3);
    expect(counts.filter(({ group }) => group.by === 'cell')).toHaveLength(3);
  });

  it('P5: seals its signals too: they open with the passphrase that is told once, and with nothing else', async () => {
    const desk: Actor = { kind: 'account', accountId: 'D', name: 'D', grants: [{ role: 'desk', buurtId: null }] };
    const [told] = loaded.filter((one) => one !== null);
    const { keys, desk: theDesk } = app.signals;
    expect(await keys.open(desk, 'a session', 'niet de goede wachtzin')).toMatchObject({ reason: 'wrong' });
    expect(await keys.open(desk, 'a session', told?.passphrase ?? '')).toMatchObject({ ok: true, value: { keys: 1 } });
    const released = await theDesk.queue(desk, 'a session', { state: 'released', after: null });
    expect(released.ok && released.value.entries.length).toBeGreaterThan(10);
    keys.close('a session');
  });

  it('leaves the key of a desk that has one already as the one to seal to', async () => {
    const [own, place] = [mkdtempSync(join(tmpdir(), 'sample-key-')), 'vier losse woorden samen'];
    const other = readConfig({ DATA_DIR: own });
    const portal = openApp(other);
    await portal.migrate();
    await portal.signals.keys.make({ kind: 'system', name: 'taak' }, { passphrase: place });
    const before = await portal.signals.keys.activeKey();
    expect(await loadSample(other)).not.toBeNull();
    expect(await portal.signals.keys.activeKey()).toEqual(before);
    await portal.close();
    rmSync(own, { recursive: true });
  }, 60_000);

  it('has a history that lies before today', async () => {
    const { id } = await theBuurt('h-buurt');
    const days = (await app.updates.list(id, 10)).map(({ publishedAt }) => dayOf(publishedAt));
    expect(days).toEqual(days.toSorted().reverse());
    expect(days.every((day) => day < dayOf(new Date()))).toBe(true);
  });

  it('has figures with their source for each buurt', async () => {
    for (const buurt of await app.buurten.list()) {
      const rows = await app.figures.key(buurt);
      expect(rows.map(({ source }) => source?.publisher)).not.toContain(undefined);
    }
  });
});
