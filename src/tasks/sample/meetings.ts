import type { SampleMeeting, SampleReport, SampleWhen } from '../../../db/sample/sample.ts';
import type { DraftFields } from '../../domain/drafts/index.ts';
import { addDays, instantOf, type Day } from '../../domain/kernel/index.ts';
import { interventionId, themeIds, type Chapter, type ChapterNeeds } from './chapter.ts';
import { done } from './publisher.ts';

/** Sign-up opens when people are at work, and closes when they go home. */
const OPENS_AT = '09:00';
const CLOSES_AT = '17:00';

const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
const isFirstOfMonth = (day: Day): boolean => Number(day.slice(-2)) <= 7;

/** The first day that fits. */
function dayFor(from: Day, { weekday, firstOfMonth = false }: SampleWhen): Day {
  let day = from;
  while ((weekday !== null && weekdayOf(day) !== weekday) || (firstOfMonth && !isFirstOfMonth(day)))
    day = addDays(day, 1);
  return day;
}

/** When the meeting is and when one can sign up, as somebody types it. */
function typedHours({ when, signUp, series }: SampleMeeting, held: Day): DraftFields {
  const { opens, closes } = signUp ?? {};
  return {
    ...(opens !== undefined && { signUpOpensDay: addDays(held, -opens), signUpOpensTime: OPENS_AT }),
    ...(closes !== undefined && { signUpClosesDay: addDays(held, -closes), signUpClosesTime: CLOSES_AT }),
    ...(series && { repeat: series.repeat, repeatTimes: String(series.times) }),
    day: held,
    begin: when.from,
    end: when.to,
  };
}

const reportChapter = (needs: ChapterNeeds, report: SampleReport, meeting: { id: string }): Chapter => ({
  on: report.on,
  happens: () =>
    needs.publish({
      buurtId: needs.buurtId,
      subjectId: meeting.id,
      text: {
        kind: 'report',
        content: {
          ...report.content,
          agreements: report.agreements.map(({ intervention, ...agreement }) => ({
            ...agreement,
            interventionId: interventionId(needs, intervention),
          })),
        },
      },
    }),
});

/** A meeting, or a series of them, and what became of it. */
export function meetingChapters(needs: ChapterNeeds, sample: SampleMeeting): Chapter[] {
  const { on, themes, when, content, report } = sample;
  const held = dayFor(needs.day(when.days), when);
  // Known when it is announced; the report comes after that.
  const meeting = { id: '' };
  const announced: Chapter = {
    on,
    async happens() {
      const startsAt = done(instantOf(held, when.from), content.title);
      const endsAt = done(instantOf(held, when.to), content.title);
      const hours = { startsAt, endsAt, signUpOpensAt: null, signUpClosesAt: null };
      const text = { ...content, ...hours, themeIds: themeIds(needs, themes), series: null, cancelled: null };
      const { id } = await needs.publish({
        buurtId: needs.buurtId,
        text: { kind: 'meeting', content: text },
        fields: typedHours(sample, held),
      });
      meeting.id = id;
    },
  };
  return report === undefined ? [announced] : [announced, reportChapter(needs, report, meeting)];
}
