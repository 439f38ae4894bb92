import { describe, expect, it } from 'vitest';
import { givenDrafts, reportFields } from '../../../tests/drafts/given.ts';
import { aMeeting, aReport, nextVersion } from '../../../tests/factories/index.ts';
import { newId, refused } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { makeDrafts } from './index.ts';

/** A meeting that ended the day before `now`, unless it is changed. */
async function givenHeld({
  meeting: changes = {},
  ...options
}: Parameters<typeof givenDrafts>[0] & { meeting?: Partial<Meeting> } = {}) {
  const given = await givenDrafts(options);
  const {
    placesLeft: _left,
    waiting: _waiting,
    ...meeting
  } = {
    ...aMeeting({
      buurtId: given.buurt.id,
      startsAt: new Date('2027-02-09T18:30:00.000Z'),
      endsAt: new Date('2027-02-09T20:30:00.000Z'),
      themeIds: [given.theme.id],
    }),
    placesLeft: 0,
    waiting: 0,
    ...changes,
  };
  await given.published.meetings.save(meeting, '');
  const wanted = { kind: 'report', buurtId: given.buurt.id, subjectId: meeting.id } as const;
  return { ...given, meeting, wanted };
}

describe.each(['sqlite', 'postgres'] as const)('a report on %s', (engine) => {
  it('is public under the id of its meeting, once, and is told to who asked for it', async () => {
    const { drafts, organiser, aStoredDraft, published, meeting, reportsTold, professionals } = await givenHeld({
      engine,
    });
    const draft = await aStoredDraft('report', reportFields, meeting.id);
    expect(draft.baseVersion).toBeNull();
    const answers = await Promise.all([1, 2].map(() => drafts.publish(organiser, draft.id, 1)));
    expect(answers).toContainEqual({
      ok: true,
      value: { kind: 'report', id: meeting.id, slug: meeting.slug, version: 1, also: [] },
    });
    expect(await published.reports.get(meeting.id)).toMatchObject({
      version: 1,
      said: reportFields.said,
      agreements: [{ what: 'Nieuwe lampen', owner: 'Woonbedrijf Zuid', dueOn: '2027-06-01', done: false }],
    });
    expect(await published.reports.history(meeting.id)).toHaveLength(1);
    expect(reportsTold[0]).toMatchObject({ id: meeting.id });
    expect(await professionals.audit.list({ limit: 1 })).toMatchObject([{ object: `report:${meeting.id}` }]);
  });

  it('that is changed says why, and tells the second of two organisers', async () => {
    const { drafts, organiser, aStoredDraft, published, meeting, buurt } = await givenHeld({ engine });
    const report = aReport({ id: meeting.id, buurtId: buurt.id });
    await published.reports.save(report, '');
    const draft = await aStoredDraft('report', { agreementDone: ['0'] }, meeting.id);
    expect(draft).toMatchObject({ baseVersion: 1, fields: { said: report.said } });
    expect(await drafts.publish(organiser, draft.id, 1)).toEqual(refused('incomplete'));
    await drafts.save(organiser, draft.id, { fields: { ...draft.fields, note: 'De lampen hangen.' }, revision: 1 });

    await published.reports.save(nextVersion(report, { said: 'Van een ander.' }), 'Eerst.');
    expect(await drafts.publish(organiser, draft.id, 2)).toEqual(refused('outdated'));
    await drafts.rebase(organiser, draft.id, 2);
    expect(await drafts.publish(organiser, draft.id, 3)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await published.reports.get(meeting.id)).toMatchObject({ agreements: [{ done: true }] });
  });

  it('of two organisers who both write the first one is published once; the second goes on from it after a look', async () => {
    const { drafts, organiser, aStoredDraft, published, meeting } = await givenHeld({ engine });
    const [mine, hers] = [
      await aStoredDraft('report', { ...reportFields, said: 'Mijn verslag.' }, meeting.id),
      await aStoredDraft('report', { ...reportFields, said: 'Haar verslag.' }, meeting.id),
    ];
    expect((await drafts.publish(organiser, hers.id, 1)).ok).toBe(true);
    expect(await drafts.publish(organiser, mine.id, 1)).toEqual(refused('outdated'));
    const rebased = await drafts.rebase(organiser, mine.id, 1);
    expect(rebased).toMatchObject({ ok: true, value: { baseVersion: 1, fields: { said: 'Mijn verslag.' } } });
    expect(await drafts.publish(organiser, mine.id, 2)).toEqual(refused('incomplete'));
    expect(await published.reports.get(meeting.id)).toMatchObject({ version: 1, said: 'Haar verslag.' });
  });
});

it('has nothing to go on from while no report is public', async () => {
  const { drafts, organiser, aStoredDraft, meeting } = await givenHeld();
  const draft = await aStoredDraft('report', reportFields, meeting.id);
  expect(await drafts.rebase(organiser, draft.id, 1)).toEqual({ ok: true, value: draft });
  expect(await drafts.publish(organiser, draft.id, 1)).toMatchObject({ ok: true, value: { version: 1 } });
});

describe('who writes a report', () => {
  it.each([
    ['organiser', true],
    ['organiser of another buurt', false],
    ['administrator', false],
    ['professional', false],
    ['signal desk', false],
    ['visitor', false],
  ] as const)('%s: %s', async (name, may) => {
    const { drafts, people, wanted } = await givenHeld();
    const begun = await drafts.begin(people[name], wanted);
    const made = await drafts.create(people[name], { ...wanted, id: newId(), baseVersion: null, fields: reportFields });
    expect([begun.ok, made.ok]).toEqual([may, may]);
    if (!may) expect([begun, made]).toEqual([refused('forbidden'), refused('forbidden')]);
  });
});

