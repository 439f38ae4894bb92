import { describe, expect, it } from 'vitest';
import { refused } from '../../kernel/index.ts';
import { givenSignals } from '../../../../tests/signals/given.ts';

const NEW = { state: 'new', after: null } as const;

describe('the queue of the desk', () => {
  it('opens signals with the words around them', async () => {
    const { signals, send, desk, session, buurt, theme, cells, acts } = await givenSignals();
    const [corner] = cells;
    await send({ cell: corner?.id ?? '' });
    acts.length = 0;
    expect(await signals.desk.queue(desk, session, NEW)).toMatchObject({
      ok: true,
      value: {
        entries: [
          {
            content: { is: 'read', value: { text: 'Bij het plein voel ik me thuis.', channel: 'web' } },
            about: { buurtName: buurt.name, themeTitle: theme.title, place: { label: corner?.label } },
            ...{ hasPhoto: false, turns: 0, alike: 0 },
          },
        ],
        next: null,
      },
    });
    expect(await signals.desk.counts(desk)).toMatchObject({ value: { new: 1, accepted: 0, refused: 0 } });
    expect(acts).toEqual([]);
  });

  it('names the known places in the cell', async () => {
    const { signals, send, desk, session, buurt } = await givenSignals();
    const offer = await signals.intake.offer(buurt.slug);
    await send({ cell: offer?.places[0]?.cell ?? '' });
    expect(await signals.desk.queue(desk, session, NEW)).toMatchObject({
      value: { entries: [{ about: { place: { knownPlaces: ['Het plein'] } } }] },
    });
  });

  it('says so when there is no place and no theme', async () => {
    const { signals, send, desk, session } = await givenSignals();
    await send({ theme: '', cell: null });
    expect(await signals.desk.queue(desk, session, NEW)).toMatchObject({
      value: { entries: [{ about: { themeTitle: null, place: null } }] },
    });
  });

  it('shows every signal once, page by page, in an order that is not that of arrival', async () => {
    const { signals, send, desk, session } = await givenSignals();
    const sent = Array.from({ length: 60 }, (_, index) => `Signaal nummer ${index}.`);
    for (const text of sent) await send({ text });
    const seen: string[] = [];
    const ids: string[] = [];
    for (let after: { week: string; id: string } | null = null; ;) {
      const page = await signals.desk.queue(desk, session, { state: 'new', after });
      if (!page.ok) throw new Error(page.reason);
      for (const { content, signal } of page.value.entries) {
        seen.push(content.is === 'read' ? content.value.text : '');
        ids.push(signal.id);
      }
      after = page.value.next;
      if (after === null) break;
    }
    expect(seen.toSorted()).toEqual(sent.toSorted());
    expect(seen).not.toEqual(sent);
    expect(ids).toEqual(ids.toSorted());
  });

  it('tells how many others are much the same', async () => {
    const { signals, send, desk, session } = await givenSignals();
    for (const text of ['De lamp bij de trap is stuk.', 'De lamp bij de trap is stuk!', 'Fijn plein.'])
      await send({ text });
    const queue = await signals.desk.queue(desk, session, NEW);
    const alike = queue.ok ? queue.value.entries.map((entry) => entry.alike) : [];
    expect(alike.toSorted()).toEqual([0, 1, 1]);
  });

  it('opens for nobody else, and for the desk only with its keys', async () => {
    const { signals, send, desk, session, others, clock } = await givenSignals();
    await send();
    for (const actor of Object.values(others)) {
      expect(await signals.desk.queue(actor, session, NEW)).toEqual(refused('forbidden'));
      expect(await signals.desk.counts(actor)).toEqual(refused('forbidden'));
    }
    expect(await signals.desk.queue(desk, null, NEW)).toEqual(refused('locked'));
    clock.now = new Date(clock.now.getTime() + 15 * 60_000);
    expect(await signals.desk.queue(desk, session, NEW)).toEqual(refused('locked'));
    expect(await signals.desk.counts(desk)).toMatchObject({ value: { new: 1 } });
  });
});
