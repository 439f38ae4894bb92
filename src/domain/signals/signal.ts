/** Kinds of signal, all equal. */
export const SIGNAL_KINDS = ['story', 'feeling', 'good', 'wish'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/**
 * `new` waits for the desk · `asked`: the desk asked something and waits for the sender (a reply makes it `new` again) ·
 * `proposed`: one of two approvers decided · `accepted` counts in the next release · `duplicate`: accepted, and the same voice
 * as another one, so it never counts by itself · `released`: accepted and counted in the last release · `refused` never counts.
 * A signal that its sender withdrew is not there any more.
 */
export const SIGNAL_STATES = ['new', 'asked', 'proposed', 'accepted', 'duplicate', 'released', 'refused'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** Decisions that need two people where the portal asks for a second approver. */
export const DECISIONS_TO_CONFIRM = ['accepted', 'duplicate', 'refused'] as const;
export type DecisionToConfirm = (typeof DECISIONS_TO_CONFIRM)[number];

/** Which tables of counts are published: by theme and kind, and by place. */
export const RELEASE_TABLES = ['subject', 'place'] as const;
export type ReleaseTable = (typeof RELEASE_TABLES)[number];

/**
 * All that is plain of a signal. No address, agent, cookie, account or exact time, and no point: only a cell of the grid, or
 * nothing. The id is random and says nothing of when it came; the week is an ISO week (`2027-W11`).
 */
export interface Signal {
  readonly id: string;
  readonly buurtId: string;
  readonly kind: SignalKind;
  readonly themeId: string | null;
  /** Id of a cell, see `Cell`; null: no place, or the whole buurt. */
  readonly cell: string | null;
  readonly week: string;
  readonly state: SignalState;
}

/** How it came to us: by the form, on paper, or told to somebody in the street. Sealed with the text. */
export const CHANNELS = ['web', 'paper', 'street'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is sealed of a signal: nobody but the desk, with its passphrase, reads this. The photo is sealed beside it. */
export interface SignalContent {
  readonly text: string;
  readonly channel: Channel;
  /** `slow`: came without proof of work, so the desk looks twice. */
  readonly lane: 'fast' | 'slow';
  /** Of an interview or a paper form: what was asked, and what was said. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** The desk made parts of it unreadable. */
  readonly redacted: boolean;
}
