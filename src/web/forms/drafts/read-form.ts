import { z } from 'astro/zod';
import { DRAFT_KINDS, fieldNames, type DraftFields, type DraftKind } from '../../../domain/drafts/index.ts';
import { MAP_NAMES, MAP_SIZES, type Press } from './pick-point.ts';
import { LIST_NAMES } from './shapes.ts';

const orNull = z.string().transform((value) => (value === '' ? null : value));

/** Hidden in the form: which draft it is, and from which revision it was typed. 0 has not been stored yet. */
const about = z.object({
  id: z.uuid(),
  kind: z.enum(DRAFT_KINDS),
  buurtId: z.string().min(1).max(100),
  subjectId: orNull,
  baseVersion: z
    .string()
    .regex(/^\d{0,9}$/)
    .transform((value) => (value === '' ? null : Number(value))),
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});
export type About = z.infer<typeof about>;

/** What the pressed button asks for, besides saving. */
export type Then =
  | { readonly kind: 'stay' | 'preview' | 'search' | 'picture' }
  | { readonly kind: 'remove-picture'; readonly id: string }
  /** More empty rows in this small table. */
  | { readonly kind: 'rows'; readonly field: string }
  | ({ readonly kind: 'pick' } & Press);

export interface DraftForm {
  readonly about: About;
  readonly fields: DraftFields;
  readonly then: Then;
  /** A picture that was chosen, of at least one byte. */
  readonly file: File | null;
}

const strings = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string');

function fieldsOf(form: FormData, kind: DraftKind): DraftFields {
  const fields = Object.fromEntries(
    fieldNames(kind)
      .filter((name) => LIST_NAMES.has(name) || form.has(name))
      .map((name) => [name, LIST_NAMES.has(name) ? strings(form, name) : (strings(form, name)[0] ?? '')]),
  );
  // A known place that was chosen goes before what stands in the box for another place.
  const known = strings(form, 'pointKnown')[0] ?? '';
  return known === '' ? fields : { ...fields, point: known };
}

function thenOf(form: FormData): Then {
  for (const size of MAP_SIZES) {
    const [x, y] = ['x', 'y'].map((axis) => strings(form, `${MAP_NAMES[size]}.${axis}`)[0]);
    if (x !== undefined && y !== undefined) return { kind: 'pick', x: Number(x), y: Number(y), size };
  }
  const pressed = strings(form, 'then')[0] ?? '';
  const removed = /^remove-picture:(.{1,100})$/.exec(pressed)?.[1];
  if (removed !== undefined) return { kind: 'remove-picture', id: removed };
  const table = /^rows:([a-zA-Z]{1,40})$/.exec(pressed)?.[1];
  if (table !== undefined) return { kind: 'rows', field: table };
  return { kind: pressed === 'preview' || pressed === 'search' || pressed === 'picture' ? pressed : 'stay' };
}

/** Reads what was sent. Null when the hidden part is broken: then it is no form of ours. */
export function readDraftForm(form: FormData): DraftForm | null {
  const hidden = Object.fromEntries(Object.keys(about.shape).map((name) => [name, form.get(`draft.${name}`)]));
  const parsed = about.safeParse(hidden);
  if (!parsed.success) return null;
  const file = form.get('picture');
  return {
    about: parsed.data,
    fields: fieldsOf(form, parsed.data.kind),
    then: thenOf(form),
    file: file instanceof File && file.size > 0 ? file : null,
  };
}
