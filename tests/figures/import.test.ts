import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anEmptyRealm, fixture, importAll } from './given.ts';

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(await mkdtemp(join(tmpdir(), 'buurtbalans-file-')), name);
  await writeFile(path, content);
  return path;
};

describe('importing', () => {
  it('stores areas and figures, and counts them', async () => {
    const realm = await anEmptyRealm();
    const [areas, figures] = await importAll(realm, [fixture('buurten.geojson'), fixture('politie.csv')]);
    expect(areas).toMatchObject({ read: 2, added: 2, changed: 0, unchanged: 0 });
    expect(figures).toMatchObject({
      read: 4,
      added: 4,
      remarks: ['stored, but of no imported area (1): GM0363'],
    });
    expect(await realm.buurten.areas('buurt')).toMatchObject([
      { name: 'Proefbuurt-Oost' },
      { name: 'Proefbuurt-West' },
    ]);
  });

  it('changes nothing when the same files come again', async () => {
    const realm = await anEmptyRealm();
    const files = [fixture('buurten.geojson'), fixture('kerncijfers-uitgebreid-2024.csv'), fixture('bbga.csv')];
    const first = await importAll(realm, files);
    const second = await importAll(realm, files);
    expect(first.map(({ added }) => added)).toEqual([2, 10, 6]);
    expect(second).toMatchObject(first.map(({ added }) => ({ added: 0, changed: 0, unchanged: added })));
  });

  it('stores homes whole, with a line in the audit log, or not at all', async () => {
    const realm = await anEmptyRealm();
    const squares = await file('woningen-2025.csv', 'vierkant;woningen\nE1217N4863;12\nE1218N4863;-99997\n');
    expect(await realm.imports.homes(squares)).toMatchObject({ ok: true, value: { read: 2, added: 2, changed: 0 } });
    const bad = await file('kapot.csv', 'vierkant;woningen\nE1219N4863;12\nE1220N4863;twaalf\n');
    expect(await realm.imports.homes(bad)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^kapot\.csv: row 3, column "woningen": "twaalf"/) as string,
    });
    expect([...(await realm.published.homes.find(['r1217-4863', 'r1218-4863', 'r1219-4863']))]).toEqual([
      ['r1217-4863', 12],
      ['r1218-4863', 0],
    ]);
    expect(realm.deeds.map(({ action, object, note }) => ({ action, object, note }))).toEqual([
      { action: 'homes.import', object: 'homes:woningen-2025.csv', note: '+2 ~0 =0' },
    ]);
  });

  it('has a line in the audit log, and none for a file that was refused', async () => {
    const realm = await anEmptyRealm();
    await importAll(realm, [fixture('buurten.geojson'), fixture('politie.csv')]);
    await realm.imports.areas(await file('leeg.geojson', '{}'));
    expect(realm.deeds.map(({ action, object, note }) => ({ action, object, note }))).toEqual([
      { action: 'areas.import', object: 'areas:buurten.geojson', note: '+2 ~0 =0' },
      { action: 'figures.import', object: 'figures:politie.csv', note: '+4 ~0 =0' },
    ]);
  });

  it('stores nothing of a file with one bad row at its end', async () => {
    const realm = await anEmptyRealm();
    const bad = await file(
      'politie.csv',
      'WijkenEnBuurten;Naam;Jaar;GeregistreerdeMisdrijven_1\nBU0363ZZ01;x;2024;4\nBU0363ZZ02;x;2024;vijf\n',
    );
    expect(await realm.imports.figures(bad)).toEqual({
      ok: false,
      reason:
        'politie.csv: row 3, column "GeregistreerdeMisdrijven_1": "vijf" is not a number. Write it as 12,5 or 12.5, or leave the cell empty.',
    });
    expect(await realm.published.figures.forAreas(['BU0363ZZ01', 'BU0363ZZ02'])).toEqual([]);
  });

  it('replaces a coarse sketch by the real border of the same code', async () => {
    const realm = await anEmptyRealm();
    await importAll(realm, [fixture('buurten-rd.geojson'), fixture('buurten.geojson')]);
    const [area] = await realm.published.areas.find(['BU0363ZZ01']);
    expect(area?.bounds).toEqual([4.95, 52.31, 4.96, 52.32]);
  });

  it('keeps a number when another table of the source leaves it out', async () => {
    const realm = await anEmptyRealm();
    const [, second] = await importAll(realm, [
      fixture('kerncijfers-statline-2024.csv'),
      fixture('kerncijfers-uitgebreid-2024.csv'),
    ]);
    expect(second?.remarks).toContain('1 cells without a number left out: an earlier import has the number');
    expect(await realm.published.figures.forAreas(['BU0363ZZ02'], ['population'])).toMatchObject([{ value: 3000 }]);
  });

  it.each([
    ['a file that is not there', () => Promise.resolve('/nergens/x.csv'), /x\.csv: there is no such file/],
    ['a folder', () => mkdtemp(join(tmpdir(), 'map-')), /this is a folder/],
    ['an empty file', () => file('leeg.csv', ''), /leeg\.csv: it is empty/],
    ['a file in another alphabet', () => file('oud.csv', new Uint8Array([0x66, 0xe9, 0x0a])), /not UTF-8/],
  ])('refuses %s by name', async (_, path, reason) => {
    const { imports } = await anEmptyRealm();
    for (const read of [imports.figures, imports.areas, imports.homes])
      expect(await read(await path())).toEqual({ ok: false, reason: expect.stringMatching(reason) as string });
  });
});
