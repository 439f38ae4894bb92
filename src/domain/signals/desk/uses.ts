import type { Buurten } from '../../buurten/index.ts';
import type { Actor, Now, RecordDeed, Result } from '../../kernel/index.ts';
import type { ThemeStore } from '../../themes/index.ts';
import type { PlaceNeeds } from '../place/cells.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { SignalState } from '../signal.ts';
import type { KeysOpened, OpenRefusal } from '../sealing/open-keys.ts';
import { makeConfirmBurst, type BurstDecision } from './confirm-burst.ts';
import { makeDecideSignal, type Decided, type DecideRefusal, type Decision } from './decide-signal.ts';
import type { DeskStore } from './desk-store.ts';
import { makeListGroups, type Groups } from './list-groups.ts';
import { makeListQueue, type Counts, type Queue, type QueuePage } from './list-queue.ts';
import { makeOneVoice, type OneVoice } from './one-voice.ts';
import { makeOpenDesk } from './open-desk.ts';
import { makeReadPhoto, makeReadSignal, type DeskSignal, type ReadRefusal } from './read-signal.ts';
import { makeRedactPhoto, type PhotoRedaction, type RedactPhotoRefusal } from './redact-photo.ts';
import { makeRedactSignal, type RedactRefusal, type Redaction, type RedactionPreview } from './redact-signal.ts';
import { makeSayToSender, type Message, type SayRefusal } from './say-to-sender.ts';

export type { BurstDecision } from './confirm-burst.ts';
export { DECISIONS, WAYS, type Decided, type DecideRefusal, type Decision } from './decide-signal.ts';
export type {
  After,
  BurstCount,
  DeskStore,
  Proposal,
  Replacement,
  SealedBytes,
  SealedDossier,
  SealedRow,
  SealedTurn,
  StateChange,
} from './desk-store.ts';
export type { Burst, Group, Groups } from './list-groups.ts';
export type { Counts, Queue, QueueEntry, QueuePage } from './list-queue.ts';
export { MAY_BECOME_DUPLICATE, type OneVoice } from './one-voice.ts';
export type { DeskTurn, Opened } from './open-dossier.ts';
export type { DeskSignal, ReadRefusal } from './read-signal.ts';
export { gridFor } from './photo-size.ts';
export type { PhotoRedaction, RedactPhotoRefusal } from './redact-photo.ts';
export { BLACK, type RedactionPart } from './redact-text.ts';
export type { RedactRefusal, Redaction, RedactionPreview } from './redact-signal.ts';
export { MAY_ASK, type Message, type SayRefusal } from './say-to-sender.ts';

/**
 * What the signal desk does. Each use asks permission first (`forbidden`), and then whether the keys are open in this session
 * (`locked`, see KeyUses.open); only counts can be asked without keys.
 */
export interface DeskUses {
  /** Whether two people must agree on what is accepted or refused. */
  readonly secondApprover: boolean;
  /** Opens the keys for this session, and tells the audit log who did, or tried to; see KeyUses.open. */
  open(actor: Actor, sessionId: string | null, passphrase: string): Promise<Result<KeysOpened, OpenRefusal>>;
  /** Wipes the keys of this session. */
  close(actor: Actor, sessionId: string | null): Promise<void>;
  /** How many there are in each state; also while the keys are closed. */
  counts(actor: Actor): Promise<Result<Counts, 'forbidden'>>;
  /** One page of what is in this state, opened. */
  queue(actor: Actor, sessionId: string | null, page: QueuePage): Promise<Result<Queue, 'forbidden' | 'locked'>>;
  /** One signal with its dialogue and what may be done with it. */
  signal(actor: Actor, sessionId: string | null, id: string): Promise<Result<DeskSignal, ReadRefusal>>;
  /** Its photo, as the WebP that `preparePhoto` made. */
  photo(actor: Actor, sessionId: string | null, id: string): Promise<Result<Uint8Array, ReadRefusal>>;
  /** Texts that are much alike, and many signals from one place in one week. */
  groups(actor: Actor, sessionId: string | null): Promise<Result<Groups, 'forbidden' | 'locked'>>;
  /** Accept, refuse, call a duplicate, or take that back; with a second approver the first only proposes. Gives the new state. */
  decide(actor: Actor, sessionId: string | null, decision: Decision): Promise<Result<Decided, DecideRefusal>>;
  /** A question (then the signal waits for the sender) or an answer. Gives the new state. */
  say(actor: Actor, sessionId: string | null, message: Message): Promise<Result<SignalState, SayRefusal>>;
  /** Of signals that are one voice, counts one: the others become duplicates. Gives how many. */
  oneVoice(
    actor: Actor,
    sessionId: string | null,
    group: OneVoice,
  ): Promise<Result<number, 'forbidden' | 'locked' | 'stale'>>;
  /** These many from one place are different people: they all count; or that is taken back. */
  confirmBurst(
    actor: Actor,
    sessionId: string | null,
    burst: BurstDecision,
  ): Promise<Result<number, 'forbidden' | 'locked' | 'stale'>>;
  /** How the text would look; stores nothing. */
  previewRedaction(
    actor: Actor,
    sessionId: string | null,
    redaction: Redaction,
  ): Promise<Result<RedactionPreview, RedactRefusal>>;
  /** Makes parts of the text unreadable for ever: the original is gone, from the files too. */
  redact(
    actor: Actor,
    sessionId: string | null,
    redaction: Redaction,
  ): Promise<Result<RedactionPreview, RedactRefusal>>;
  /** Paints squares of the photo black for ever, or takes it away wholly. */
  redactPhoto(
    actor: Actor,
    sessionId: string | null,
    redaction: PhotoRedaction,
  ): Promise<Result<'painted' | 'removed', RedactPhotoRefusal>>;
}

export interface DeskNeeds extends PlaceNeeds {
  readonly deskStore: DeskStore;
  readonly buurten: Pick<Buurten, 'get' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'get'>;
  /** Tells the audit log what the desk did; never with a word, cell or week of a signal. */
  readonly record: RecordDeed;
  readonly now: Now;
  /** For the mark of a first approver; the same in every process of the portal. */
  readonly secretKey: string;
  /** Whether two people must agree on what is accepted or refused. */
  readonly secondApprover: boolean;
  /** From how many signals in one place and week the desk is asked whether different people sent them. */
  readonly signalBurst: number;
}

export type DeskKeys = Pick<KeyUses, 'pairs' | 'activeKey' | 'open' | 'close'>;

export function makeDeskUses(given: DeskNeeds, keys: DeskKeys): DeskUses {
  const needs = { ...given, keys };
  const redact = makeRedactSignal(needs);
  const queue = makeListQueue(needs);
  return {
    secondApprover: given.secondApprover,
    ...makeOpenDesk(needs),
    counts: queue.counts,
    queue: queue.page,
    signal: makeReadSignal(needs),
    photo: makeReadPhoto(needs),
    groups: makeListGroups(needs),
    decide: makeDecideSignal(needs),
    say: makeSayToSender(needs),
    oneVoice: makeOneVoice(needs),
    confirmBurst: makeConfirmBurst(needs),
    previewRedaction: redact.preview,
    redact: redact.carryOut,
    redactPhoto: makeRedactPhoto(needs),
  };
}
