import type { MessageKey } from '../../translate.ts';

/** A choice as it stands in a form. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/**
 * How a field is asked. `line`, `text` (some plain sentences) and `markdown` are free text; `rows` is a small table of which each
 * column is a field of its own, that is there once for each row. What comes after it has a component of its own in
 * web/components/editors; `places` are rows with a map, `repeat` is two fields with the dates that come out of them.
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
  | 'rows'
  | 'places'
  | 'repeat'
  | 'point'
  | 'areas'
  | 'pictures';

/** Where the options of a choice come from. */
export type OptionsFrom =
  | 'steps'
  | 'accents'
  | 'phases'
  | 'states'
  | 'decisions'
  | 'heardFrom'
  | 'languages'
  | 'otherLanguages'
  | 'repeats'
  | 'themes'
  | 'interventions'
  | 'indicators'
  | 'boroughs'
  | 'cities';

/**
 * A column of a small table. Its label is the sentence `drafts.{kind of draft}.{name}`. A `tick` sends the number of its row,
 * from 0: a box that is empty sends nothing.
 */
export interface ColumnShape {
  readonly name: string;
  readonly kind: 'line' | 'text' | 'date' | 'number' | 'select' | 'tick';
  readonly options?: OptionsFrom;
  /** Takes the whole width of its row. */
  readonly wide?: boolean;
}

/** One field of a form. Its label is the sentence `drafts.{kind of draft}.{name}`, its hint the same with `.hint`, if there is one. */
export interface FieldShape {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly options?: OptionsFrom;
  /** Lines that a box for text shows. */
  readonly rows?: number;
  /** What a small table is made of. Each row has the name `drafts.{kind of draft}.{name}.row`, with its number from 1 as `n`. */
  readonly columns?: readonly ColumnShape[];
  /** Empty rows to go on in. */
  readonly spare?: number;
  /** For narrow answers: a number, an hour. */
  readonly short?: boolean;
  /** Stands beside its neighbours of which this is the same word: they are read as one answer. */
  readonly side?: string;
}

/** A part of a form, under a heading of its own. */
export interface SectionShape {
  readonly title: MessageKey;
  /** What helps to fill it in. */
  readonly lead?: MessageKey;
  readonly fields: readonly FieldShape[];
}

/** What a field sends: itself, or its columns. */
export const namesOf = ({ name, columns }: FieldShape): readonly string[] =>
  columns === undefined ? [name] : columns.map((column) => column.name);

/** Whether it is a small table: then each of its columns is sent as a list, a value for each row. */
export const isTable = ({ kind }: FieldShape): boolean => kind === 'rows' || kind === 'places';
