import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { givenDrafts, meetingFields, themeFields } from '../../../tests/drafts/given.ts';
import { aMeeting, nextVersion } from '../../../tests/factories/index.ts';
import { refused } from '../kernel/index.ts';
import { makeDrafts, type DraftNeeds } from './index.ts';

const CANARY = 'Kanarie-7391';
const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer();

/** Whether the words stand anywhere in the files of the published realm, WAL included. */
async function isInPublishedFiles(folder: string, words: string): Promise<boolean> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('published'));
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
  expect(files.length).toBeGreaterThan(0);
  return contents.some((content) => content.includes(words));
}

describe.each(['sqlite', 'postgres'] as const)('publishing on %s', (engine) => {
  it('makes a draft public as version 1 under its own id, and the draft goes', async () => {
    const { drafts, organiser, published, aStoredDraft, buurt, professionals, clock } = await givenDrafts({ engine });
    const draft = await aStoredDraft('theme', themeFields);
    clock.now = new Date('2027-02-11T09:00:00.000Z');
    expect(await drafts.publish(organiser, draft.id, draft.revision)).toMatchObject({
      ok: true,
      value: { kind: 'theme', id: draft.id, slug: 'veilig-de-trap-op', version: 1 },
    });
    expect(await published.themes.find(buurt.id, 'veilig-de-trap-op')).toMatchObject({
      id: draft.id,
      ...themeFields,
      version: 1,
    });
    expect(await professionals.drafts.get(draft.id)).toBeUndefined();
    expect(await professionals.audit.list({ limit: 1 })).toMatchObject([
      { actorName: 'Samira', action: 'draft.publish', object: `theme:${draft.id}`, buurtId: buurt.id, result: 'done' },
    ]);
  });

  it('adds the next version over the one that it changes, with the reason, and keeps its address', async () => {
    const { drafts, organiser, published, aStoredDraft, theme } = await givenDrafts({ engine });
    const draft = await aStoredDraft('theme', { title: 'Andere naam', note: 'De naam was onduidelijk.' }, theme.id);
    expect(await drafts.publish(organiser, draft.id, 1)).toMatchObject({
      ok: true,
      value: { version: 2, slug: theme.slug },
    });
    expect(await published.themes.get(theme.id)).toMatchObject({
      title: 'Andere naam',
      publishedAt: theme.publishedAt,
    });
    expect(await published.themes.history(theme.id)).toMatchObject([
      { version: 2, note: 'De naam was onduidelijk.' },
      { version: 1, note: '' },
    ]);
  });

  it('is refused when somebody else published the same text first, and goes on from there after a look', async () => {
    const { drafts, organiser, published, aStoredDraft, theme } = await givenDrafts({ engine });
    const draft = await aStoredDraft('theme', { title: 'Mijn titel', note: 'Beter.' }, theme.id);
    await published.themes.save(nextVersion(theme, { title: 'Haar titel' }), 'Eerst.');
    expect(await drafts.publish(organiser, draft.id, 1)).toEqual(refused('outdated'));
    expect(await published.themes.get(theme.id)).toMatchObject({ title: 'Haar titel', version: 2 });
    const rebased = await drafts.rebase(organiser, draft.id, 1);
    expect(rebased).toMatchObject({
      ok: true,
      value: { baseVersion: 2, revision: 2, fields: { title: 'Mijn titel' } },
    });
    expect(await drafts.publish(organiser, draft.id, 2)).toMatchObject({ ok: true, value: { version: 3 } });
  });

  it('publishes once when the button is pressed twice at the same moment', async () => {
    const { drafts, organiser, published, aStoredDraft, buurt, theme } = await givenDrafts({ engine });
    const fresh = await aStoredDraft('theme', themeFields);
    const change = await aStoredDraft('theme', { note: 'Waarom.' }, theme.id);
    const report = await aStoredDraft('update', { title: 'Nieuws', text: 'Tekst' });
    for (const draft of [fresh, change, report]) {
      const answers = await Promise.all([1, 2, 3].map(() => drafts.publish(organiser, draft.id, 1)));
      expect(answers.filter((answer) => !answer.ok && answer.reason !== 'gone')).toEqual([]);
      expect(answers.some(({ ok }) => ok)).toBe(true);
    }
    expect(await published.themes.list(buurt.id)).toHaveLength(2);
    expect(await published.themes.history(theme.id)).toHaveLength(2);
    expect(await published.updates.list(buurt.id, 10)).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('is nowhere in the published realm before it is published: not its words, not its picture', async () => {
    const { drafts, organiser, folder, published, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('update', { title: CANARY, text: `Tekst met ${CANARY}` });
    const added = await drafts.addPicture(organiser, draft.id, await photo());
    const [picture = ''] = added.ok ? (added.value.fields['pictures'] ?? []) : [];
    expect(picture).not.toBe('');
    await drafts.check(organiser, draft.id);
    expect(await isInPublishedFiles(folder, CANARY)).toBe(false);
    expect(await isInPublishedFiles(folder, picture)).toBe(false);

    await drafts.save(organiser, draft.id, {
      fields: { title: CANARY, text: 'Tekst', pictures: [picture], alts: ['Een blauw vlak'] },
      revision: 2,
    });
    expect((await drafts.publish(organiser, draft.id, 3)).ok).toBe(true);
    expect(await isInPublishedFiles(folder, CANARY)).toBe(true);
    expect((await published.pictures.sizes([picture]))[0]?.sizes.map(({ width }) => width)).toEqual([480, 900]);
  });

  it('with something still to mend is refused, and stays as it was', async () => {
    const { drafts, organiser, aStoredDraft, professionals } = await givenDrafts();
    const draft = await aStoredDraft('theme', { ...themeFields, startedOn: '31 februari' });
    expect(await drafts.publish(organiser, draft.id, 1)).toEqual(refused('incomplete'));
    expect(await professionals.drafts.get(draft.id)).toEqual(draft);
  });

  it('that somebody saved since the preview is refused: nobody publishes what they did not see', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('theme', themeFields);
    await drafts.save(organiser, draft.id, { fields: { ...draft.fields, title: 'Iets anders' }, revision: 1 });
    expect(await drafts.publish(organiser, draft.id, 1)).toEqual(refused('stale'));
  });

  it('with a title that another text has gets an address of its own', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const slugs: unknown[] = [];
    for (const title of ['Samen', 'Samen', 'معا', '!!!']) {
      const draft = await aStoredDraft('theme', { ...themeFields, title });
      const answer = await drafts.publish(organiser, draft.id, 1);
      slugs.push(answer.ok && answer.value.slug);
    }
    expect(slugs).toEqual(['samen', 'samen-2', 'thema', 'thema-2']);
  });

  it('with the same title as another, published at the same moment, loses nothing', async () => {
    const { drafts, organiser, aStoredDraft, published, buurt } = await givenDrafts();
    const twins = [await aStoredDraft('theme', themeFields), await aStoredDraft('theme', themeFields)];
    const answers = await Promise.all(twins.map(({ id }) => drafts.publish(organiser, id, 1)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await published.themes.list(buurt.id)).toHaveLength(3);
  });
});

describe('a crash between publishing and clearing up', () => {
  /** The process dies before the draft goes, the first time. */
  async function givenCrash() {
    const given = await givenDrafts();
    let crashes = 1;
    const needs: DraftNeeds = {
      ...given.needs,
      drafts: {
        ...given.needs.drafts,
        remove: (id) => (crashes-- > 0 ? Promise.reject(new Error('crash')) : given.needs.drafts.remove(id)),
      },
    };
    return { ...given, drafts: makeDrafts(needs) };
  }

  it.each([
    ['theme', themeFields],
    ['update', { title: 'Nieuws', text: 'Tekst' }],
    ['response', { heardFrom: 'meeting', heard: 'Licht', decision: 'doing', answer: 'In mei.' }],
    ['meeting', meetingFields],
  ] as const)('leaves a new %s that is public once, and a draft that can be finished', async (kind, fields) => {
    const { drafts, organiser, aStoredDraft, published, professionals } = await givenCrash();
    const draft = await aStoredDraft(kind, fields);
    await expect(drafts.publish(organiser, draft.id, 1)).rejects.toThrow('crash');
    expect(await drafts.check(organiser, draft.id)).toMatchObject({ ok: true, value: { outdated: false } });
    expect(await drafts.publish(organiser, draft.id, 1)).toMatchObject({
      ok: true,
      value: { id: draft.id, version: 1 },
    });
    const store = {
      theme: published.themes,
      update: published.updates,
      response: published.responses,
      meeting: published.meetings,
    }[kind];
    expect(await store.history(draft.id)).toHaveLength(1);
    expect(await professionals.drafts.get(draft.id)).toBeUndefined();
  });

  it('leaves a change that was made once', async () => {
    const { drafts, organiser, aStoredDraft, published, theme } = await givenCrash();
    const draft = await aStoredDraft('theme', { title: 'Anders', note: 'Waarom.' }, theme.id);
    await expect(drafts.publish(organiser, draft.id, 1)).rejects.toThrow('crash');
    expect(await drafts.publish(organiser, draft.id, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await published.themes.history(theme.id)).toHaveLength(2);
  });

  it('leaves one report of progress', async () => {
    const { drafts, organiser, aStoredDraft, published, intervention } = await givenCrash();
    const draft = await aStoredDraft('progress', { reached: '60', text: 'Nog eens twintig.' }, intervention.id);
    await expect(drafts.publish(organiser, draft.id, 1)).rejects.toThrow('crash');
    expect((await drafts.publish(organiser, draft.id, 1)).ok).toBe(true);
    expect((await published.interventions.get(intervention.id))?.progress).toMatchObject([
      { id: draft.id, reached: 60 },
    ]);
  });

  it('does not hide that the draft was changed afterwards', async () => {
    const { drafts, organiser, aStoredDraft } = await givenCrash();
    const draft = await aStoredDraft('theme', themeFields);
    await expect(drafts.publish(organiser, draft.id, 1)).rejects.toThrow('crash');
    await drafts.save(organiser, draft.id, { fields: { ...draft.fields, title: 'Later bedacht' }, revision: 1 });
    expect(await drafts.publish(organiser, draft.id, 2)).toEqual(refused('outdated'));
    expect(await drafts.rebase(organiser, draft.id, 2)).toMatchObject({
      ok: true,
      value: { subjectId: draft.id, baseVersion: 1 },
    });
  });
});

describe('a meeting', () => {
  it('is told to the sign-ups when it is published, and again when its places change', async () => {
    const { drafts, organiser, aStoredDraft, meetingsTold, published, buurt } = await givenDrafts();
    const meeting = aMeeting({ buurtId: buurt.id, places: 20 });
    await published.meetings.save(meeting, '');
    const draft = await aStoredDraft('meeting', { places: '30', note: 'We kregen een grotere zaal.' }, meeting.id);
    expect((await drafts.publish(organiser, draft.id, 1)).ok).toBe(true);
    expect(meetingsTold).toMatchObject([{ id: meeting.id, places: 30 }]);
  });
});
