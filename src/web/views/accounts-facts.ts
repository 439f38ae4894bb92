import type { Buurt, Buurten } from '../../domain/buurten/index.ts';
import type { Draft, Drafts } from '../../domain/drafts/index.ts';
import type { Intervention, Interventions, Standing } from '../../domain/interventions/index.ts';
import { mayAdminister, mayEdit, mayOrganise, mayReadSignals, type Actor } from '../../domain/kernel/index.ts';
import type { Meeting, Meetings } from '../../domain/meetings/index.ts';
import type { Outbox } from '../../domain/outbox/index.ts';
import type { Signals } from '../../domain/signals/index.ts';

/** What the start page of /beheer asks of the portal. */
export interface TodayUses {
  readonly buurten: Pick<Buurten, 'list'>;
  readonly interventions: Pick<Interventions, 'list' | 'standing'>;
  readonly drafts: Pick<Drafts, 'list'>;
  readonly meetings: Pick<Meetings, 'listUpcoming'>;
  readonly signals: Pick<Signals, 'queue'>;
  readonly outbox: Pick<Outbox, 'state'>;
}

/** What goes on in one buurt; empty where this person may not write. */
export interface BuurtToday {
  readonly buurt: Buurt;
  readonly promises: readonly { readonly intervention: Intervention; readonly standing: Standing }[];
  readonly drafts: readonly Draft[];
  readonly meetings: readonly Meeting[];
  readonly mayWrite: boolean;
}

export interface TodayFacts {
  readonly buurten: readonly BuurtToday[];
  /** Null for who does not read signals. */
  readonly newSignals: number | null;
  /** Letters that could not be delivered so far; null for who sends none. */
  readonly failingLetters: number | null;
}

const isOf = (actor: Actor, buurtId: string) =>
  mayAdminister(actor) || (actor.kind === 'account' && actor.grants.some((grant) => grant.buurtId === buurtId));

async function todayIn(uses: TodayUses, actor: Actor, buurt: Buurt): Promise<BuurtToday> {
  const mayWrite = mayEdit(actor, buurt.id);
  const organises = mayOrganise(actor, buurt.id);
  const [interventions, drafts, meetings] = await Promise.all([
    organises ? uses.interventions.list(buurt.id) : [],
    uses.drafts.list(actor, buurt.id),
    organises ? uses.meetings.listUpcoming(buurt.id) : [],
  ]);
  const promises = interventions.map((intervention) => ({
    intervention,
    standing: uses.interventions.standing(intervention),
  }));
  return { buurt, promises, drafts: drafts.ok ? drafts.value.open : [], meetings, mayWrite };
}

/** Asks what waits for this person, each use case deciding itself what they may see. */
export async function askToday(uses: TodayUses, actor: Actor): Promise<TodayFacts> {
  const mine = (await uses.buurten.list()).filter(({ id }) => isOf(actor, id));
  const buurten = await Promise.all(mine.map((buurt) => todayIn(uses, actor, buurt)));
  const queue = mayReadSignals(actor) ? await uses.signals.queue(actor, 'new') : undefined;
  const sendsLetters = mayAdminister(actor) || mine.some(({ id }) => mayOrganise(actor, id));
  return {
    buurten,
    newSignals: queue?.ok ? queue.value.counts.new : null,
    failingLetters: sendsLetters ? (await uses.outbox.state()).failing : null,
  };
}
