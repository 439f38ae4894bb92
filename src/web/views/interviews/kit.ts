import type { InterviewKit, SignalOffer } from '../../../domain/signals/index.ts';
import { gridDrawing, type GridDrawing } from '../signals/map.ts';

/** What there is to choose from in one buurt, as a phone keeps it. */
export interface KitBuurt {
  readonly slug: string;
  readonly name: string;
  readonly themes: readonly { readonly slug: string; readonly title: string }[];
  readonly places: readonly { readonly name: string; readonly cell: string }[];
  readonly cells: readonly { readonly id: string; readonly label: string }[];
  readonly drawing: GridDrawing | null;
}

/** `InterviewKit` as JSON: bytes in base64 (RFC 4648). The island keeps it as it comes. */
export interface KitView {
  /** Counts up when this changes so that an older page would not understand it. */
  readonly form: 1;
  /** Written out, for who wonders how old the questions are. */
  readonly day: string;
  readonly deskKey: { readonly id: string; readonly publicKey: string };
  readonly portalKey: string;
  readonly lists: InterviewKit['lists'];
  readonly buurten: readonly KitBuurt[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What `/interview/gegevens.json` answers. `day`: today, written out. */
export const kitView = ({ deskKey, portalKey, lists, offers }: InterviewKit, day: string): KitView => ({
  form: 1,
  day,
  deskKey: { id: deskKey.id, publicKey: base64(deskKey.publicKey) },
  portalKey: base64(portalKey),
  lists,
  buurten: offers.map(buurtOf),
});

const buurtOf = (offer: SignalOffer): KitBuurt => ({
  slug: offer.buurt.slug,
  name: offer.buurt.name,
  themes: offer.themes.map(({ slug, title }) => ({ slug, title })),
  places: offer.places.flatMap(({ name, cell }) => (cell === null ? [] : [{ name, cell }])),
  cells: offer.cells.map(({ id, label }) => ({ id, label })),
  drawing: gridDrawing(offer),
});
