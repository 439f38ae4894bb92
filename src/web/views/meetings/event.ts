import type { Event, Place, VirtualLocation, WithContext } from 'schema-dts';
import type { Version } from '../../../domain/kernel/index.ts';
import {
  hasRoom,
  signUpClosesAt,
  signUpWindow,
  type Meeting,
  type MeetingContent,
} from '../../../domain/meetings/index.ts';
import { machineTime } from '../../dates.ts';
import { routes } from '../../routes.ts';
import { previousStart } from './moved.ts';

export interface EventNeeds {
  /** The public origin: addresses in data are whole. */
  readonly origin: string;
  readonly history: readonly Version<MeetingContent>[];
  readonly now: Date;
}

const placeOf = ({ placeName, address, place, wheelchair }: Meeting): Place => ({
  '@type': 'Place',
  name: placeName,
  address,
  ...(place && { geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon } }),
  ...(wheelchair && {
    amenityFeature: { '@type': 'LocationFeatureSpecification', name: 'wheelchair accessible', value: true },
  }),
});

/** The link itself is for participants only: who wants to take part from a distance begins at the page. */
const virtual = (page: string): VirtualLocation => ({ '@type': 'VirtualLocation', url: page });

function statusOf(meeting: Meeting, history: EventNeeds['history']) {
  if (meeting.cancelled !== null) return { eventStatus: 'https://schema.org/EventCancelled' as const };
  const before = previousStart(meeting, history);
  if (before === undefined) return { eventStatus: 'https://schema.org/EventScheduled' as const };
  return { eventStatus: 'https://schema.org/EventRescheduled' as const, previousStartDate: machineTime(before) };
}

/** Free places, while one can sign up for them or will be able to. */
const offersOf = (meeting: Meeting, { origin, now }: EventNeeds) =>
  signUpWindow(meeting, now) === 'closed'
    ? {}
    : {
        offers: {
          '@type': 'Offer' as const,
          price: 0,
          priceCurrency: 'EUR',
          availability: hasRoom(meeting)
            ? ('https://schema.org/InStock' as const)
            : ('https://schema.org/SoldOut' as const),
          url: `${origin}${routes.signUp(meeting.slug)}`,
          validFrom: machineTime(meeting.signUpOpensAt ?? meeting.publishedAt),
          validThrough: machineTime(signUpClosesAt(meeting)),
        },
      };

/** The meeting as schema.org knows it, for search engines and agendas that read pages. */
export function eventOf(meeting: Meeting, needs: EventNeeds): WithContext<Event> {
  const page = `${needs.origin}${routes.meeting(meeting.slug)}`;
  const { online } = meeting;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${page}#bijeenkomst`,
    url: page,
    name: meeting.title,
    description: meeting.summary,
    startDate: machineTime(meeting.startsAt),
    endDate: machineTime(meeting.endsAt),
    ...statusOf(meeting, needs.history),
    eventAttendanceMode: online
      ? 'https://schema.org/MixedEventAttendanceMode'
      : 'https://schema.org/OfflineEventAttendanceMode',
    location: online ? [placeOf(meeting), virtual(page)] : placeOf(meeting),
    organizer: { '@type': 'Organization', name: meeting.organiser, url: page },
    isAccessibleForFree: true,
    maximumAttendeeCapacity: meeting.places,
    remainingAttendeeCapacity: meeting.placesLeft,
    inLanguage: [...meeting.languages],
    ...offersOf(meeting, needs),
  };
}

/**
 * Data as it may stand between script tags. `<` could end the element or begin a comment in it, whatever it is in JSON; the
 * other two end a line for programs that read it as JavaScript (HTML standard, "restrictions for contents of script elements").
 */
export const asScriptData = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
