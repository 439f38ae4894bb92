import { describe, expect, it } from 'vitest';
import { givenDrafts, meetingFields } from '../../../tests/drafts/given.ts';
import { nextVersion } from '../../../tests/factories/index.ts';
import { refused } from '../kernel/index.ts';
import { makeDrafts, type DraftNeeds } from './index.ts';

const coffee = {
  ...meetingFields,
  title: 'Koffie',
  day: '2027-03-02',
  begin: '10:00',
  end: '11:00',
  repeat: 'monthly-weekday',
  repeatTimes: '4',
};
const SLUGS = ['koffie-2027-03-02', 'koffie-2027-04-06', 'koffie-2027-05-04', 'koffie-2027-06-01'];

describe.each(['sqlite', 'postgres'] as const)('publishing a series on %s', (engine) => {
  it('makes each meeting once, with its own address, and tells the sign-ups of each', async () => {
    const { drafts, organiser, aStoredDraft, published, meetingsTold, professionals } = await givenDrafts({ engine });
    const draft = await aStoredDraft('meeting', coffee);
    const answer = await drafts.publish(organiser, draft.id, 1);
    const made = await published.meetings.listSeries(draft.id);
    expect(made.map(({ slug }) => slug)).toEqual(SLUGS);
    expect(answer).toMatchObject({
      ok: true,
      value: { id: draft.id, slug: SLUGS[0], also: made.slice(1).map(({ id }) => id) },
    });
    expect(made.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual([
      '09:00',
      '08:00',
      '08:00',
      '08:00',
    ]);
    expect(meetingsTold.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    const lines = await professionals.audit.list({ limit: 10 });
    const objects = lines.filter(({ action }) => action === 'draft.publish').map(({ object }) => object);
    expect(objects.toSorted()).toEqual(made.map(({ id }) => `meeting:${id}`).toSorted());
  });

  it('makes no meeting twice when the button is pressed twice at the same moment', async () => {
    const { drafts, organiser, aStoredDraft, published, buurt, clock } = await givenDrafts({ engine });
    const draft = await aStoredDraft('meeting', coffee);
    const answers = await Promise.all([1, 2, 3].map(() => drafts.publish(organiser, draft.id, 1)));
    expect(answers.filter((answer) => !answer.ok && answer.reason !== 'gone')).toEqual([]);
    expect((await published.meetings.listUpcoming(clock.now, buurt.id)).map(({ slug }) => slug)).toEqual(SLUGS);
  });

  it('is completed after a crash half-way, and leaves alone what was changed in the meantime', async () => {
    const given = await givenDrafts({ engine });
    const { organiser, aStoredDraft, published, buurt, clock } = given;
    let left = 2;
    const { meetings } = published;
    const needs: DraftNeeds = {
      ...given.needs,
      published: {
        ...published,
        meetings: {
          ...meetings,
          save: (meeting, note) => (left-- > 0 ? meetings.save(meeting, note) : Promise.reject(new Error('crash'))),
        },
      },
    };
    const draft = await aStoredDraft('meeting', coffee);
    await expect(makeDrafts(needs).publish(organiser, draft.id, 1)).rejects.toThrow('crash');
    const [first, second, none] = await meetings.listSeries(draft.id);
    expect(none).toBeUndefined();
    if (first === undefined || second === undefined) throw new Error('Half a series is missing.');
    await meetings.save(nextVersion(first, { title: 'Thee' }), 'De koffie is op.');
    await meetings.save(nextVersion(second, { cancelled: 'Pasen.' }), 'Het is Pasen.');

    expect(await given.drafts.publish(organiser, draft.id, 1)).toMatchObject({ ok: true });
    const made = await meetings.listUpcoming(clock.now, buurt.id);
    expect(made.map(({ slug, title, version, cancelled }) => ({ slug, title, version, cancelled }))).toEqual([
      { slug: SLUGS[0], title: 'Thee', version: 2, cancelled: null },
      { slug: SLUGS[1], title: 'Koffie', version: 2, cancelled: 'Pasen.' },
      { slug: SLUGS[2], title: 'Koffie', version: 1, cancelled: null },
      { slug: SLUGS[3], title: 'Koffie', version: 1, cancelled: null },
    ]);
  });
});

it('gives each meeting of a series an address with its date, however long the title is', async () => {
  const { drafts, organiser, aStoredDraft, published } = await givenDrafts();
  const slugs: string[] = [];
  for (const title of [`${'Lang '.repeat(15)}!`, 'قهوة', 'قهوة']) {
    const draft = await aStoredDraft('meeting', { ...coffee, title, repeatTimes: '2' });
    expect((await drafts.publish(organiser, draft.id, 1)).ok).toBe(true);
    slugs.push(...(await published.meetings.listSeries(draft.id)).map(({ slug }) => slug));
  }
  expect(slugs).toEqual([
    'lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-2027-03-02',
    'lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-2027-04-06',
    'bijeenkomst-2027-03-02',
    'bijeenkomst-2027-04-06',
    'bijeenkomst-2027-03-02-2',
    'bijeenkomst-2027-04-06-2',
  ]);
});

it('changes one meeting of a series and leaves the others as they are', async () => {
  const { drafts, organiser, aStoredDraft, published } = await givenDrafts();
  const draft = await aStoredDraft('meeting', coffee);
  await drafts.publish(organiser, draft.id, 1);
  const [, second] = await published.meetings.listSeries(draft.id);
  const change = await aStoredDraft('meeting', { day: '2027-04-13', note: 'Pasen.' }, second?.id ?? '');
  expect(await drafts.publish(organiser, change.id, 1)).toMatchObject({
    ok: true,
    value: { slug: 'koffie-2027-04-06', version: 2, also: [] },
  });
  const days = (await published.meetings.listSeries(draft.id)).map(({ startsAt, version }) => [
    startsAt.toISOString().slice(0, 10),
    version,
  ]);
  expect(days).toEqual([
    ['2027-03-02', 1],
    ['2027-04-13', 2],
    ['2027-05-04', 1],
    ['2027-06-01', 1],
  ]);
});

it('publishes nothing of a series of which one hour does not exist', async () => {
  const { drafts, organiser, aStoredDraft, published, buurt, clock } = await givenDrafts();
  const nightly = { ...coffee, day: '2027-03-21', begin: '02:30', end: '04:00', repeat: 'weekly' };
  const draft = await aStoredDraft('meeting', nightly);
  expect(await drafts.publish(organiser, draft.id, 1)).toEqual(refused('incomplete'));
  expect(await published.meetings.listUpcoming(clock.now, buurt.id)).toEqual([]);
});

it('is public when the sign-ups cannot be told of it; the log knows, and the draft is gone', async () => {
  const { drafts, organiser, aStoredDraft, published, problems, professionals } = await givenDrafts({
    onMeetingPublished: () => Promise.reject(new Error('the disk of the other realm is full')),
  });
  const draft = await aStoredDraft('meeting', meetingFields);
  expect((await drafts.publish(organiser, draft.id, 1)).ok).toBe(true);
  expect(await published.meetings.get(draft.id)).toMatchObject({ title: meetingFields.title });
  expect(await professionals.drafts.get(draft.id)).toBeUndefined();
  expect(problems).toHaveLength(1);
});
