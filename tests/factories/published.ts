import type { Area, Buurt } from '../../src/domain/buurten/index.ts';
import type { Figure, FigureSource } from '../../src/domain/figures/index.ts';
import type { Intervention, Progress } from '../../src/domain/interventions/index.ts';
import { newId, slugOf, type MultiPolygon } from '../../src/domain/kernel/index.ts';
import type { Meeting, Report } from '../../src/domain/meetings/index.ts';
import type { Picture } from '../../src/domain/pictures/index.ts';
import type { Response } from '../../src/domain/responses/index.ts';
import type { Theme } from '../../src/domain/themes/index.ts';
import type { Update } from '../../src/domain/updates/index.ts';

/** Published for the first time, at a fixed moment. */
const firstVersion = () => ({
  id: newId(),
  version: 1,
  publishedAt: new Date('2027-01-12T09:00:00.000Z'),
  changedAt: new Date('2027-01-12T09:00:00.000Z'),
});

/** Addresses are unique in the portal, also when a test does not care about them. */
const uniqueSlug = (title: string) => `${slugOf(title)}-${newId().slice(0, 8)}`;

const SQUARE: MultiPolygon = [
  [
    [
      [4.95, 52.31],
      [4.96, 52.31],
      [4.96, 52.32],
      [4.95, 52.32],
      [4.95, 52.31],
    ],
  ],
];

/** What comes next of a text: the same with the changes, one version later. */
export const nextVersion = <Text extends { version: number; changedAt: Date }>(
  text: Text,
  changes: Partial<Text> = {},
): Text => ({
  ...text,
  version: text.version + 1,
  changedAt: new Date(text.changedAt.getTime() + 86_400_000),
  ...changes,
});

export const anArea = (changes: Partial<Area> = {}): Area => ({
  code: 'BU03630001',
  kind: 'buurt',
  name: 'Venserpolder-Oost',
  wijkCode: 'WK036301',
  gebiedCode: null,
  stadsdeelCode: null,
  gemeenteCode: 'GM0363',
  geometry: SQUARE,
  bounds: [4.95, 52.31, 4.96, 52.32],
  source: 'Getekend voor de tests, 2027',
  ...changes,
});

export const aBuurt = (changes: Partial<Buurt> = {}): Buurt => ({
  ...firstVersion(),
  slug: uniqueSlug(changes.name ?? 'Lindebuurt'),
  name: 'Lindebuurt',
  focus: 'We maken de binnentuinen weer fijn.',
  introduction: 'Een buurt met veel kinderen.',
  step: 'work',
  stepSince: '2027-01-04',
  stepNote: 'In mei kijken we wat er is gebeurd.',
  areaCodes: ['BU03630001'],
  boroughCode: null,
  cityCode: 'GM0363',
  keyIndicators: [],
  accent: 'moss',
  organisations: [{ name: 'Stichting De Linde', role: 'leidt het overleg', leads: true }],
  contact: {
    organisation: 'Stichting De Linde',
    email: 'linde@example.org',
    phone: '020 555 01 00',
    walkIn: 'dinsdag',
  },
  places: [{ name: 'Het plein', lon: 4.955, lat: 52.315 }],
  sample: false,
  ...changes,
});

export const aTheme = (changes: Partial<Theme> = {}): Theme => ({
  ...firstVersion(),
  buurtId: 'unknown',
  slug: uniqueSlug(changes.title ?? 'Schone portieken'),
  title: 'Schone portieken',
  summary: 'De portieken worden schoon en blijven schoon.',
  intendedOutcome: 'Wie thuiskomt, komt door een schone deur binnen.',
  phase: 'work',
  startedOn: '2027-01-04',
  figuresShow: 'Vier op de tien bewoners noemen afval.',
  weHear: 'Mensen schamen zich voor hun portiek.',
  judgement: '',
  indicators: [],
  workingGroup: { lead: 'Stichting De Linde', members: ['Woonbedrijf Zuid'], rhythm: 'elke twee weken' },
  ...changes,
});

