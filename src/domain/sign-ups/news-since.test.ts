import { describe, expect, it } from 'vitest';
import { newsIn, newsOf } from './news-since.ts';

const meeting = {
  startsAt: new Date('2027-03-18T18:30:00Z'),
  endsAt: new Date('2027-03-18T20:00:00Z'),
  placeName: 'Het Huis',
  address: 'Straat 1',
  online: false,
  cancelled: null,
} as const;
const off = { ...meeting, cancelled: 'De zaal is dicht.' };

describe('what a change means for who signed up', () => {
  it('is nothing when it is the same meeting at the same hour and place', () => {
    expect(newsIn(meeting, { ...meeting, startsAt: new Date(meeting.startsAt) })).toBeNull();
    expect(newsIn(off, { ...off, cancelled: 'Een andere reden.' })).toBeNull();
  });

  it.each([
    { startsAt: new Date('2027-03-18T19:00:00Z') },
    { endsAt: new Date('2027-03-18T21:00:00Z') },
    { placeName: 'De Brug' },
    { address: 'Straat 2' },
    { online: true },
  ])('is a change when %j', (change) => {
    expect(newsIn(meeting, { ...meeting, ...change })).toBe('changed');
  });

  it('is that it does not go on, or that it goes on after all', () => {
    expect(newsIn(meeting, { ...off, placeName: 'De Brug' })).toBe('called-off');
    expect(newsIn(off, meeting)).toBe('changed');
  });

  it('counts from the version that they knew, whatever was in between', () => {
    const version = (number: number, content: typeof meeting | typeof off) => ({
      version: number,
      at: meeting.startsAt,
      note: '',
      content,
    });
    const news = newsOf([version(1, meeting), version(2, off), version(3, meeting)], meeting);
    expect([news(1), news(2), news(3), news(9)]).toEqual([null, 'changed', null, null]);
  });
});
