import type { DraftKind } from '../../../domain/drafts/index.ts';
import { isTable, namesOf, type FieldShape, type SectionShape } from './shape.ts';
import { line, markdown, optional, text, tick } from './fields.ts';
import { meeting } from './shapes-meeting.ts';
import { report } from './shapes-report.ts';

const ORGANISATIONS: FieldShape = {
  name: 'organisations',
  kind: 'rows',
  optional: true,
  spare: 2,
  columns: [
    { name: 'organisationName', kind: 'line' },
    { name: 'organisationRole', kind: 'line' },
    { name: 'organisationLeads', kind: 'tick' },
  ],
};

const KNOWN_PLACES: FieldShape = {
  name: 'knownPlaces',
  kind: 'places',
  optional: true,
  spare: 1,
  columns: [
    { name: 'knownPlaceName', kind: 'line' },
    { name: 'knownPlacePoint', kind: 'line' },
  ],
};

const buurt: readonly SectionShape[] = [
  {
    title: 'drafts.part.now',
    fields: [
      line('name'),
      text('focus', 2),
      { name: 'step', kind: 'select', options: 'steps' },
      { name: 'stepSince', kind: 'date', short: true },
      text('stepNote'),
      optional(markdown('introduction')),
    ],
  },
  {
    title: 'drafts.part.area',
    fields: [
      { name: 'areaCodes', kind: 'areas' },
      { name: 'boroughCode', kind: 'select', options: 'boroughs', optional: true },
      { name: 'cityCode', kind: 'select', options: 'cities', optional: true },
      { name: 'accent', kind: 'select', options: 'accents' },
    ],
  },
  {
    title: 'drafts.part.figures',
    fields: [{ name: 'keyIndicators', kind: 'many', options: 'indicators', optional: true }],
  },
  {
    title: 'drafts.part.people',
    fields: [
      ORGANISATIONS,
      line('contactOrganisation'),
      { name: 'contactEmail', kind: 'email', optional: true },
      { name: 'contactPhone', kind: 'tel', optional: true },
      optional(line('contactWalkIn')),
    ],
  },
  { title: 'drafts.part.places', fields: [KNOWN_PLACES] },
];

const theme: readonly SectionShape[] = [
  {
    title: 'drafts.part.subject',
    fields: [line('title'), text('summary'), markdown('intendedOutcome', 5)],
  },
  {
    title: 'drafts.part.stage',
    fields: [
      { name: 'phase', kind: 'radio', options: 'phases' },
      { name: 'startedOn', kind: 'date', short: true },
    ],
  },
  {
    title: 'drafts.part.picture',
    fields: [
      optional(markdown('figuresShow')),
      { name: 'indicators', kind: 'many', options: 'indicators', optional: true },
      optional(markdown('weHear')),
      optional(markdown('judgement', 5)),
    ],
  },
  {
    title: 'drafts.part.group',
    fields: [optional(line('lead')), optional(text('members', 5)), optional(line('rhythm'))],
  },
];

const intervention: readonly SectionShape[] = [
  {
    title: 'drafts.part.promise',
    fields: [
      line('title'),
      line('owner'),
      text('promise', 2),
      { name: 'dueOn', kind: 'date', short: true, optional: true },
      { name: 'targetNumber', kind: 'number', short: true, optional: true },
      optional(line('targetUnit', { short: true })),
    ],
  },
  {
    title: 'drafts.part.story',
    fields: [optional(markdown('description')), { name: 'themeIds', kind: 'many', options: 'themes', optional: true }],
  },
  {
    title: 'drafts.part.where',
    fields: [optional(line('placeName')), { name: 'point', kind: 'point', optional: true }],
  },
];

const progress: readonly SectionShape[] = [
  {
    title: 'drafts.part.progress',
    fields: [
      { name: 'state', kind: 'radio', options: 'states' },
      { name: 'reached', kind: 'number', short: true, optional: true },
      markdown('text', 6),
    ],
  },
];

const update: readonly SectionShape[] = [
  { title: 'drafts.part.news', fields: [line('title'), markdown('text')] },
  { title: 'drafts.part.pictures', fields: [{ name: 'pictures', kind: 'pictures', optional: true }] },
  {
    title: 'drafts.part.about',
    fields: [
      { name: 'themeIds', kind: 'many', options: 'themes', optional: true },
      { name: 'interventionId', kind: 'select', options: 'interventions', optional: true },
    ],
  },
];

const response: readonly SectionShape[] = [
  {
    title: 'drafts.part.heard',
    fields: [
      { name: 'heardFrom', kind: 'radio', options: 'heardFrom' },
      { name: 'heardOn', kind: 'date', short: true },
      text('heard'),
    ],
  },
  {
    title: 'drafts.part.answer',
    fields: [{ name: 'decision', kind: 'radio', options: 'decisions' }, text('answer', 4)],
  },
  {
    title: 'drafts.part.about',
    fields: [
      { name: 'themeId', kind: 'select', options: 'themes', optional: true },
      { name: 'interventionId', kind: 'select', options: 'interventions', optional: true },
    ],
  },
];

/** Only a meeting that residents know of can be called off. */
export const CANCELLING: SectionShape = {
  title: 'drafts.part.cancel',
  fields: [tick('isCancelled'), optional(text('cancelled'))],
};

/** Only of a buurt that came with the software: whoever takes it over takes its notice away. */
export const SAMPLE: SectionShape = { title: 'drafts.part.sample', fields: [tick('sample')] };

/** Asked with every change of a published text; residents read the answer. */
export const NOTE: SectionShape = { title: 'drafts.part.note', fields: [text('note', 2)] };

/** The form of each kind of text, in the order in which it is filled in. */
export const shapes: Readonly<Record<DraftKind, readonly SectionShape[]>> = {
  buurt,
  theme,
  intervention,
  progress,
  update,
  response,
  meeting,
  report,
};

const isList = (field: FieldShape): boolean => field.kind === 'many' || field.kind === 'areas' || isTable(field);

/** Names of which a form always sends a list, also when there is one value in it. */
export const LIST_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(shapes)
    .flat()
    .flatMap(({ fields }) => fields.filter(isList).flatMap(namesOf)),
  ...['pictures', 'alts'],
]);
