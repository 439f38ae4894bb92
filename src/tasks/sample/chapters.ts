import type {
  SampleBuurt,
  SampleIntervention,
  SampleMeeting,
  SampleResponse,
  SampleUpdate,
} from '../../../db/sample/sample.ts';
import { instantOf, type Day } from '../../domain/kernel/index.ts';
import { done, type Publication } from './publisher.ts';

/** One thing that happens, and on which day (counted from the first start). */
export interface Chapter {
  readonly on: number;
  happens(): Promise<unknown>;
}

export interface ChapterNeeds {
  readonly publish: (publication: Publication) => Promise<{ readonly id: string; readonly slug: string | null }>;
  /** A drawing of the sample as a file that people could upload. */
  readonly picture: (file: string) => Promise<Uint8Array>;
  readonly day: (days: number) => Day;
  readonly buurtId: string;
  /** Slug and id of what was published, by the key that the sample gives it. */
  readonly themes: Map<string, { readonly id: string; readonly slug: string }>;
  readonly interventions: Map<string, string>;
}

export const byDay = (one: Chapter, other: Chapter): number => one.on - other.on;

const themeIds = ({ themes }: ChapterNeeds, keys: readonly string[]): string[] =>
  keys.flatMap((key) => themes.get(key)?.id ?? []);
const interventionId = ({ interventions }: ChapterNeeds, key: string | null): string | null =>
  key === null ? null : (interventions.get(key) ?? null);

/** The first such weekday (ISO 8601: 1 is Monday) on or after the day. */
function nextWeekday(day: Day, weekday: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((weekday - date.getUTCDay() + 7) % 7));
  return date.toISOString().slice(0, 10);
}

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

const meeting = (needs: ChapterNeeds, { on, themes: about, when, content }: SampleMeeting): Chapter => ({
  on,
  happens() {
    const held = nextWeekday(needs.day(when.days), when.weekday);
    const startsAt = done(instantOf(held, when.from), content.title);
    const endsAt = done(instantOf(held, when.to), content.title);
    return needs.publish({
      buurtId: needs.buurtId,
      text: {
        kind: 'meeting',
        content: { ...content, themeIds: themeIds(needs, about), startsAt, endsAt, cancelled: null },
      },
    });
  },
});

/** Everything that was published about a buurt, earliest first; what names something else comes after it. */
export const chaptersOf = (needs: ChapterNeeds, buurt: SampleBuurt): Chapter[] =>
  [
    ...themes(needs, buurt),
    ...buurt.interventions.flatMap((one) => promise(needs, one)),
    ...buurt.updates.map((one) => update(needs, one)),
    ...buurt.responses.map((one) => response(needs, one)),
    ...buurt.meetings.map((one) => meeting(needs, one)),
  ].toSorted(byDay);
