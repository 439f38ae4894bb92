import { beside, date, line, markdown, optional, text, tick, time } from './fields.ts';
import type { FieldShape, SectionShape } from './shape.ts';

/** Two fields, with the dates that come out of them. */
const REPEAT: FieldShape = {
  name: 'repeat',
  kind: 'repeat',
  optional: true,
  columns: [
    { name: 'repeat', kind: 'select', options: 'repeats' },
    { name: 'repeatTimes', kind: 'number' },
  ],
};

const TRANSLATIONS: FieldShape = {
  name: 'translations',
  kind: 'rows',
  optional: true,
  spare: 1,
  columns: [
    { name: 'translationLanguage', kind: 'select', options: 'otherLanguages' },
    { name: 'translationTitle', kind: 'line' },
    { name: 'translationSummary', kind: 'text', wide: true },
  ],
};

/** The announcement of a meeting, as questions in the order in which an organiser thinks of them. */
export const meeting: readonly SectionShape[] = [
  {
    title: 'drafts.part.what',
    fields: [line('title'), text('summary', 2), optional(line('audience')), optional(markdown('description', 6))],
  },
  { title: 'drafts.part.agenda', fields: [optional(markdown('agenda', 6))] },
  {
    title: 'drafts.part.when',
    fields: [...beside('day', date('day'), time('begin'), time('end')), REPEAT],
  },
  {
    title: 'drafts.part.signUp',
    lead: 'drafts.part.signUp.lead',
    fields: [
      ...beside('opens', optional(date('signUpOpensDay')), optional(time('signUpOpensTime'))),
      ...beside('closes', optional(date('signUpClosesDay')), optional(time('signUpClosesTime'))),
    ],
  },
  {
    title: 'drafts.part.where',
    fields: [
      line('placeName'),
      line('address'),
      optional(text('route', 2)),
      { name: 'point', kind: 'point', optional: true },
      tick('online'),
    ],
  },
  {
    title: 'drafts.part.who',
    fields: [
      { name: 'places', kind: 'number', short: true },
      line('organiser'),
      { name: 'languages', kind: 'many', options: 'languages' },
      { name: 'interpreters', kind: 'many', options: 'languages', optional: true },
      ...['wheelchair', 'childcare', 'food'].map(tick),
    ],
  },
  { title: 'drafts.part.languages', lead: 'drafts.part.languages.lead', fields: [TRANSLATIONS] },
  { title: 'drafts.part.about', fields: [{ name: 'themeIds', kind: 'many', options: 'themes', optional: true }] },
];
