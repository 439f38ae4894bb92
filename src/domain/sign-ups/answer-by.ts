/** How long residents have to answer, in milliseconds. */
export interface Patience {
  /** To confirm a sign-up. */
  readonly confirmMs: number;
  /** To say yes to a place that came free. */
  readonly offerMs: number;
}

/** Until when an answer to what was asked at `asked` is in time: never later than the meeting starts. */
export function answerBy(asked: Date, patienceMs: number, startsAt: Date | null): Date {
  const until = asked.getTime() + patienceMs;
  return new Date(startsAt === null ? until : Math.min(until, startsAt.getTime()));
}

/**
 * The same when the letter that asks left only at `sent`: the time to answer counts from then. What was promised before is
 * never made shorter by this.
 */
export function answerByAfter(
  { promised, sent }: { readonly promised: Date; readonly sent: Date },
  patienceMs: number,
  startsAt: Date | null,
): Date {
  const counted = answerBy(sent, patienceMs, startsAt);
  return counted > promised ? counted : promised;
}