export const anIntervention = (
  changes: Partial<Omit<Intervention, 'progress'>> = {},
): Omit<Intervention, 'progress'> => ({
  ...firstVersion(),
  buurtId: 'unknown',
  slug: uniqueSlug(changes.title ?? 'Nieuwe deuren'),
  title: 'Nieuwe deuren',
  owner: 'Woonbedrijf Zuid',
  promise: 'vervangt 120 voordeuren',
  dueOn: '2027-06-01',
  target: { number: 120, unit: 'deuren' },
  description: 'De oude deuren sluiten niet meer.',
  themeIds: [],
  placeName: 'Lindestraat',
  place: { lon: 4.955, lat: 52.315 },
  ...changes,
});

export const aProgress = (changes: Partial<Progress> = {}): Progress => ({
  id: newId(),
  interventionId: 'unknown',
  at: new Date('2027-02-01T10:00:00.000Z'),
  state: 'running',
  reached: 40,
  text: 'De eerste 40 deuren hangen.',
  ...changes,
});

export const anUpdate = (changes: Partial<Update> = {}): Update => ({
  ...firstVersion(),
  buurtId: 'unknown',
  title: 'De eerste deuren hangen',
  text: 'Vandaag zijn de eerste deuren geplaatst.',
  themeIds: [],
  interventionId: null,
  pictures: [],
  ...changes,
});

export const aResponse = (changes: Partial<Response> = {}): Response => ({
  ...firstVersion(),
  buurtId: 'unknown',
  heardFrom: 'meeting',
  heardOn: '2027-01-20',
  heard: 'De lift staat vaak stil.',
  decision: 'doing',
  answer: 'In maart komt er een nieuwe motor.',
  themeId: null,
  interventionId: null,
  ...changes,
});

export const aMeeting = (
  changes: Partial<Omit<Meeting, 'placesLeft' | 'waiting'>> = {},
): Omit<Meeting, 'placesLeft' | 'waiting'> => ({
  ...firstVersion(),
  buurtId: 'unknown',
  slug: uniqueSlug(changes.title ?? 'Praat mee over de portieken'),
  reportPromised: true,
  title: 'Praat mee over de portieken',
  description: 'We kijken samen wat er beter kan.',
  summary: 'Een avond over schone portieken.',
  startsAt: new Date('2027-03-18T18:30:00.000Z'),
  endsAt: new Date('2027-03-18T20:30:00.000Z'),
  placeName: 'Buurthuis De Linde',
  address: 'Lindestraat 1, Amsterdam',
  place: { lon: 4.955, lat: 52.315 },
  places: 20,
  organiser: 'Stichting De Linde',
  audience: 'Voor iedereen in de Lindebuurt.',
  agenda: '- 19.30 uur: koffie\n- 19.45 uur: aan tafel',
  signUpOpensAt: null,
  signUpClosesAt: null,
  route: 'De ingang is naast de apotheek.',
  online: false,
  languages: ['nl'],
  interpreters: [],
  wheelchair: true,
  childcare: false,
  food: true,
  themeIds: [],
  translations: [],
  series: null,
  cancelled: null,
  ...changes,
});

/** `id` is that of the meeting. */
export const aReport = (changes: Partial<Report> = {}): Report => ({
  ...firstVersion(),
  buurtId: 'unknown',
  said: 'De lampen in de kelder zijn vaak stuk.',
  agreements: [
    {
      what: 'Nieuwe lampen in de kelder',
      owner: 'Woonbedrijf Zuid',
      dueOn: '2027-06-01',
      interventionId: null,
      done: false,
    },
  ],
  next: 'Wij leggen uw vragen voor aan het woonbedrijf.',
  tellOn: '2027-05-01',
  attended: 23,
  ...changes,
});

export const aFigureSource = (changes: Partial<FigureSource> = {}): FigureSource => ({
  id: 'test-2027',
  title: 'Cijfers voor de tests',
  publisher: 'Buurtbalans',
  url: 'https://example.org/cijfers',
  licence: 'CC0-1.0',
  ...changes,
});

export const aFigure = (changes: Partial<Figure> = {}): Figure => ({
  areaCode: 'BU03630001',
  indicator: 'residents',
  period: '2026',
  value: 1_250,
  sourceId: 'test-2027',
  ...changes,
});

export const aPicture = (changes: Partial<Picture> = {}): Picture => ({
  id: newId(),
  files: [
    { width: 480, height: 320, bytes: Uint8Array.of(0, 255, 13, 10) },
    { width: 960, height: 640, bytes: Uint8Array.of(1, 2, 3) },
  ],
  ...changes,
});
