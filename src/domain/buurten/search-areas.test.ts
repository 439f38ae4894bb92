import { describe, expect, it } from 'vitest';
import { makeSearchAreas } from './search-areas.ts';
import { anEmptyRealm, fixture, importAll } from '../../../tests/figures/given.ts';
import { aBuurt } from '../../../tests/factories/index.ts';

async function given(areaCodes: readonly string[]) {
  const realm = await anEmptyRealm();
  await importAll(realm, ['buurten.geojson', 'wijken.geojson', 'gebieden.geojson', 'stadsdelen.geojson'].map(fixture));
  await realm.published.buurten.save(aBuurt({ name: 'De Proef', slug: 'de-proef', areaCodes }), '');
  return makeSearchAreas(realm.published);
}
const found = (hits: Awaited<ReturnType<Awaited<ReturnType<typeof given>>>>) =>
  hits.map(({ name, buurt }) => [name, buurt?.slug ?? null]);

describe('searching an area by name', () => {
  it('tells which areas take part: those of the buurt, and the wijk they lie in', async () => {
    const search = await given(['BU0363ZZ01']);
    expect(found(await search('proef'))).toEqual([
      ['Proefbuurt-Oost', null],
      ['Proefbuurt-West', 'de-proef'],
      ['Proefgebied', null],
      ['Proefwijk', 'de-proef'],
    ]);
  });

  it('finds the buurt of the portal from a smaller area inside it', async () => {
    const search = await given(['WK0363ZZ']);
    expect(found(await search('PROEFBUURT-oost'))).toEqual([['Proefbuurt-Oost', 'de-proef']]);
  });

  it.each(['', ' ', 'p', '%', 'nergensland'])('finds nothing for %j', async (words) => {
    const search = await given(['BU0363ZZ01']);
    expect(await search(words)).toEqual([]);
  });
});
