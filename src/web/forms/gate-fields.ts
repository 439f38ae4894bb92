import { z } from 'astro/zod';
import type { Entry, GateRefusal, PassPurpose } from '../../domain/signals/index.ts';
import type { MessageKey } from '../translate.ts';

/** No browser knows what would fit in a field of this name, so none fills it in for somebody. */
export const TRAP = 'aanvulling';

/** What is not there, or is a file, counts as not filled in: the gate says what to do about it. */
const field = z.string().catch('');

/** What GateFields puts in a form; spread it into the shape of an action. */
export const gateFields = { token: field, stamp: field, proof: field, [TRAP]: field };
type GateFields = Record<keyof typeof gateFields, string>;

/** What the gate judges of a form that came in. */
export const entryOf = (
  typed: GateFields,
  { purpose, crowded }: { readonly purpose: PassPurpose; readonly crowded: boolean },
): Entry => ({ purpose, token: typed.token, proof: typed.proof, trap: typed[TRAP], crowded });

/** What to say of a form that the gate did not let in; the text is kept, a new pass comes with the page. */
export const gateMessage = (refusal: GateRefusal): MessageKey => `gate.refusal.${refusal}`;
