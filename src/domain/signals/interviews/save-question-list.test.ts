import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../../tests/signals/given.ts';

const FORM = { title: 'Rondje portiek', questions: 'Hoe voelt u zich hier?\nWat gaat er goed?' };

async function given() {
  const all = await givenSignals();
  const { interviews } = all.signals;
  const made = await interviews.saveList(all.desk, null, FORM);
  if (!made.ok) throw new Error(made.reason);
  return { ...all, interviews, list: made.value };
}

describe('a list of questions', () => {
  it('is there for the desk and for interviewers, the newest version of it', async () => {
    const { interviews, list, desk, others } = await given();
    const changed = await interviews.saveList(desk, list, { ...FORM, questions: 'Wat mist u?' });
    expect(changed).toMatchObject({ ok: true, value: { id: list.id, version: 2, questions: ['Wat mist u?'] } });
    for (const actor of [desk, others['an interviewer']])
      expect(await interviews.findList(actor, list.id)).toEqual(changed);
  });

  it('keeps the change of who was first, when two people change it at once', async () => {
    const { interviews, list, desk } = await given();
    const outcomes = await Promise.all(
      ['Eerst?', 'Daarna?'].map((questions) => interviews.saveList(desk, list, { ...FORM, questions })),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.reason)).toSorted()).toEqual(['saved', 'stale']);
    const kept = outcomes.find(({ ok }) => ok);
    expect(await interviews.findList(desk, list.id)).toEqual(kept);
  });

  it('cannot be chosen on a phone once it was put away, and comes back', async () => {
    const { interviews, list, desk, others } = await given();
    const titles = async () => {
      const kit = await interviews.kit(others['an interviewer']);
      return kit.ok ? kit.value.lists.map(({ title }) => title) : kit.reason;
    };
    expect(await titles()).toEqual([FORM.title]);
    expect(await interviews.archiveList(desk, list, true)).toMatchObject({
      ok: true,
      value: { archived: true, version: 2 },
    });
    expect(await titles()).toEqual([]);
    expect(await interviews.archiveList(desk, list, false)).toMatchObject({ ok: false, reason: 'stale' });
    await interviews.archiveList(desk, { id: list.id, version: 2 }, false);
    expect(await titles()).toEqual([FORM.title]);
  });

  it('is made and changed by the desk alone', async () => {
    const { interviews, list, others } = await given();
    for (const [name, actor] of Object.entries(others)) {
      expect(await interviews.saveList(actor, null, FORM), name).toMatchObject({ reason: 'forbidden' });
      expect(await interviews.saveList(actor, list, FORM), name).toMatchObject({ reason: 'forbidden' });
      expect(await interviews.archiveList(actor, list, true), name).toMatchObject({ reason: 'forbidden' });
    }
  });

  it('is shown to nobody but desk and interviewers', async () => {
    const { interviews, list, others } = await given();
    const { 'an interviewer': _allowed, ...rest } = others;
    for (const [name, actor] of Object.entries(rest)) {
      expect(await interviews.lists(actor), name).toMatchObject({ reason: 'forbidden' });
      expect(await interviews.findList(actor, list.id), name).toMatchObject({ reason: 'forbidden' });
      expect(await interviews.kit(actor), name).toMatchObject({ reason: 'forbidden' });
    }
  });

  it.each(['', 'niet-hier', '\u0000', 'a'.repeat(500)])('is not there under the id %j', async (id) => {
    const { interviews, desk } = await given();
    expect(await interviews.findList(desk, id)).toEqual({ ok: false, reason: 'unknown-list' });
    expect(await interviews.saveList(desk, { id, version: 1 }, FORM)).toMatchObject({ ok: false });
  });

  it('leaves its name in the audit log, and who changed it', async () => {
    const { acts, desk, list } = await given();
    expect(acts.filter(({ action }) => action.startsWith('question-list'))).toEqual([
      { actor: desk, action: 'question-list.add', object: `question-list:${list.id}`, note: FORM.title },
    ]);
  });
});
