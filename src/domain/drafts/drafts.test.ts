import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { givenDrafts, meetingFields, themeFields } from '../../../tests/drafts/given.ts';
import { newId, refused } from '../kernel/index.ts';
import { NEW_BUURT } from './index.ts';

describe('who may write', () => {
  it.each([
    ['organiser', true, true],
    ['organiser of another buurt', false, false],
    ['professional', false, false],
    ['signal desk', false, false],
    ['administrator', true, false],
    ['visitor', false, false],
  ] as const)('%s: texts %s, meetings %s', async (name, texts, meetings) => {
    const { drafts, people, buurt, aStoredDraft, professionals } = await givenDrafts();
    const actor = people[name];
    for (const [kind, fields, may] of [
      ['theme', themeFields, texts],
      ['meeting', meetingFields, meetings],
    ] as const) {
      const draft = await aStoredDraft(kind, fields);
      const first = { ...draft, id: newId() };
      const answers = [
        await drafts.begin(actor, { kind, buurtId: buurt.id, subjectId: null }),
        await drafts.create(actor, first),
        await drafts.get(actor, draft.id),
        await drafts.check(actor, draft.id),
        await drafts.save(actor, draft.id, { fields: { ...draft.fields, summary: 'Anders' }, revision: 1 }),
        await drafts.rebase(actor, draft.id, 2),
        await drafts.discard(actor, draft.id),
        await drafts.restore(actor, draft.id),
        await drafts.publish(actor, draft.id, 4),
      ];
      for (const answer of answers) {
        if (may) expect(answer.ok).toBe(true);
        else expect(answer).toEqual(refused('forbidden'));
      }
      expect((await professionals.drafts.get(draft.id)) === undefined).toBe(may);
      expect((await professionals.drafts.get(first.id)) === undefined).toBe(!may);
    }
  });

  it('only administrators begin a new buurt', async () => {
    const { drafts, people } = await givenDrafts();
    const wanted = { kind: 'buurt', buurtId: NEW_BUURT, subjectId: null } as const;
    expect((await drafts.begin(people.administrator, wanted)).ok).toBe(true);
    for (const name of ['organiser', 'professional', 'signal desk', 'visitor'] as const) {
      expect(await drafts.begin(people[name], wanted)).toEqual(refused('forbidden'));
    }
  });

  it('a text of one buurt cannot be drafted as if it were of another', async () => {
    const { drafts, people, theme, elsewhere } = await givenDrafts();
    const actor = people['organiser of another buurt'];
    const wanted = { kind: 'theme', buurtId: elsewhere.id, subjectId: theme.id } as const;
    expect(await drafts.begin(actor, wanted)).toEqual(refused('unknown'));
    const draft = { ...wanted, id: newId(), baseVersion: 1, fields: themeFields };
    expect(await drafts.create(actor, draft)).toEqual(refused('unknown'));
  });

  it('each save and each picture has a line in the audit log', async () => {
    const { drafts, people, aStoredDraft, professionals } = await givenDrafts();
    const draft = await aStoredDraft('update', { title: 'Nieuw licht', text: 'Het brandt.' });
    const saved = await drafts.save(people.organiser, draft.id, {
      fields: { ...draft.fields, text: 'Het brandt weer.' },
      revision: 1,
    });
    expect(saved.ok).toBe(true);
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect((await drafts.addPicture(people.organiser, draft.id, picture)).ok).toBe(true);
    const lines = await professionals.audit.list({ limit: 10 });
    const line = { object: `update:${draft.id}`, note: 'Nieuw licht', result: 'done' };
    expect(lines).toContainEqual(expect.objectContaining({ ...line, action: 'draft.save' }));
    expect(lines).toContainEqual(expect.objectContaining({ ...line, action: 'draft.picture' }));
  });

  it('the list shows each only what they may write', async () => {
    const { drafts, people, buurt, aStoredDraft } = await givenDrafts();
    await aStoredDraft('theme', themeFields);
    await aStoredDraft('meeting', meetingFields);
    const kinds = async (name: keyof typeof people) => {
      const answer = await drafts.list(people[name], buurt.id);
      return answer.ok ? answer.value.open.map(({ kind }) => kind).sort() : answer.reason;
    };
    expect(await kinds('organiser')).toEqual(['meeting', 'theme']);
    expect(await kinds('administrator')).toEqual(['theme']);
    expect(await kinds('professional')).toBe('forbidden');
    expect(await kinds('organiser of another buurt')).toBe('forbidden');
  });
});

