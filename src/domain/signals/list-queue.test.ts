import { describe, expect, it } from 'vitest';
import { refused } from '../kernel/index.ts';
import { givenSignals } from '../../../tests/signals/given.ts';

describe('the queue of the desk', () => {
  it('shows signals with the words around them, and how many there are of each', async () => {
    const { signals, send, desk, buurt, theme, cells, acts } = await givenSignals();
    const corner = cells[0];
    await send({ cell: corner?.id ?? '' });
    expect(await signals.queue(desk, 'new')).toMatchObject({
      ok: true,
      value: {
        counts: { new: 1, accepted: 0, refused: 0 },
        entries: [{ buurtName: buurt.name, themeTitle: theme.title, place: { label: corner?.label, knownPlaces: [] } }],
      },
    });
    expect(acts).toEqual([]);
  });

  it('names the known places in the cell', async () => {
    const { signals, send, desk } = await givenSignals();
    const offer = await signals.offer('lindebuurt');
    await send({ cell: offer?.places[0]?.cell ?? '' });
    expect(await signals.queue(desk, 'new')).toMatchObject({
      value: { entries: [{ place: { knownPlaces: ['Het plein'] } }] },
    });
  });

  it('says so when there is no place and no theme', async () => {
    const { signals, send, desk } = await givenSignals();
    await send({ theme: '', cell: null });
    expect(await signals.queue(desk, 'new')).toMatchObject({ value: { entries: [{ themeTitle: null, place: null }] } });
  });

  it('opens for nobody else', async () => {
    const { signals, send, others } = await givenSignals();
    await send();
    for (const actor of Object.values(others)) expect(await signals.queue(actor, 'new')).toEqual(refused('forbidden'));
  });
});
