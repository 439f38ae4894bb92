import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeBuurten } from '../../src/domain/buurten/index.ts';
import { newId, type Actor, type Deed, type Grant } from '../../src/domain/kernel/index.ts';
import { gridCells, makeSignals, type SignalForm, type SignalsNeeds } from '../../src/domain/signals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aBuurt, anArea, aTheme } from '../factories/index.ts';

const anActor = (name: string, ...grants: Grant[]): Actor => ({ kind: 'account', accountId: name, name, grants });

/** Two buurten, one with a theme; a signals realm and a published realm in a folder that is gone when the test is. */
export async function givenSignals(changes: Partial<SignalsNeeds> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'signals-'));
  const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
  const realm = openSignals({ sqlite: join(folder, 'signals.sqlite') });
  await Promise.all([published.database.migrate(), realm.database.migrate()]);
  onTestFinished(async () => {
    await published.database[Symbol.asyncDispose]();
    await realm.database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const area = anArea();
  const buurt = aBuurt({ slug: 'lindebuurt', places: [{ name: 'Het plein', lon: 4.955, lat: 52.315 }] });
  const elsewhere = aBuurt({ slug: 'eikenbuurt', name: 'Eikenbuurt', areaCodes: [], places: [] });
  const theme = aTheme({ buurtId: buurt.id, slug: 'schone-portieken' });
  await published.areas.storeAll([area]);
  for (const each of [buurt, elsewhere]) await published.buurten.save(each, '');
  await published.themes.save(theme, '');

  const clock = { now: new Date('2027-03-18T13:37:42.123Z') };
  const acts: Deed[] = [];
  const needs: SignalsNeeds = {
    store: realm.signals,
    buurten: makeBuurten(published),
    themes: published.themes,
    responses: published.responses,
    record: (act) => Promise.resolve(void acts.push(act)),
    now: () => clock.now,
    secretKey: 'a secret key of only this test, long enough',
    threshold: 5,
    ...changes,
  };
  const signals = makeSignals(needs);
  const form = (typed: Partial<SignalForm> = {}): SignalForm => ({
    ...{ buurt: buurt.slug, kind: 'feeling', text: 'Bij het plein voel ik me thuis.', theme: theme.slug, cell: null },
    ...typed,
  });

  return {
    ...{ folder, published, realm, buurt, elsewhere, theme, clock, acts, needs, signals, form },
    cells: gridCells(area.geometry),
    /** Sends it as the check page does; gives the receipt. */
    send: async (typed: Partial<SignalForm> = {}) => {
      const sent = await signals.send(form(typed), signals.newFormToken());
      if (!sent.ok) throw new Error(sent.reason);
      return sent.value.receipt;
    },
    desk: anActor('Dina', { role: 'desk', buurtId: null }),
    others: {
      'a visitor': { kind: 'visitor' },
      'an administrator': anActor('Aad', { role: 'administrator', buurtId: null }),
      'an organiser': anActor('Samira', { role: 'organiser', buurtId: buurt.id }),
      'a professional': anActor('Pim', { role: 'professional', buurtId: buurt.id }),
      'the portal itself': { kind: 'system', name: 'clock' },
    } as const satisfies Record<string, Actor>,
  };
}

/** A random id of nobody. */
export const anUnknownId = newId;
