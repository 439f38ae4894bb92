import type { Buurt, Buurten } from '../../../domain/buurten/index.ts';
import type { Draft, Drafts } from '../../../domain/drafts/index.ts';
import type { Intervention, Interventions, Standing } from '../../../domain/interventions/index.ts';
import { mayAdminister, mayEdit, mayOrganise, mayReadSignals, type Actor } from '../../../domain/kernel/index.ts';
import type { Meeting, Meetings } from '../../../domain/meetings/index.ts';
import type { Outbox } from '../../../domain/outbox/index.ts';
import type { Signals } from '../../../domain/signals/index.ts';

/** What the start page of /beheer asks of the portal. */
export interface TodayUses {
  readonly buurten: Pick<Buurten, 'list'>;
  readonly interventions: Pick<Interventions, 'list' | 'standing'>;
  readonly drafts: Pick<Drafts, 'list'>;
  readonly meetings: Pick<Meetings, 'listUpcoming' | 'listAwaitingReport' | 'get'>;
  readonly signals: {
    readonly desk: Pick<Signals['desk'], 'counts'>;
    readonly keys: Pick<Signals['keys'], 'sealsToSample'>;
  };
  readonly outbox: Pick<Outbox, 'state'>;
  readonly organiserOutbox: Pick<Outbox, 'state'>;
}

/** What goes on in one buurt; empty where this person may not write. */
export interface BuurtToday {
  readonly buurt: Buurt;
  readonly promises: readonly { readonly intervention: Intervention; readonly standing: Standing }[];
  readonly drafts: readonly Draft[];
  readonly meetings: readonly Meeting[];
  /** Held, and residents wait for the report. */
  readonly unreported: readonly Meeting[];
  /** Of which somebody is changing the report that residents have: a report has no name of its own. */
  readonly reported: readonly Meeting[];
  readonly mayWrite: boolean;
}

export interface TodayFacts {
  readonly buurten: readonly BuurtToday[];
  /** That wait for the desk, also while its keys are closed; null for who does not read signals. */
  readonly newSignals: number | null;
  /** New signals can be opened with a passphrase that a log told; only for who can have that mended. */
  readonly sampleKey?: boolean;
  /** Letters that could not be delivered so far; null for who sends none. */
  readonly failingLetters: number | null;
  /** Since when the oldest letter waits; null when none does. */
  readonly lettersWaitSince?: Date | null;
}

const isOf = (actor: Actor, buurtId: string) =>
  mayAdminister(actor) || (actor.kind === 'account' && actor.grants.some((grant) => grant.buurtId === buurtId));

async function reportedOn({ meetings }: TodayUses, drafts: readonly Draft[]): Promise<Meeting[]> {
  const ids = drafts.flatMap(({ kind, subjectId }) => (kind === 'report' && subjectId !== null ? [subjectId] : []));
  const found = await Promise.all([...new Set(ids)].map((id) => meetings.get(id)));
  return found.filter((meeting) => meeting !== undefined);
}

async function todayIn(uses: TodayUses, actor: Actor, buurt: Buurt): Promise<BuurtToday> {
  const mayWrite = mayEdit(actor, buurt.id);
  const organises = mayOrganise(actor, buurt.id);
  const [interventions, drafts, meetings, unreported] = await Promise.all([
    organises ? uses.interventions.list(buurt.id) : [],
    uses.drafts.list(actor, buurt.id),
    organises ? uses.meetings.listUpcoming(buurt.id) : [],
    organises ? uses.meetings.listAwaitingReport(buurt.id) : [],
  ]);
  const promises = interventions.map((intervention) => ({
    intervention,
    standing: uses.interventions.standing(intervention),
  }));
  const open = drafts.ok ? drafts.value.open : [];
  const reported = await reportedOn(uses, open);
  return { buurt, promises, drafts: open, meetings, unreported, reported, mayWrite };
}

/** How the post to residents and to organisers is doing, together. */
async function askPost({ outbox, organiserOutbox }: TodayUses) {
  const states = await Promise.all([outbox.state(), organiserOutbox.state()]);
  const since = states.flatMap(({ oldestWaitingSince }) => oldestWaitingSince ?? []).map(Number);
  return {
    failingLetters: states.reduce((sum, { failing }) => sum + failing, 0),
    lettersWaitSince: since.length === 0 ? null : new Date(Math.min(...since)),
  };
}

/** Asks what waits for this person, each use case deciding itself what they may see. */
export async function askToday(uses: TodayUses, actor: Actor): Promise<TodayFacts> {
  const mine = (await uses.buurten.list()).filter(({ id }) => isOf(actor, id));
  const buurten = await Promise.all(mine.map((buurt) => todayIn(uses, actor, buurt)));
  const waiting = mayReadSignals(actor) ? await uses.signals.desk.counts(actor) : undefined;
  const mindsKeys = mayReadSignals(actor) || mayAdminister(actor);
  const sendsLetters = mayAdminister(actor) || mine.some(({ id }) => mayOrganise(actor, id));
  return {
    buurten,
    sampleKey: mindsKeys && (await uses.signals.keys.sealsToSample()),
    newSignals: waiting?.ok ? waiting.value.new + waiting.value.proposed : null,
    ...(sendsLetters ? await askPost(uses) : { failingLetters: null }),
  };
}
