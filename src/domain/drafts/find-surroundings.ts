import { INDICATORS } from '../figures/index.ts';
import type { Draft } from './draft.ts';
import { idsOf, type Surroundings } from './kinds/kind.ts';
import type { DraftNeeds } from './needs.ts';

type About = Pick<Draft, 'kind' | 'buurtId' | 'subjectId' | 'fields'>;

const codesIn = ({ fields }: About): string[] =>
  ['areaCodes', 'boroughCode', 'cityCode'].flatMap((name) => fields[name] ?? []).filter((code) => code !== '');

/** For a report of progress only the intervention that it is about; else all of the buurt. */
async function interventionsFor({ kind, buurtId, subjectId }: About, { interventions }: DraftNeeds['published']) {
  const all = await interventions.list(buurtId);
  return kind === 'progress' ? all.filter(({ id }) => id === subjectId) : all;
}

/** Everything published that a draft is checked against, shown beside, or made from. */
export async function findSurroundings(draft: About, needs: DraftNeeds): Promise<Surroundings> {
  const { buurten, themes, meetings, areas } = needs.published;
  const [buurt, themesOfBuurt, interventions, meeting, chosenAreas] = await Promise.all([
    buurten.get(draft.buurtId),
    themes.list(draft.buurtId),
    interventionsFor(draft, needs.published),
    draft.kind === 'meeting' && draft.subjectId !== null ? meetings.get(draft.subjectId) : undefined,
    draft.kind === 'buurt' ? areas.find(codesIn(draft)) : [],
  ]);
  return {
    now: needs.now(),
    buurt,
    themes: themesOfBuurt,
    interventions,
    meeting,
    areaCodes: chosenAreas.map(({ code }) => code),
    indicators: idsOf(INDICATORS),
  };
}
