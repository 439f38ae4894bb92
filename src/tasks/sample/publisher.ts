import type { App } from '../../app.ts';
import {
  NEW_BUURT,
  writeFields,
  type Draft,
  type DraftContent,
  type DraftFields,
  type NewDraft,
  type PublishedText,
} from '../../domain/drafts/index.ts';
import type { Actor, Result } from '../../domain/kernel/index.ts';

/** Who writes the sample, as the audit log shows it. */
const WRITER: Actor = { kind: 'system', name: 'voorbeeld' };

export interface Publication extends Partial<Pick<NewDraft, 'buurtId' | 'subjectId'>> {
  readonly text: DraftContent;
  /** What is typed beside that. */
  readonly fields?: DraftFields;
  /** Why it changed, for residents; only for a change. */
  readonly note?: string;
  readonly picture?: { readonly bytes: Uint8Array; readonly alt: string } | undefined;
}

/** What a use case refuses here is a mistake in the sample, and the start says which. */
export function done<Value>(result: Result<Value, string>, what: string): Value {
  if (!result.ok) throw new Error(`The sample is not right: "${what}" was refused (${result.reason}).`);
  return result.value;
}

/** Publishes one text as an organiser does: begin a draft, fill it in, look whether it is right, publish. */
export const makePublisher =
  ({ drafts }: Pick<App, 'drafts'>) =>
  async ({
    text,
    fields: more,
    note,
    picture,
    buurtId = NEW_BUURT,
    subjectId = null,
  }: Publication): Promise<PublishedText> => {
    const what = 'title' in text.content ? text.content.title : text.kind;
    const draft = done(await drafts.begin(WRITER, { kind: text.kind, buurtId, subjectId }), what);
    const fields = { ...writeFields(text), ...more, ...(note !== undefined && { note }) };
    let saved = done(await drafts.create(WRITER, { ...draft, fields }), what);
    if (picture) saved = await addPicture(saved, picture);
    const { problems } = done(await drafts.check(WRITER, saved.id), what);
    const [problem] = problems;
    if (problem) throw new Error(`The sample is not right: "${what}", field ${problem.field}: ${problem.reason}.`);
    return done(await drafts.publish(WRITER, saved.id, saved.revision), what);

    async function addPicture(to: Draft, { bytes, alt }: { bytes: Uint8Array; alt: string }): Promise<Draft> {
      const { id, fields: shown, revision } = done(await drafts.addPicture(WRITER, to.id, bytes), what);
      return done(await drafts.save(WRITER, id, { fields: { ...shown, alts: [alt] }, revision }), what);
    }
  };
