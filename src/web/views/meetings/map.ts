import type { Buurt, Outline } from '../../../domain/buurten/index.ts';
import { stateOf, type MeetingContent } from '../../../domain/meetings/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { mapView, type MapDrawing } from '../map/page.ts';

/** A small map that the server draws: the outline of the buurt, places one knows, and where the meeting is. */
export interface MeetingMapView {
  readonly drawing: MapDrawing;
  readonly title: string;
  readonly description: string;
  readonly big: { readonly href: string; readonly label: string };
  readonly source: string;
}

export interface MeetingMapInput {
  readonly buurt: Pick<Buurt, 'slug' | 'name' | 'places'>;
  readonly outline: Outline;
}

/** Half a hand wide: a coarser outline looks the same, and is a third of the bytes. */
const POINTS = 140;

/**
 * Null when the place is not known or far from the buurt, as long as no area was imported, and when nobody needs the way any
 * more: the meeting is over or called off.
 */
export function meetingMap(
  meeting: MeetingContent,
  { buurt, outline }: MeetingMapInput,
  { t, now }: { readonly t: Translate; readonly now: Date },
): MeetingMapView | null {
  const state = stateOf(meeting, now);
  if (state === 'past' || state === 'called-off') return null;
  const { title, placeName, place } = meeting;
  const placed = { kind: 'meeting', href: '', title, words: '', placeName, place } as const;
  const { drawing } = mapView({ buurt, outline, points: POINTS }, [placed]);
  if (drawing === null || drawing.places.length === 0) return null;
  return {
    drawing,
    title: t('meetings.map.title', { buurt: buurt.name }),
    description: t('meetings.map.described', { buurt: buurt.name, place: placeName }),
    big: { href: routes.map(buurt.slug), label: t('meetings.map.big', { buurt: buurt.name }) },
    source: t('map.source', { source: outline.source }),
  };
}
