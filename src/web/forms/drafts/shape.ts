import type { MessageKey } from '../../translate.ts';

/** A choice as it stands in a form. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/**
 * How a field is asked. `line`, `text` (some plain sentences) and `markdown` are free text; the last three are small tables with
 * components of their own in web/components/editors.
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'markdown'
  | 'date'
  | 'time'
  | 'number'
  | 'email'
  | 'tel'
  | 'select'
  | 'radio'
  | 'many'
  | 'tick'
  | 'point'
  | 'areas'
  | 'pictures'
  | 'organisations'
  | 'places';

/** Where the options of a choice come from. */
export type OptionsFrom =
  | 'steps'
  | 'accents'
  | 'phases'
  | 'states'
  | 'decisions'
  | 'heardFrom'
  | 'languages'
  | 'themes'
  | 'interventions'
  | 'indicators'
  | 'boroughs'
  | 'cities';

/** One field of a form. Its label is the sentence `drafts.{kind of draft}.{name}`, its hint the same with `.hint`, if there is one. */
export interface FieldShape {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly options?: OptionsFrom;
  /** Lines that a box for text shows. */
  readonly rows?: number;
  /** For narrow answers: a number, an hour. */
  readonly short?: boolean;
}

/** A part of a form, under a heading of its own. */
export interface SectionShape {
  readonly title: MessageKey;
  readonly fields: readonly FieldShape[];
  /** Short fields that are read as one answer stand side by side. */
  readonly side?: boolean;
}
