import type { APIContext } from 'astro';
import type { Buurt } from '../../domain/buurten/index.ts';
import type { DraftFields, DraftKind, WantedDraft } from '../../domain/drafts/index.ts';
import { sayDay } from '../dates.ts';
import type { DraftNotice } from '../views/drafts/page.ts';
import { openEditor } from './open-editor.ts';

type Page = Pick<APIContext, 'locals' | 'url'>;

/** What the address asks for: `?van=` a published text, `?kopie=` an earlier meeting, `?afspraak={meeting}.{number from 0}`. */
function wantedBy({ url }: Page, kind: DraftKind, buurt: Buurt): WantedDraft {
  const asked = (name: string) => url.searchParams.get(name) ?? undefined;
  const [, meetingId, index] = /^(.{1,100})\.(\d{1,3})$/.exec(asked('afspraak') ?? '') ?? [];
  const fromAgreement = meetingId === undefined ? undefined : { meetingId, index: Number(index) };
  return { kind, buurtId: buurt.id, subjectId: asked('van') ?? null, copyOf: asked('kopie'), fromAgreement };
}

interface Filled {
  readonly fields: DraftFields;
  readonly notice: DraftNotice | null;
}

const plain = (title: string): DraftNotice => ({ tone: 'plain', title, lines: [] });

async function fromAgreement(page: Page, meetingId: string): Promise<Filled> {
  const { app, t } = page.locals;
  const meeting = await app.meetings.get(meetingId);
  if (meeting === undefined) return { fields: {}, notice: null };
  const source = t('drafts.report.promise.source', { title: meeting.title, day: sayDay(meeting.startsAt) });
  return { fields: { description: source }, notice: plain(source) };
}

async function fromEarlier(page: Page, meetingId: string): Promise<Filled> {
  const { app, t } = page.locals;
  const meeting = await app.meetings.get(meetingId);
  if (meeting === undefined) return { fields: {}, notice: null };
  return {
    fields: {},
    notice: plain(t('drafts.editor.copied', { title: meeting.title, day: sayDay(meeting.startsAt) })),
  };
}

/** What was counted at the door, when somebody counted. */
async function countedAtDoor(page: Page, meetingId: string): Promise<Filled> {
  const { app, actor, t } = page.locals;
  const found = await app.signUps.attendance(actor, meetingId);
  const n = found.ok ? found.value.came + found.value.walkIns : 0;
  if (n === 0) return { fields: {}, notice: null };
  return { fields: { attended: String(n) }, notice: plain(t('drafts.report.attended.counted', { n })) };
}

/** What the portal can fill in already, besides what the draft begins with. */
function fillIn(page: Page, wanted: WantedDraft, isChange: boolean): Promise<Filled> | Filled {
  if (wanted.fromAgreement !== undefined) return fromAgreement(page, wanted.fromAgreement.meetingId);
  if (wanted.copyOf !== undefined) return fromEarlier(page, wanted.copyOf);
  if (wanted.kind === 'report' && wanted.subjectId !== null && !isChange) return countedAtDoor(page, wanted.subjectId);
  return { fields: {}, notice: null };
}

/** The form of a text that is begun now; nothing is stored. */
export async function openNew(page: Page, kind: DraftKind, buurt: Buurt) {
  const { app, actor } = page.locals;
  const wanted = wantedBy(page, kind, buurt);
  const begun = await app.drafts.begin(actor, wanted);
  if (!begun.ok) return begun.reason;
  const { fields, notice } = await fillIn(page, wanted, begun.value.baseVersion !== null);
  const checked = await app.drafts.inspect({ ...begun.value, fields: { ...begun.value.fields, ...fields } });
  return { view: await openEditor(page, checked), notice };
}