describe('saving', () => {
  it('keeps everything that was typed, also what is not right yet', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('theme', { startedOn: 'morgen', title: '', weHear: 'a\r\nb\u0000\uD800' });
    const found = await drafts.get(organiser, draft.id);
    expect(found).toMatchObject({ value: { fields: { startedOn: 'morgen', title: '', weHear: 'a\nb\uFFFD' } } });
  });

  it('tells the second of two people, and overwrites nothing', async () => {
    const { drafts, organiser, people, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('theme', themeFields);
    const save = (actor: typeof organiser, title: string) =>
      drafts.save(actor, draft.id, { fields: { ...draft.fields, title }, revision: 1 });
    expect(await save(people.administrator, 'Van Aad')).toMatchObject({
      ok: true,
      value: { revision: 2, changedBy: 'Aad' },
    });
    expect(await save(organiser, 'Van Samira')).toEqual(refused('stale'));
    expect(await drafts.get(organiser, draft.id)).toMatchObject({ value: { fields: { title: 'Van Aad' } } });
  });

  it('the same form twice makes one draft and one revision', async () => {
    const { drafts, organiser, buurt } = await givenDrafts();
    const begun = await drafts.begin(organiser, { kind: 'theme', buurtId: buurt.id, subjectId: null });
    if (!begun.ok) throw new Error(begun.reason);
    const first = { ...begun.value, fields: themeFields };
    const answers = [await drafts.create(organiser, first), await drafts.create(organiser, first)];
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const list = await drafts.list(organiser, buurt.id);
    expect(list.ok && list.value.open).toHaveLength(1);
    expect(await drafts.create(organiser, { ...first, fields: { title: 'Anders' } })).toEqual(refused('stale'));
  });

  it('keeps only fields that the kind has, and refuses more than it can keep', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('theme', { ...themeFields, accountId: 'x', __proto__: 'x' });
    expect(Object.keys(draft.fields)).not.toContain('accountId');
    const tooMuch = { fields: { ...draft.fields, weHear: 'x'.repeat(300_000) }, revision: 1 };
    expect(await drafts.save(organiser, draft.id, tooMuch)).toEqual(refused('too-much'));
  });
});

describe('throwing away', () => {
  it('can be undone for 30 days, and is then for good', async () => {
    const { drafts, organiser, buurt, aStoredDraft, clock, professionals } = await givenDrafts();
    const draft = await aStoredDraft('theme', themeFields);
    await drafts.discard(organiser, draft.id);
    expect(await drafts.save(organiser, draft.id, { fields: themeFields, revision: 2 })).toEqual(refused('gone'));
    expect(await drafts.publish(organiser, draft.id, 2)).toEqual(refused('gone'));
    expect(await drafts.list(organiser, buurt.id)).toMatchObject({
      value: { open: [], discarded: [{ id: draft.id }] },
    });
    await drafts.restore(organiser, draft.id);
    expect(await drafts.list(organiser, buurt.id)).toMatchObject({
      value: { open: [{ fields: draft.fields }], discarded: [] },
    });
    await drafts.discard(organiser, draft.id);
    clock.now = new Date('2027-03-13T09:00:00.000Z');
    expect(await drafts.list(organiser, buurt.id)).toMatchObject({ value: { open: [], discarded: [] } });
    expect(await professionals.drafts.get(draft.id)).toBeUndefined();
  });
});

describe('pictures of a draft', () => {
  const photo = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: '#446688' } })
      .png()
      .toBuffer();

  it('are seen only by who may write the draft', async () => {
    const { drafts, organiser, people, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('update', { title: 'Nieuws', text: 'Tekst' });
    const added = await drafts.addPicture(organiser, draft.id, await photo());
    const [pictureId = ''] = added.ok ? (added.value.fields['pictures'] ?? []) : [];
    const wanted = { draftId: draft.id, pictureId, width: 60 };
    expect(await drafts.picture(organiser, wanted)).toMatchObject({ ok: true, value: { width: 60, height: 40 } });
    for (const name of ['organiser of another buurt', 'professional', 'visitor'] as const) {
      expect(await drafts.picture(people[name], wanted)).toEqual(refused('forbidden'));
    }
    expect(await drafts.picture(organiser, { ...wanted, width: 61 })).toEqual(refused('gone'));
  });

  it('of another draft cannot be taken along by naming them', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const [mine, other] = [await aStoredDraft('update', {}), await aStoredDraft('update', {})];
    const added = await drafts.addPicture(organiser, other.id, await photo());
    const [pictureId = ''] = added.ok ? (added.value.fields['pictures'] ?? []) : [];
    const saved = await drafts.save(organiser, mine.id, {
      fields: { title: 'x', pictures: [pictureId], alts: ['x'] },
      revision: 1,
    });
    expect(saved).toMatchObject({ ok: true, value: { fields: { title: 'x', pictures: [], alts: [] } } });
  });

  it('that are refused leave the draft as it was', async () => {
    const { drafts, organiser, aStoredDraft } = await givenDrafts();
    const draft = await aStoredDraft('update', { title: 'Nieuws' });
    expect(await drafts.addPicture(organiser, draft.id, Buffer.from('<svg/>'))).toEqual(refused('not-a-picture'));
    expect(await drafts.get(organiser, draft.id)).toEqual({ ok: true, value: draft });
  });
});
