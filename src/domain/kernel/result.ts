/** What a use case answers: done, with a value, or refused, with the reason. What must not happen throws instead. */
export type Result<Value, Reason extends string = never> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

/** It was done; with what came of it. */
export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

/** It was not done, for a reason that the caller can act on. */
export const refused = <const Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const;
