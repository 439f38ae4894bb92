import type { DraftKind, Problem } from '../../../domain/drafts/index.ts';
import { isMessageKey, messageKey, type Translate } from '../../translate.ts';

/** A sentence of which the key is put together. */
export const say = (t: Translate, key: string): string => t(messageKey(key));

/** What stands above a field. A few fields are the same in every kind of text. */
export const labelOf = (kind: DraftKind, name: string, t: Translate): string =>
  say(t, isMessageKey(`drafts.${kind}.${name}`) ? `drafts.${kind}.${name}` : `drafts.any.${name}`);

/** The help below the label; undefined where none is needed. */
export function hintOf(kind: DraftKind, name: string, t: Translate): string | undefined {
  const key = [`drafts.${kind}.${name}.hint`, `drafts.any.${name}.hint`].find(isMessageKey);
  return key === undefined ? undefined : say(t, key);
}

/** What is wrong with a field and how to mend it. */
export const sayProblem = (kind: DraftKind, { field, index, reason, values }: Problem, t: Translate): string =>
  t(`drafts.problem.${reason}`, { ...values, label: labelOf(kind, field, t).replace(/\?$/, ''), n: index + 1 });
