import { expect, it } from 'vitest';
import { openPublished } from '../../src/storage/published/index.ts';
import { aBuurt, aMeeting, aReport, nextVersion } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('meetings', openPublished, (realm) => {
  async function givenMeetings(...days: string[]) {
    const buurt = aBuurt();
    await realm().buurten.save(buurt, '');
    const meetings = days.map((day) => {
      const [startsAt, endsAt] = [new Date(`${day}T18:00:00.000Z`), new Date(`${day}T20:00:00.000Z`)];
      return aMeeting({ buurtId: buurt.id, title: day, startsAt, endsAt });
    });
    for (const meeting of meetings) await realm().meetings.save(meeting, '');
    return { buurtId: buurt.id, meetings };
  }
  const titles = (meetings: readonly { title: string }[]) => meetings.map(({ title }) => title);

  it('lists what is still to come, soonest first, also while it is going on', async () => {
    const { buurtId } = await givenMeetings('2027-05-03', '2027-05-01', '2027-05-02');
    const during = new Date('2027-05-02T19:59:59.999Z');
    expect(titles(await realm().meetings.listUpcoming(during, buurtId))).toEqual(['2027-05-02', '2027-05-03']);
    expect(await realm().meetings.listUpcoming(new Date('2027-05-03T20:00:00.000Z'), buurtId)).toEqual([]);
  });

  it('lists what is over, latest first, as many as asked', async () => {
    const { buurtId } = await givenMeetings('2027-06-03', '2027-06-01', '2027-06-02');
    const after = new Date('2027-06-04T00:00:00.000Z');
    expect(titles(await realm().meetings.listPast(after, 2, buurtId))).toEqual(['2027-06-03', '2027-06-02']);
  });

  it('has each meeting in one of the two lists, also at the instant it ends', async () => {
    const { buurtId } = await givenMeetings('2027-07-01');
    const ends = new Date('2027-07-01T20:00:00.000Z');
    expect(await realm().meetings.listUpcoming(ends, buurtId)).toEqual([]);
    expect(titles(await realm().meetings.listPast(ends, 9, buurtId))).toEqual(['2027-07-01']);
    expect(titles(await realm().meetings.listAwaitingReport(ends, buurtId))).toEqual(['2027-07-01']);
  });

  it.each(['\0', `x\0${'y'.repeat(20)}`, 'x'.repeat(100_000)])(
    'knows nothing by an id that nothing can have',
    async (id) => {
      const { meetings, reports } = realm();
      expect(await meetings.get(id)).toBeUndefined();
      expect(await reports.get(id)).toBeUndefined();
      expect([...(await meetings.history(id)), ...(await reports.history(id))]).toEqual([]);
    },
  );

  it('lists all buurten together when none is given', async () => {
    await givenMeetings('2028-01-01');
    await givenMeetings('2028-01-02');
    const after = new Date('2027-12-31T00:00:00.000Z');
    expect(titles(await realm().meetings.listUpcoming(after))).toEqual(['2028-01-01', '2028-01-02']);
  });

  it('lists the meetings of one series, soonest first, with those called off and those that are over', async () => {
    const { buurtId } = await givenMeetings('2029-01-01');
    const of = (day: string, more = {}) =>
      aMeeting({
        buurtId,
        title: day,
        startsAt: new Date(`${day}T18:00Z`),
        endsAt: new Date(`${day}T20:00Z`),
        ...more,
      });
    await realm().meetings.save(of('2029-03-06', { series: 'coffee' }), '');
    await realm().meetings.save(of('2029-02-06', { series: 'coffee', cancelled: 'De zaal is dicht.' }), '');
    await realm().meetings.save(of('2029-02-13', { series: 'tea' }), '');
    expect(titles(await realm().meetings.listSeries('coffee'))).toEqual(['2029-02-06', '2029-03-06']);
    expect(await realm().meetings.listSeries('')).toEqual([]);
  });

  it('lists what was held and has no report, latest first: not what is still going on, was called off, or is told', async () => {
    const days = ['2030-05-01', '2030-05-02', '2030-05-03', '2030-05-04', '2030-05-05'];
    const { buurtId, meetings } = await givenMeetings(...days);
    const [, off, told] = meetings;
    if (off === undefined || told === undefined) throw new Error('No meetings.');
    await realm().meetings.save(nextVersion(off, { cancelled: 'De zaal is dicht.' }), '');
    await realm().reports.save(aReport({ id: told.id, buurtId }), '');
    const during = new Date('2030-05-05T19:59:59.999Z');
    expect(titles(await realm().meetings.listAwaitingReport(during, buurtId))).toEqual(['2030-05-04', '2030-05-01']);
    await givenMeetings('2030-05-03');
    const everywhere = titles(await realm().meetings.listAwaitingReport(during));
    expect(everywhere.slice(0, 3)).toEqual(['2030-05-04', '2030-05-03', '2030-05-01']);
  });

  it('gives back everything that was announced', async () => {
    const { buurtId } = await givenMeetings('2031-01-01');
    const meeting = aMeeting({
      buurtId,
      signUpOpensAt: new Date('2027-03-01T08:00:00.000Z'),
      signUpClosesAt: new Date('2027-03-18T11:00:00.000Z'),
      online: true,
      interpreters: ['ar', 'zgh'],
      translations: [{ language: 'ar', title: 'مرحبا', summary: '<b>"؟' }],
      series: 'coffee-2031',
    });
    await realm().meetings.save(meeting, '');
    expect(await realm().meetings.get(meeting.id)).toEqual({ ...meeting, placesLeft: 20, waiting: 0 });
  });

  it('has all its places left before anybody signed up', async () => {
    const { meetings } = await givenMeetings('2027-07-01');
    const [meeting] = meetings;
    expect(await realm().meetings.find(meeting?.slug ?? '')).toEqual({ ...meeting, placesLeft: 20, waiting: 0 });
  });

  it('shows the places left that the residents realm told last, also when an earlier answer arrives late', async () => {
    const { meetings } = await givenMeetings('2027-08-01');
    const id = meetings[0]?.id ?? '';
    await realm().meetings.publishPlaces(id, { left: 3, waiting: 0, turn: 5 });
    await realm().meetings.publishPlaces(id, { left: 0, waiting: 2, turn: 9 });
    await realm().meetings.publishPlaces(id, { left: 1, waiting: 0, turn: 7 });
    expect(await realm().meetings.get(id)).toMatchObject({ placesLeft: 0, waiting: 2 });
  });

  it('keeps the places left when the organiser changes the text', async () => {
    const { meetings } = await givenMeetings('2027-09-01');
    const [meeting] = meetings;
    if (meeting === undefined) throw new Error('No meeting.');
    await realm().meetings.publishPlaces(meeting.id, { left: 4, waiting: 0, turn: 1 });
    await realm().meetings.save(nextVersion(meeting, { title: 'Nieuwe titel' }), '');
    expect(await realm().meetings.get(meeting.id)).toMatchObject({ title: 'Nieuwe titel', placesLeft: 4 });
  });
});
