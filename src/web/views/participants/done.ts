import { routes } from '../../routes.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** What was just done, as a word in the address: a reload does not do it again. Names never stand in an address. */
interface Done {
  readonly done: string;
  /** The number on the list. */
  readonly number?: number | undefined;
}

const withDone = (path: string, { done, number }: Done): string =>
  `${path}?${new URLSearchParams({ gedaan: done, ...(number !== undefined && { nr: String(number) }) }).toString()}`;

/** The list, with what was just done. */
export const listAfter = (slug: string, done: Done): string => withDone(routes.manageMeeting(slug), done);

/** The empty form for the next one, with what became of the one before. */
export const enterAfter = (
  slug: string,
  { state, number, mail }: { readonly state: string; readonly number: number; readonly mail: boolean },
): string => `${withDone(routes.enterSignUp(slug), { done: state, number })}${mail ? '&mail=ja' : ''}`;

function sayIt(prefix: string, query: URLSearchParams, t: Translate): string | null {
  const key = `participants.${prefix}.${query.get('gedaan') ?? ''}`;
  const number = query.get('nr') ?? '';
  if (!isMessageKey(key) || !/^\d{0,7}$/.test(number)) return null;
  return t(key, { n: number });
}

/** What was just done, in words; null when nothing was. */
export const sayDone = (query: URLSearchParams, t: Translate): string | null => sayIt('done', query, t);

/** What became of who was just put on the list: whether there is a place, and whether a mail tells it. */
export function sayEntered(query: URLSearchParams, t: Translate): readonly string[] {
  const words = sayIt('enter.done', query, t);
  if (words === null) return [];
  const told = query.get('mail') === 'ja' ? t('participants.enter.done.mail') : t('participants.enter.done.call');
  return [words, told, t('participants.enter.done.next')];
}
