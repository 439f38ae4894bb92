/** How `<input type>` is called for each kind of short answer. */
export const INPUT_TYPES = {
  line: 'text',
  text: 'area',
  date: 'date',
  time: 'time',
  number: 'text',
  email: 'email',
  tel: 'tel',
} as const;
export type PlainKind = keyof typeof INPUT_TYPES;

/** A date box shows nothing of what is no date: then what was typed stands in an ordinary one. */
const FORMS: Partial<Record<PlainKind, RegExp>> = { date: /^$|^\d{4}-\d{2}-\d{2}$/, time: /^$|^\d{2}:\d{2}$/ };

export const isPlainKind = (kind: string): kind is PlainKind => kind in INPUT_TYPES;

/** The box in which this value can be seen and mended. */
export const inputType = (kind: PlainKind, value: string): (typeof INPUT_TYPES)[PlainKind] =>
  FORMS[kind]?.test(value) === false ? 'text' : INPUT_TYPES[kind];
