import type { Buurt } from '../../domain/buurten/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import type { MultiPolygon } from '../../domain/kernel/index.ts';
import { emblemOf } from '../geo/outline.ts';
import { routes } from '../routes.ts';
import type { Sheet } from './sheet.ts';
import { wordsIn, type PosterLanguage, type SheetSize } from './words.ts';

export interface SheetAsked {
  readonly size: SheetSize;
  /** Besides Dutch. */
  readonly languages: readonly PosterLanguage[];
  readonly origin: string;
  readonly now: Date;
}

/** An address as people type it. */
const typed = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/, '');

/** What the sheet of a meeting says. */
export function sheetOf(
  { meeting, buurt, shape }: { readonly meeting: Meeting; readonly buurt: Buurt; readonly shape: MultiPolygon },
  { size, languages, origin, now }: SheetAsked,
): Sheet {
  const subject = { meeting, buurt, now };
  const page = origin + routes.meeting(meeting.slug);
  const others = languages.filter((language) => language !== 'nl').map((language) => wordsIn(language, subject));
  return {
    size,
    accent: buurt.accent,
    buurt: { name: buurt.name, drawing: emblemOf(shape) },
    place: { name: meeting.placeName, address: meeting.address },
    words: [wordsIn('nl', subject), ...others],
    reason: meeting.cancelled ?? '',
    address: { full: page, short: typed(page) },
  };
}
