import type * as Leaflet from 'leaflet';
import type { LiveMap } from '../views/map/page.ts';

/** What the map says, from content/messages; `pin` per number. */
export interface MapWords {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly pins: Readonly<Record<number, string>>;
}

export interface DrawnMap {
  /** Brings a place into view and moves the focus to its number. */
  show(number: number): void;
  remove(): void;
}

interface Needs {
  readonly box: HTMLElement;
  readonly live: LiveMap;
  readonly words: MapWords;
}

/** The map may be moved this far (in parts of its own size) beyond what is on it. */
const ROOM = 0.5;

function makePin({ number, kind }: LiveMap['places'][number], label: string): HTMLButtonElement {
  const pin = document.createElement('button');
  pin.type = 'button';
  pin.className = `pin pin-${kind}`;
  pin.setAttribute('aria-label', label);
  const text = document.createElement('span');
  text.textContent = String(number);
  pin.append(text);
  return pin;
}

/** Marks one place, on the map and in the list, and no other. */
function markOnly(box: HTMLElement, number: number): void {
  for (const pin of box.querySelectorAll('.pin')) pin.classList.toggle('chosen', pin.textContent === String(number));
  for (const item of document.querySelectorAll('[data-place]'))
    item.classList.toggle('chosen', item.getAttribute('data-place') === String(number));
}

function toList(number: number): void {
  const item = document.querySelector<HTMLElement>(`[data-place="${String(number)}"]`);
  item?.scrollIntoView({ block: 'nearest' });
  item?.focus({ preventScroll: true });
}

function makeMap(leaflet: typeof Leaflet, { box, live, words }: Needs): Leaflet.Map {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [west, south, east, north] = live.bounds;
  const bounds = leaflet.latLngBounds([south, west], [north, east]);
  const map = leaflet.map(box, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    zoomSnap: 0.25,
    maxZoom: 19,
    maxBounds: bounds.pad(ROOM),
  });
  leaflet.control.zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', words.map);
  map.fitBounds(bounds, { padding: [36, 36], animate: false });
  // The whole buurt is in view: a finger that drags wants to move the page, until one comes closer.
  const whole = map.getZoom();
  map.setMinZoom(whole);
  const letDrag = () => (map.getZoom() > whole ? map.dragging.enable() : map.dragging.disable());
  map.on('zoomend', letDrag);
  letDrag();
  return map;
}

function drawKnown(
  leaflet: typeof Leaflet,
  map: Leaflet.Map,
  { name, lon, lat, below }: LiveMap['known'][number],
): void {
  const label = document.createElement('span');
  label.textContent = name;
  const icon = leaflet.divIcon({
    className: below ? 'known-place below' : 'known-place',
    html: label,
    iconSize: [0, 0],
  });
  leaflet.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map);
}

/** Draws the outline and the places with Leaflet. No tiles, no pictures, nothing from elsewhere; only DOM nodes, no HTML text. */
export function drawMap(leaflet: typeof Leaflet, needs: Needs): DrawnMap {
  const { box, live, words } = needs;
  box.hidden = false;
  const map = makeMap(leaflet, needs);
  const rings = live.shape.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]): Leaflet.LatLngTuple => [lat, lon])),
  );
  leaflet.polygon(rings, { className: 'area', interactive: false }).addTo(map);
  for (const place of live.known) drawKnown(leaflet, map, place);
  const pins = new Map(
    live.places.map((place) => {
      const at = leaflet.latLng(place.lat, place.lon);
      const pin = makePin(place, words.pins[place.number] ?? String(place.number));
      const icon = leaflet.divIcon({ className: 'pin-place', html: pin, iconSize: [44, 44] });
      leaflet.marker(at, { icon, keyboard: false, interactive: false, zIndexOffset: 1000 }).addTo(map);
      leaflet.DomEvent.disableClickPropagation(pin);
      pin.addEventListener('focus', () => map.panInside(at, { padding: [40, 40] }));
      pin.addEventListener('click', () => {
        markOnly(box, place.number);
        toList(place.number);
      });
      return [place.number, { pin, at }] as const;
    }),
  );
  return {
    show(number) {
      const found = pins.get(number);
      if (!found) return;
      markOnly(box, number);
      box.scrollIntoView({ block: 'nearest' });
      map.panTo(found.at);
      found.pin.focus({ preventScroll: true });
    },
    remove: () => {
      map.remove();
    },
  };
}
