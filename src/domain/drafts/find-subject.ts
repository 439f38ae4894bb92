import { mayBeId, type Versioned } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { writeFields, type DraftContent } from './kinds/index.ts';
import { NEW_BUURT, type PublishedStores } from './needs.ts';

/** A published text that a draft changes or reports on. */
export interface Subject extends Versioned {
  readonly buurtId: string;
  readonly slug: string | null;
  /** Null for progress, which adds to its subject, and for a first report of a meeting: both start empty. */
  readonly text: DraftContent | null;
}

type About = Pick<Draft, 'kind' | 'subjectId'>;

const subject = (
  published: Versioned & { readonly buurtId?: string; readonly slug?: string },
  text: DraftContent | null,
): Subject => ({
  id: published.id,
  version: published.version,
  publishedAt: published.publishedAt,
  changedAt: published.changedAt,
  buurtId: published.buurtId ?? published.id,
  slug: published.slug ?? null,
  text,
});

const finders: {
  readonly [K in Draft['kind']]: (stores: PublishedStores, id: string) => Promise<Subject | undefined>;
} = {
  async buurt({ buurten }, id) {
    const content = await buurten.get(id);
    return content && subject(content, { kind: 'buurt', content });
  },
  async theme({ themes }, id) {
    const content = await themes.get(id);
    return content && subject(content, { kind: 'theme', content });
  },
  async intervention({ interventions }, id) {
    const content = await interventions.get(id);
    return content && subject(content, { kind: 'intervention', content });
  },
  async progress({ interventions }, id) {
    const content = await interventions.get(id);
    return content && subject(content, null);
  },
  async update({ updates }, id) {
    const content = await updates.get(id);
    return content && subject(content, { kind: 'update', content });
  },
  async response({ responses }, id) {
    const content = await responses.get(id);
    return content && subject(content, { kind: 'response', content });
  },
  async meeting({ meetings }, id) {
    const content = await meetings.get(id);
    return content && subject(content, { kind: 'meeting', content });
  },
  async report({ meetings, reports }, id) {
    const [meeting, content] = await Promise.all([meetings.get(id), reports.get(id)]);
    const found = content ? subject(content, { kind: 'report', content }) : meeting && subject(meeting, null);
    return found && { ...found, slug: meeting?.slug ?? null };
  },
};

/** The published text with this id, of the kind that the draft is about. */
export const findSubject = async ({ kind, subjectId }: About, stores: PublishedStores): Promise<Subject | undefined> =>
  subjectId === null ? undefined : finders[kind](stores, subjectId);

/** The fields of a published text, as a draft that changes it begins. */
export const fieldsOfSubject = ({ text }: Subject) => (text === null ? {} : writeFields(text));

/** Whether what the draft is about is there, and of that buurt. */
export async function fitsSubject(draft: About & Pick<Draft, 'buurtId'>, stores: PublishedStores): Promise<boolean> {
  if (!mayBeId(draft.buurtId) || !mayBeId(draft.subjectId ?? '')) return false;
  if (draft.kind === 'buurt' && draft.subjectId === null) return draft.buurtId === NEW_BUURT;
  if ((await stores.buurten.get(draft.buurtId)) === undefined) return false;
  if (draft.subjectId === null) return draft.kind !== 'progress' && draft.kind !== 'report';
  return (await findSubject(draft, stores))?.buurtId === draft.buurtId;
}
