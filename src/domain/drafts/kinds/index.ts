import type { BuurtContent } from '../../buurten/index.ts';
import type { InterventionContent } from '../../interventions/index.ts';
import type { MeetingContent, ReportContent } from '../../meetings/index.ts';
import type { ResponseContent } from '../../responses/index.ts';
import type { ThemeContent } from '../../themes/index.ts';
import type { UpdateContent } from '../../updates/index.ts';
import type { Draft, DraftFields, DraftKind } from '../draft.ts';
import { FieldReader } from '../field-reader.ts';
import type { Problem } from '../problem.ts';
import { buurtKind } from './buurt.ts';
import { interventionKind } from './intervention.ts';
import type { Kind, Surroundings } from './kind.ts';
import { meetingKind } from './meeting.ts';
import { progressKind, type ProgressContent } from './progress.ts';
import { reportKind } from './report.ts';
import { responseKind } from './response.ts';
import { readOccasions, type Occasion } from './series.ts';
import { themeKind } from './theme.ts';
import { updateKind } from './update.ts';

export interface ContentOf {
  readonly buurt: BuurtContent;
  readonly theme: ThemeContent;
  readonly intervention: InterventionContent;
  readonly progress: ProgressContent;
  readonly update: UpdateContent;
  readonly response: ResponseContent;
  readonly meeting: MeetingContent;
  readonly report: ReportContent;
}

export const kinds: { readonly [K in DraftKind]: Kind<ContentOf[K]> } = {
  buurt: buurtKind,
  theme: themeKind,
  intervention: interventionKind,
  progress: progressKind,
  update: updateKind,
  response: responseKind,
  meeting: meetingKind,
  report: reportKind,
};

/** What a draft would become, with its kind. */
export type DraftContent = {
  [K in DraftKind]: { readonly kind: K; readonly content: ContentOf[K] };
}[DraftKind];

export interface ReadDraft {
  readonly text: DraftContent;
  /** What changed and why, for residents; empty for something new. */
  readonly note: string;
  /** The meetings that publishing makes in one go, the first included; none for any other text. */
  readonly occasions: readonly Occasion[];
  /** What must be mended before it can be published, in the order of the form. */
  readonly problems: readonly Problem[];
}

const NOTE_LENGTH = 300;

/** Progress is a text of its own, also when it is about something published; a first report of a meeting is too. */
export function changesSomething({
  kind,
  subjectId,
  baseVersion,
}: Pick<Draft, 'kind' | 'subjectId' | 'baseVersion'>): boolean {
  if (kind === 'progress') return false;
  return kind === 'report' ? baseVersion !== null : subjectId !== null;
}

/** The fields of a kind, in the order of its form; `note` is asked only of a change. */
export const fieldNames = (kind: DraftKind): readonly string[] => [...kinds[kind].fields, 'note'];

function contentOf(kind: DraftKind, reader: FieldReader, surroundings: Surroundings): DraftContent {
  switch (kind) {
    case 'buurt':
      return { kind, content: buurtKind.read(reader, surroundings) };
    case 'theme':
      return { kind, content: themeKind.read(reader, surroundings) };
    case 'intervention':
      return { kind, content: interventionKind.read(reader, surroundings) };
    case 'progress':
      return { kind, content: progressKind.read(reader, surroundings) };
    case 'update':
      return { kind, content: updateKind.read(reader, surroundings) };
    case 'response':
      return { kind, content: responseKind.read(reader, surroundings) };
    case 'meeting':
      return { kind, content: meetingKind.read(reader, surroundings) };
    case 'report':
      return { kind, content: reportKind.read(reader, surroundings) };
  }
}

/** Turns the fields of a draft into the content of its kind, as far as that goes, with what is still wrong. */
export function readDraft(
  draft: Pick<Draft, 'kind' | 'subjectId' | 'baseVersion' | 'fields'>,
  surroundings: Surroundings,
): ReadDraft {
  const reader = new FieldReader(draft.fields);
  const text = contentOf(draft.kind, reader, surroundings);
  const occasions = text.kind === 'meeting' ? readOccasions(reader, text.content, surroundings) : [];
  const isChange = changesSomething(draft);
  if (isChange && reader.raw('note') === '') reader.report('note', 'note-missing');
  const note = isChange ? reader.text('note', { max: NOTE_LENGTH, optional: true }) : '';
  const order = fieldNames(draft.kind);
  const problems = [...reader.problems].sort(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field) || one.index - other.index,
  );
  return { text, note, occasions, problems };
}

/** How published content stands in the fields of a draft that is to change it. */
export function writeFields({ kind, content }: DraftContent): DraftFields {
  switch (kind) {
    case 'buurt':
      return buurtKind.write(content);
    case 'theme':
      return themeKind.write(content);
    case 'intervention':
      return interventionKind.write(content);
    case 'progress':
      return progressKind.write(content);
    case 'update':
      return updateKind.write(content);
    case 'response':
      return responseKind.write(content);
    case 'meeting':
      return meetingKind.write(content);
    case 'report':
      return reportKind.write(content);
  }
}
