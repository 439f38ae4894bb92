import { describe, expect, it } from 'vitest';
import { givenDrafts } from '../../../tests/drafts/given.ts';
import { aMeeting, aReport } from '../../../tests/factories/index.ts';
import { refused } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';

async function givenEarlier(changes: Partial<Meeting> = {}, engine: 'sqlite' | 'postgres' = 'sqlite') {
  const given = await givenDrafts({ engine });
  const { buurt, theme, published } = given;
  // A Tuesday in winter.
  const meeting = {
    ...aMeeting({
      buurtId: buurt.id,
      themeIds: [theme.id],
      startsAt: new Date('2027-01-12T18:30:00.000Z'),
      endsAt: new Date('2027-01-12T20:30:00.000Z'),
      signUpOpensAt: new Date('2027-01-05T08:00:00.000Z'),
      signUpClosesAt: new Date('2027-01-12T11:00:00.000Z'),
      translations: [{ language: 'en', title: 'Stairs', summary: 'An evening.' }],
    }),
    ...changes,
  };
  await published.meetings.save(meeting, '');
  return { ...given, meeting };
}

describe('a copy of a meeting', () => {
  it('is the same on the same day of the week, at least two weeks ahead, with sign-up as long before it', async () => {
    const { drafts, organiser, buurt, meeting, clock } = await givenEarlier();
    const wanted = { kind: 'meeting', buurtId: buurt.id, subjectId: null, copyOf: meeting.id } as const;
    const begun = await drafts.begin(organiser, wanted);
    expect(begun).toMatchObject({
      ok: true,
      value: {
        subjectId: null,
        baseVersion: null,
        fields: {
          title: meeting.title,
          day: '2027-03-02',
          begin: '19:30',
          end: '21:30',
          signUpOpensDay: '2027-02-23',
          signUpOpensTime: '09:00',
          signUpClosesDay: '2027-03-02',
          signUpClosesTime: '12:00',
          translationTitle: ['Stairs'],
          themeIds: meeting.themeIds,
          isCancelled: '',
        },
      },
    });
    expect(begun.ok && Object.keys(begun.value)).not.toContain('copyOf');
    // The day itself when that is exactly two weeks ahead.
    clock.now = new Date('2027-02-16T09:00:00.000Z');
    expect(await drafts.begin(organiser, wanted)).toMatchObject({ value: { fields: { day: '2027-03-02' } } });
  });

  it('of one that was called off, or is still to come, goes on, and is ready to publish', async () => {
    const { drafts, organiser, buurt, meeting, aStoredDraft } = await givenEarlier({
      cancelled: 'De zaal is dicht.',
      series: 'coffee',
      startsAt: new Date('2027-06-01T17:30:00.000Z'),
      endsAt: new Date('2027-06-01T19:30:00.000Z'),
      ...{ signUpOpensAt: null, signUpClosesAt: null },
    });
    const wanted = { kind: 'meeting', buurtId: buurt.id, subjectId: null, copyOf: meeting.id } as const;
    const begun = await drafts.begin(organiser, wanted);
    if (!begun.ok) throw new Error(begun.reason);
    expect(begun.value.fields).toMatchObject({ day: '2027-03-02', cancelled: '', isCancelled: '', signUpOpensDay: '' });
    const draft = await aStoredDraft('meeting', begun.value.fields);
    const checked = await drafts.check(organiser, draft.id);
    expect(checked).toMatchObject({ value: { problems: [], text: { content: { series: null, cancelled: null } } } });
  });

  it('of a meeting that is not there, or of another buurt, is refused', async () => {
    const { drafts, people, elsewhere, buurt, organiser, meeting } = await givenEarlier({}, 'postgres');
    const other = people['organiser of another buurt'];
    const wanted = { kind: 'meeting', buurtId: elsewhere.id, subjectId: null, copyOf: meeting.id } as const;
    expect(await drafts.begin(other, wanted)).toEqual(refused('unknown'));
    expect(await drafts.begin(other, { ...wanted, buurtId: buurt.id })).toEqual(refused('forbidden'));
    expect(await drafts.begin(organiser, { ...wanted, buurtId: buurt.id, copyOf: '\u0000' })).toEqual(
      refused('unknown'),
    );
  });
});

describe('an intervention out of what was agreed', () => {
  it('has what, who, by when and about what; the rest is still to be written', async () => {
    const { drafts, organiser, buurt, meeting, published, people, elsewhere } = await givenEarlier();
    const long = `${'Nieuwe lampen in elke kelder '.repeat(4)}van de flat`;
    const agreement = { what: long, owner: 'Zij', dueOn: null, interventionId: null, done: false };
    const report = aReport({ id: meeting.id, buurtId: buurt.id });
    const [first] = report.agreements;
    await published.reports.save({ ...report, agreements: [...report.agreements, agreement] }, '');
    const wanted = (index: number) =>
      ({
        kind: 'intervention',
        buurtId: buurt.id,
        subjectId: null,
        fromAgreement: { meetingId: meeting.id, index },
      }) as const;
    expect(await drafts.begin(organiser, wanted(0))).toMatchObject({
      value: {
        baseVersion: null,
        fields: { title: first?.what, promise: first?.what, owner: first?.owner, dueOn: first?.dueOn },
      },
    });
    const second = await drafts.begin(organiser, wanted(1));
    expect(second).toMatchObject({ value: { fields: { promise: long, dueOn: '', themeIds: meeting.themeIds } } });
    const title = second.ok ? String(second.value.fields['title']) : '';
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/ (elke|kelder|lampen|in|Nieuwe)…$/);
    const other = people['organiser of another buurt'];
    expect(await drafts.begin(other, { ...wanted(0), buurtId: elsewhere.id })).toEqual(refused('unknown'));
    for (const index of [2, -1, 0.5, Number.NaN]) {
      expect(await drafts.begin(organiser, wanted(index))).toEqual(refused('unknown'));
    }
  });
});