describe('a meeting', () => {
  it.each([
    ['that is going on', { endsAt: new Date('2027-02-10T09:00:00.001Z') }, 'not-ended'],
    ['that did not go on', { cancelled: 'De zaal is dicht.' }, 'called-off'],
  ] as const)('%s has no report', async (_which, changes, reason) => {
    const { drafts, organiser, wanted } = await givenHeld({ meeting: changes });
    expect(await drafts.begin(organiser, wanted)).toEqual(refused(reason));
    const made = await drafts.create(organiser, { ...wanted, id: newId(), baseVersion: null, fields: reportFields });
    expect(await drafts.publish(organiser, made.ok ? made.value.id : '', 1)).toEqual(refused('incomplete'));
  });

  it('that is not there, or is of another buurt, has no report', async () => {
    const { drafts, organiser, wanted, people, elsewhere } = await givenHeld();
    for (const subjectId of [null, newId()]) {
      expect(await drafts.begin(organiser, { ...wanted, subjectId })).toEqual(refused('unknown'));
    }
    const other = { ...wanted, buurtId: elsewhere.id };
    expect(await drafts.begin(people['organiser of another buurt'], other)).toEqual(refused('unknown'));
  });
});

describe('what is in a report', () => {
  it.each([
    [{}, []],
    [{ said: ' ' }, ['said: required']],
    [{ next: '' }, ['next: required']],
    [{ tellOn: '2027-02-09' }, ['tellOn: day-in-past']],
    [{ tellOn: '2027-02-10' }, []],
    [{ tellOn: '2127-02-10' }, ['tellOn: too-far-away']],
    [{ attended: '-1' }, ['attended: too-small']],
    [{ attended: '5001' }, ['attended: too-large']],
    [{ agreementWhat: [], agreementOwner: [], agreementDueOn: [] }, []],
    [{ agreementOwner: [''] }, ['agreementOwner: needs-partner']],
    [{ agreementWhat: [''] }, ['agreementWhat: needs-partner']],
    [{ agreementDueOn: ['1 mei'] }, ['agreementDueOn: no-such-day']],
    [{ agreementInterventionId: ['unknown'] }, ['agreementInterventionId: unknown-choice']],
    [{ agreementWhat: ['x'.repeat(301)] }, ['agreementWhat: too-long']],
    [{ agreementWhat: Array(41).fill('a'), agreementOwner: Array(41).fill('b') }, ['agreementWhat: too-many']],
  ])('with %o has as problems %o', async (changes, problems) => {
    const { drafts, organiser, aStoredDraft, meeting } = await givenHeld();
    const draft = await aStoredDraft('report', { ...reportFields, ...changes }, meeting.id);
    const checked = await drafts.check(organiser, draft.id);
    const found = checked.ok ? checked.value.problems.map(({ field, reason }) => `${field}: ${reason}`) : checked;
    expect(found).toEqual(problems);
  });

  it('keeps each agreement with its own day and mark when a row between them is empty', async () => {
    const { drafts, organiser, aStoredDraft, meeting, intervention } = await givenHeld();
    const rows = {
      agreementWhat: ['Eerst', '', 'Dan'],
      agreementOwner: ['Wij', '', 'Zij'],
      agreementDueOn: ['', '', '2027-04-01'],
      agreementInterventionId: [intervention.id, '', ''],
      agreementDone: ['2'],
    };
    const draft = await aStoredDraft('report', { ...reportFields, ...rows }, meeting.id);
    const checked = await drafts.check(organiser, draft.id);
    expect(checked.ok && checked.value.text.content).toMatchObject({
      agreements: [
        { what: 'Eerst', owner: 'Wij', dueOn: null, interventionId: intervention.id, done: false },
        { what: 'Dan', owner: 'Zij', dueOn: '2027-04-01', interventionId: null, done: true },
      ],
    });
  });

  it('may still promise a day that went by, when it stood there already', async () => {
    const { drafts, organiser, aStoredDraft, published, meeting, buurt } = await givenHeld();
    await published.reports.save(aReport({ id: meeting.id, buurtId: buurt.id, tellOn: '2027-02-01' }), '');
    const same = await aStoredDraft('report', { note: 'Korter.' }, meeting.id);
    expect(await drafts.check(organiser, same.id)).toMatchObject({ value: { problems: [] } });
    const moved = await aStoredDraft('report', { note: 'Korter.', tellOn: '2027-02-02' }, meeting.id);
    expect(await drafts.check(organiser, moved.id)).toMatchObject({ value: { problems: [{ field: 'tellOn' }] } });
  });
});

it('stays public when telling it fails; the log knows', async () => {
  const given = await givenHeld();
  const needs = { ...given.needs, onReportPublished: () => Promise.reject(new Error('the disk is full')) };
  const draft = await given.aStoredDraft('report', reportFields, given.meeting.id);
  expect((await makeDrafts(needs).publish(given.organiser, draft.id, 1)).ok).toBe(true);
  expect(await given.published.reports.get(given.meeting.id)).toBeDefined();
  expect(given.problems).toHaveLength(1);
});
