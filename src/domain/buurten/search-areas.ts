import type { AreaStore, AreaSummary } from './area.ts';
import type { Buurt, BuurtStore } from './buurt.ts';

/** An official area as a search shows it: with the buurt of the portal that it belongs to, when it takes part. */
export interface AreaHit extends AreaSummary {
  readonly buurt: Pick<Buurt, 'id' | 'slug' | 'name'> | null;
}

/** More than a person looks through; who sees this many adds a letter. */
const MOST_HITS = 60;

/** CBS puts the wijk in the code of the buurt: BU0363TD01 lies in WK0363TD. */
const wijkOf = (code: string): string | null => (/^BU\w{8}$/.test(code) ? `WK${code.slice(2, 8)}` : null);

/** Whether the buurt and the area overlap: the same code, one inside the other; of a wijk also a part. */
function belongsTo({ areaCodes }: Buurt, area: AreaSummary): boolean {
  const larger = [area.code, area.wijkCode, area.gebiedCode];
  return areaCodes.some((code) => larger.includes(code) || (area.kind === 'wijk' && wijkOf(code) === area.code));
}

export interface SearchAreasNeeds {
  readonly areas: Pick<AreaStore, 'search'>;
  readonly buurten: Pick<BuurtStore, 'list'>;
}

/** Makes the verb that finds official areas by name, and tells which of them take part. Fewer than two letters find nothing. */
export const makeSearchAreas =
  ({ areas, buurten }: SearchAreasNeeds) =>
  async (words: string): Promise<AreaHit[]> => {
    const asked = words.trim().slice(0, 100);
    if (asked.length < 2) return [];
    const [hits, takingPart] = await Promise.all([areas.search(asked, MOST_HITS), buurten.list()]);
    return hits.map((area) => {
      const buurt = takingPart.find((one) => belongsTo(one, area));
      return { ...area, buurt: buurt ? { id: buurt.id, slug: buurt.slug, name: buurt.name } : null };
    });
  };
