import { expect, it } from 'vitest';
import { openPublished } from '../../src/storage/published/index.ts';
import { anArea } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('areas', openPublished, (realm) => {
  it('gives back an area with its geometry to the last digit', async () => {
    const area = anArea({
      code: 'BU00000001',
      geometry: [
        [
          [
            [4.1234567, 52.7654321],
            [5, 52],
            [5, 53],
            [4.1234567, 52.7654321],
          ],
        ],
      ],
    });
    await realm().areas.storeAll([area]);
    expect(await realm().areas.find(['BU00000001', 'unknown'])).toEqual([area]);
    expect(await realm().areas.find([])).toEqual([]);
  });

  it('tells what an import did, and writes nothing when it is repeated', async () => {
    const { areas } = realm();
    const file = ['BU10000001', 'BU10000002', 'BU10000003'].map((code) => anArea({ code, kind: 'wijk' }));
    expect(await areas.storeAll(file)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    const revision = await areas.revision();
    expect(await areas.storeAll(file)).toEqual({ added: 0, changed: 0, unchanged: 3 });
    expect(await areas.revision()).toBe(revision);

    const [first, ...rest] = file;
    const renamed = { ...anArea(first), name: 'Nieuwe naam' };
    expect(await areas.storeAll([renamed, ...rest])).toEqual({ added: 0, changed: 1, unchanged: 2 });
    expect(await areas.revision()).not.toBe(revision);
    expect((await areas.find(['BU10000001']))[0]?.name).toBe('Nieuwe naam');
  });

  it('takes the last of two with the same code in one file', async () => {
    const twice = ['Eerst', 'Laatst'].map((name) => anArea({ code: 'BU11000001', name }));
    expect(await realm().areas.storeAll(twice)).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect((await realm().areas.find(['BU11000001']))[0]?.name).toBe('Laatst');
  });

  it('stores more areas than fit in one statement', async () => {
    const many = Array.from({ length: 450 }, (_, at) =>
      anArea({ code: `GE${at}`, kind: 'gebied', name: `Gebied ${at}` }),
    );
    expect(await realm().areas.storeAll(many)).toEqual({ added: 450, changed: 0, unchanged: 0 });
    const names = (await realm().areas.summaries('gebied')).map(({ name }) => name);
    expect([names.length, names[0], names[10], names[449]]).toEqual([450, 'Gebied 0', 'Gebied 10', 'Gebied 449']);
  });

  it('finds names whatever their case and accents, those that begin with the words first', async () => {
    const names = ['De Ijburg', 'IJburg-Oost', 'Façadebuurt', '100% Park', '1000 Park'];
    await realm().areas.storeAll(names.map((name, at) => anArea({ code: `BU2000000${at}`, name })));
    const search = async (words: string, limit = 10) =>
      (await realm().areas.search(words, limit)).map(({ name }) => name);
    expect(await search('ijburg')).toEqual(['IJburg-Oost', 'De Ijburg']);
    expect(await search('ijburg', 1)).toEqual(['IJburg-Oost']);
    expect(await search('FACADE')).toEqual(['Façadebuurt']);
    expect(await search('oost ijb')).toEqual(['IJburg-Oost']);
    expect(await search('100%')).toEqual(['100% Park']);
    expect(await search('10_%')).toEqual([]);
    expect(await search("';--")).toEqual([]);
    expect(await search('  ')).toEqual([]);
  });

  it('leaves the geometry out of a summary', async () => {
    await realm().areas.storeAll([anArea({ code: 'GM9999', kind: 'gemeente' })]);
    const { geometry: _geometry, bounds: _bounds, ...summary } = anArea({ code: 'GM9999', kind: 'gemeente' });
    expect(await realm().areas.summaries('gemeente')).toEqual([summary]);
  });
});
