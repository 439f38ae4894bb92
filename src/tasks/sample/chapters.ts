import type { SampleBuurt, SampleIntervention, SampleResponse, SampleUpdate } from '../../../db/sample/sample.ts';
import { interventionId, themeIds, type Chapter, type ChapterNeeds } from './chapter.ts';
import { meetingChapters } from './meetings.ts';
import type { Publication } from './publisher.ts';

export const byDay = (one: Chapter, other: Chapter): number => one.on - other.on;

const themes = (needs: ChapterNeeds, buurt: SampleBuurt): Chapter[] =>
  buurt.themes.map(({ on, key, content }) => ({
    on,
    async happens() {
      const { id, slug } = await needs.publish({ buurtId: needs.buurtId, text: { kind: 'theme', content } });
      needs.themes.set(key, { id, slug: slug ?? '' });
    },
  }));

/** A promise, its reports, and what was changed in it later. */
function promise(needs: ChapterNeeds, { on, key, themes: about, content, progress, changes = [] }: SampleIntervention) {
  const { buurtId, publish } = needs;
  let latest = content;
  const text = () =>
    ({ kind: 'intervention', content: { ...latest, themeIds: themeIds(needs, about) } }) satisfies Publication['text'];
  const announced: Chapter = {
    on,
    async happens() {
      needs.interventions.set(key, (await publish({ buurtId, text: text() })).id);
    },
  };
  const reported = progress.map(({ on: when, ...report }) => ({
    on: when,
    happens: () =>
      publish({ buurtId, subjectId: interventionId(needs, key), text: { kind: 'progress', content: report } }),
  }));
  const changed = changes.map(({ on: when, change, note }) => ({
    on: when,
    happens() {
      latest = { ...latest, ...change };
      return publish({ buurtId, subjectId: interventionId(needs, key), text: text(), note });
    },
  }));
  return [announced, ...reported, ...changed];
}

const update = (needs: ChapterNeeds, { on, themes: about, intervention, content, picture }: SampleUpdate): Chapter => ({
  on,
  happens: async () =>
    needs.publish({
      buurtId: needs.buurtId,
      text: {
        kind: 'update',
        content: {
          ...content,
          themeIds: themeIds(needs, about),
          interventionId: interventionId(needs, intervention),
          pictures: [],
        },
      },
      picture: picture && { bytes: await needs.picture(picture.file), alt: picture.alt },
    }),
});

const response = (needs: ChapterNeeds, { on, theme, intervention, content }: SampleResponse): Chapter => ({
  on,
  happens: () =>
    needs.publish({
      buurtId: needs.buurtId,
      text: {
        kind: 'response',
        content: {
          ...content,
          themeId: theme === null ? null : (needs.themes.get(theme)?.id ?? null),
          interventionId: interventionId(needs, intervention),
        },
      },
    }),
});

/** Everything that was published about a buurt, earliest first; what names something else comes after it. */
export const chaptersOf = (needs: ChapterNeeds, buurt: SampleBuurt): Chapter[] =>
  [
    ...themes(needs, buurt),
    ...buurt.interventions.flatMap((one) => promise(needs, one)),
    ...buurt.updates.map((one) => update(needs, one)),
    ...buurt.responses.map((one) => response(needs, one)),
    ...buurt.meetings.flatMap((one) => meetingChapters(needs, one)),
  ].toSorted(byDay);
