import type { Buurt } from '../../buurten/index.ts';
import type { Intervention } from '../../interventions/index.ts';
import type { Meeting, Report } from '../../meetings/index.ts';
import type { Theme } from '../../themes/index.ts';
import type { DraftFields } from '../draft.ts';
import type { FieldReader } from '../field-reader.ts';

/** What a text is checked against. */
export interface Surroundings {
  readonly now: Date;
  /** The meetings that are made of one draft carry its id as their series. */
  readonly draftId: string;
  /** Undefined while the buurt itself is being drafted. */
  readonly buurt: Buurt | undefined;
  readonly themes: readonly Theme[];
  readonly interventions: readonly Intervention[];
  /** The published meeting that is being changed, or of which the report is being written. */
  readonly meeting: Meeting | undefined;
  /** The published report that is being changed. */
  readonly report: Report | undefined;
  /** Codes among those that were chosen which are official areas. */
  readonly areaCodes: readonly string[];
  /** Ids of the indicators there are. */
  readonly indicators: readonly string[];
}

/** How one kind of text goes from fields to content and back: `write(read(fields))` loses nothing that was right. */
export interface Kind<Content> {
  /** The names of its fields; what else is posted is not kept. */
  readonly fields: readonly string[];
  read(reader: FieldReader, surroundings: Surroundings): Content;
  write(content: Content): DraftFields;
  /** What stands in the fields of something new. */
  blank(surroundings: Surroundings): DraftFields;
}

export const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);
