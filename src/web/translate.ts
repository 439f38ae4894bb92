import accounts from '../../content/messages/nl/accounts.json' with { type: 'json' };
import buurten from '../../content/messages/nl/buurten.json' with { type: 'json' };
import common from '../../content/messages/nl/common.json' with { type: 'json' };
import drafts from '../../content/messages/nl/drafts.json' with { type: 'json' };
import figures from '../../content/messages/nl/figures.json' with { type: 'json' };
import map from '../../content/messages/nl/map.json' with { type: 'json' };
import meetings from '../../content/messages/nl/meetings.json' with { type: 'json' };
import signals from '../../content/messages/nl/signals.json' with { type: 'json' };

const dictionary = { accounts, buurten, common, drafts, figures, map, meetings, signals };

/** A sentence, or one per plural form of `n` (CLDR: Dutch has `one` and `other`). */
type Entry = string | { readonly one: string; readonly other: string };
type Dictionary = typeof dictionary;
/** `file.key`, as it stands in content/messages/nl/{file}.json. */
export type MessageKey = { [File in keyof Dictionary]: `${File}.${keyof Dictionary[File] & string}` }[keyof Dictionary];

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const plural = new Intl.PluralRules('nl');
const numbers = new Intl.NumberFormat('nl');

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Such a name would turn the number or colon beside it around; between these two signs it does not (UAX #9, FSI and PDI). */
const isolated = (value: string): string => (RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value);

const entries = new Map<string, Entry>(
  Object.entries(dictionary).flatMap(([file, sentences]) =>
    Object.entries(sentences as Readonly<Record<string, Entry>>).map(
      ([key, entry]) => [`${file}.${key}`, entry] as const,
    ),
  ),
);

/** Whether there is such a sentence: for keys that are put together, like the name of an indicator. */
export const isMessageKey = (key: string): key is MessageKey => entries.has(key);

/** A key that was put together, as the type of a key; one that is missing is a fault that a test must see. */
export function messageKey(key: string): MessageKey {
  if (!isMessageKey(key)) throw new Error(`content/messages/nl has no sentence "${key}"`);
  return key;
}

/**
 * Says the sentence; `{name}` is filled from `values`, numbers as the Dutch write them.
 * A missing value throws: an empty place in a sentence to residents is a fault that a test must see.
 */
export const translate: Translate = (key, values = {}) => {
  const entry = entries.get(key);
  if (entry === undefined) throw new Error(`content/messages/nl has no sentence "${key}"`);
  const sentence =
    typeof entry === 'string' ? entry : entry[plural.select(Number(values['n'])) === 'one' ? 'one' : 'other'];
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${key}" needs a value for {${name}}`);
    return typeof value === 'number' ? numbers.format(value) : isolated(value);
  });
};
