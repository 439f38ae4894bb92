import type { DraftKind, Problem } from '../../../domain/drafts/index.ts';
import { isMessageKey, type MessageKey, type Translate } from '../../translate.ts';

/** A sentence of which the key is put together; a missing one is a fault that a test must see. */
export function say(t: Translate, key: string): string {
  if (!isMessageKey(key)) throw new Error(`content/messages/nl has no sentence "${key}"`);
  return t(key as MessageKey);
}

/** What stands above a field. A few fields are the same in every kind of text. */
export const labelOf = (kind: DraftKind, name: string, t: Translate): string =>
  say(t, isMessageKey(`beheer.${kind}.${name}`) ? `beheer.${kind}.${name}` : `beheer.any.${name}`);

export function hintOf(kind: DraftKind, name: string, t: Translate): string | undefined {
  const key = [`beheer.${kind}.${name}.hint`, `beheer.any.${name}.hint`].find(isMessageKey);
  return key === undefined ? undefined : say(t, key);
}

/** What is wrong with a field and how to mend it. */
export const sayProblem = (kind: DraftKind, { field, index, reason, values }: Problem, t: Translate): string =>
  t(`beheer.problem.${reason}`, { ...values, label: labelOf(kind, field, t).replace(/\?$/, ''), n: index + 1 });
