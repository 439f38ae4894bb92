import { expect, it } from 'vitest';
import { openPublished } from '../../src/storage/published/index.ts';
import { aBuurt, aMeeting, aReport, nextVersion } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('reports', openPublished, (realm) => {
  async function givenHeld(...days: string[]) {
    const buurt = aBuurt();
    await realm().buurten.save(buurt, '');
    const meetings = days.map((day) =>
      aMeeting({ buurtId: buurt.id, startsAt: new Date(`${day}T18:00Z`), endsAt: new Date(`${day}T20:00Z`) }),
    );
    for (const meeting of meetings) await realm().meetings.save(meeting, '');
    return { buurtId: buurt.id, meetings };
  }

  it('gives back a report exactly as it was saved, under the id of its meeting', async () => {
    const { buurtId, meetings } = await givenHeld('2027-01-05');
    const report = aReport({ id: meetings[0]?.id ?? '', buurtId, attended: 0, tellOn: null });
    expect(await realm().reports.save(report, '')).toBe('saved');
    expect(await realm().reports.get(report.id)).toEqual(report);
    expect(await realm().reports.get('nowhere')).toBeUndefined();
  });

  it('lists those of one buurt, the meeting that was last first, whenever they were written', async () => {
    const { buurtId, meetings } = await givenHeld('2027-01-05', '2027-03-05', '2027-02-05');
    const [january, march, february] = meetings.map(({ id }) => id);
    for (const id of [march, january, february]) {
      await realm().reports.save(aReport({ id: id ?? '', buurtId }), '');
    }
    const other = await givenHeld('2027-04-05');
    await realm().reports.save(aReport({ id: other.meetings[0]?.id ?? '', buurtId: other.buurtId }), '');
    expect((await realm().reports.list(buurtId)).map(({ id }) => id)).toEqual([march, february, january]);
  });

  it('keeps what was agreed first, with the reason for the change', async () => {
    const { buurtId, meetings } = await givenHeld('2027-01-06');
    const first = aReport({ id: meetings[0]?.id ?? '', buurtId });
    const done = first.agreements.map((agreement) => ({ ...agreement, done: true }));
    await realm().reports.save(first, '');
    await realm().reports.save(nextVersion(first, { agreements: done }), 'De lampen hangen.');
    const history = await realm().reports.history(first.id);
    expect(history.map(({ version, note, content }) => [version, note, content.agreements[0]?.done])).toEqual([
      [2, 'De lampen hangen.', true],
      [1, '', false],
    ]);
  });
});
