import { INDICATORS } from '../figures/index.ts';
import type { Draft } from './draft.ts';
import { idsOf, type Surroundings } from './kinds/kind.ts';
import type { DraftNeeds } from './needs.ts';

type About = Pick<Draft, 'id' | 'kind' | 'buurtId' | 'subjectId' | 'fields'>;

const codesIn = ({ fields }: About): string[] =>
  ['areaCodes', 'boroughCode', 'cityCode'].flatMap((name) => fields[name] ?? []).filter((code) => code !== '');

/** For a report of progress only the intervention that it is about; else all of the buurt. */
async function interventionsFor({ kind, buurtId, subjectId }: About, { interventions }: DraftNeeds['published']) {
  const all = await interventions.list(buurtId);
  return kind === 'progress' ? all.filter(({ id }) => id === subjectId) : all;
}

/** The meeting that is changed or reported on, and the report that is there already. */
async function meetingFor({ kind, subjectId }: About, { meetings, reports }: DraftNeeds['published']) {
  if (subjectId === null || (kind !== 'meeting' && kind !== 'report')) return { meeting: undefined, report: undefined };
  const [meeting, report] = await Promise.all([
    meetings.get(subjectId),
    kind === 'report' ? reports.get(subjectId) : undefined,
  ]);
  return { meeting, report };
}

/** Everything published that a draft is checked against, shown beside, or made from. */
export async function findSurroundings(draft: About, needs: DraftNeeds): Promise<Surroundings> {
  const { buurten, themes, areas } = needs.published;
  const [buurt, themesOfBuurt, interventions, ofMeeting, chosenAreas] = await Promise.all([
    buurten.get(draft.buurtId),
    themes.list(draft.buurtId),
    interventionsFor(draft, needs.published),
    meetingFor(draft, needs.published),
    draft.kind === 'buurt' ? areas.find(codesIn(draft)) : [],
  ]);
  return {
    now: needs.now(),
    draftId: draft.id,
    buurt,
    themes: themesOfBuurt,
    interventions,
    ...ofMeeting,
    areaCodes: chosenAreas.map(({ code }) => code),
    indicators: idsOf(INDICATORS),
  };
}
