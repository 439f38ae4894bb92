import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../../tests/factories/index.ts';
import type { Version } from '../../../domain/kernel/index.ts';
import type { Meeting, MeetingContent } from '../../../domain/meetings/index.ts';
import { asScriptData, eventOf } from './event.ts';

const now = new Date('2027-03-15T09:00:00Z');
const origin = 'https://buurtbalans.example';
const aMeeting = (changes: Partial<Meeting> = {}): Meeting => ({
  ...announced({ slug: 'koffie', ...changes }),
  placesLeft: 3,
  waiting: 0,
  ...changes,
});
const event = (changes: Partial<Meeting> = {}, history: readonly Version<MeetingContent>[] = []) =>
  eventOf(aMeeting(changes), { origin, history, now });

describe('the meeting for search engines', () => {
  it('has its hours with the Dutch offset, its place, its room and its price', () => {
    expect(event()).toMatchObject({
      '@type': 'Event',
      url: `${origin}/bijeenkomsten/koffie`,
      startDate: '2027-03-18T19:30:00+01:00',
      endDate: '2027-03-18T21:30:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        name: 'Buurthuis De Linde',
        address: 'Lindestraat 1, Amsterdam',
        geo: { latitude: 52.315, longitude: 4.955 },
      },
      organizer: { name: 'Stichting De Linde' },
      isAccessibleForFree: true,
      maximumAttendeeCapacity: 20,
      remainingAttendeeCapacity: 3,
      inLanguage: ['nl'],
      offers: { price: 0, availability: 'https://schema.org/InStock' },
    });
  });

  it('says when it is full, and offers nothing when nobody can sign up', () => {
    expect(event({ placesLeft: 0 })).toMatchObject({ offers: { availability: 'https://schema.org/SoldOut' } });
    expect(event({ signUpClosesAt: now })).not.toHaveProperty('offers');
    expect(event({ cancelled: 'Ziek.' })).not.toHaveProperty('offers');
  });

  it('says that it is off, or when it was before', () => {
    const before = aMeeting({ startsAt: new Date('2027-04-06T17:30:00Z') });
    const history = [{ version: 1, at: now, note: '', content: before }];
    expect(event({ cancelled: '' })).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(event({ version: 2 }, history)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2027-04-06T19:30:00+02:00',
    });
  });

  it('leads whoever joins from a distance to the page, as the link is for participants only', () => {
    expect(event({ online: true })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation', url: `${origin}/bijeenkomsten/koffie` }],
    });
  });
});

describe('data between script tags', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>&amp;&lt;',
    '"\\\u2028\u2029\u0000',
    'قهوة \ud800',
  ])('cannot end them, and means the same: %j', (title) => {
    const data = asScriptData(event({ title }));
    expect(data).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(data)).toMatchObject({ name: title });
  });

  it('holds for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, placeName) => {
        const data = asScriptData(event({ title, placeName }));
        expect(data).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(data)).toMatchObject({ name: title, location: { name: placeName } });
      }),
    );
  });
});
