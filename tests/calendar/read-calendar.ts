import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';

/** One entry of a calendar as a program understands it. */
export interface ReadEntry {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly zone: string | undefined;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly status: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly url: string;
}

/** ical.js, with nothing but the time zone that stands in the calendar itself. */
export function readByIcalJs(text: string): ReadEntry[] {
  const calendar = ICAL.Component.fromString(text);
  const zones = calendar.getAllSubcomponents('vtimezone').map((one) => new ICAL.Timezone(one));
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    const instant = (name: string) => {
      const property = part.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (!property || !(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
      const zone = zones.find(({ tzid }) => tzid === property.getFirstParameter('tzid'));
      if (zone) time.zone = zone;
      return new Date(time.toUnixTime() * 1000).toISOString();
    };
    const word = (name: string) => String(part.getFirstPropertyValue(name) ?? '');
    return {
      uid: event.uid,
      start: instant('dtstart'),
      end: instant('dtend'),
      zone: part.getFirstProperty('dtstart')?.getFirstParameter('tzid'),
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: word('status'),
      sequence: Number(word('sequence')),
      stamp: instant('dtstamp'),
      url: word('url'),
    };
  });
}

const said = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '');

const isEvent = (part: unknown): part is VEvent =>
  typeof part === 'object' && part !== null && 'type' in part && part.type === 'VEVENT';

/** node-ical, which has the time zones of the world by itself. */
export const readByNodeIcal = (text: string): ReadEntry[] =>
  Object.values(sync.parseICS(text))
    .filter(isEvent)
    .map((event) => ({
      uid: event.uid,
      start: event.start.toISOString(),
      end: event.end?.toISOString() ?? '',
      zone: event.start.tz,
      summary: said(event.summary),
      description: said(event.description),
      location: said(event.location),
      status: String(event.status),
      sequence: Number(event.sequence),
      stamp: event.dtstamp.toISOString(),
      url: said(event.url),
    }));
