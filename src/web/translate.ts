import enCommon from '../../content/messages/en/common.json' with { type: 'json' };
import enFollow from '../../content/messages/en/follow.json' with { type: 'json' };
import enGate from '../../content/messages/en/gate.json' with { type: 'json' };
import enMeetings from '../../content/messages/en/meetings.json' with { type: 'json' };
import enPhoto from '../../content/messages/en/photo.json' with { type: 'json' };
import enPlace from '../../content/messages/en/place.json' with { type: 'json' };
import enPromises from '../../content/messages/en/promises.json' with { type: 'json' };
import enSafety from '../../content/messages/en/safety.json' with { type: 'json' };
import enSignUps from '../../content/messages/en/signUps.json' with { type: 'json' };
import enSignals from '../../content/messages/en/signals.json' with { type: 'json' };
import accounts from '../../content/messages/nl/accounts.json' with { type: 'json' };
import buurten from '../../content/messages/nl/buurten.json' with { type: 'json' };
import common from '../../content/messages/nl/common.json' with { type: 'json' };
import drafts from '../../content/messages/nl/drafts.json' with { type: 'json' };
import figures from '../../content/messages/nl/figures.json' with { type: 'json' };
import letters from '../../content/messages/nl/letters.json' with { type: 'json' };
import map from '../../content/messages/nl/map.json' with { type: 'json' };
import meetings from '../../content/messages/nl/meetings.json' with { type: 'json' };
import participants from '../../content/messages/nl/participants.json' with { type: 'json' };
import poster from '../../content/messages/nl/poster.json' with { type: 'json' };
import reports from '../../content/messages/nl/reports.json' with { type: 'json' };
import signUps from '../../content/messages/nl/signUps.json' with { type: 'json' };
import signals from '../../content/messages/nl/signals.json' with { type: 'json' };
import desk from '../../content/messages/nl/desk.json' with { type: 'json' };
import follow from '../../content/messages/nl/follow.json' with { type: 'json' };
import gate from '../../content/messages/nl/gate.json' with { type: 'json' };
import interviews from '../../content/messages/nl/interviews.json' with { type: 'json' };
import place from '../../content/messages/nl/place.json' with { type: 'json' };
import photo from '../../content/messages/nl/photo.json' with { type: 'json' };
import promises from '../../content/messages/nl/promises.json' with { type: 'json' };
import releases from '../../content/messages/nl/releases.json' with { type: 'json' };
import safety from '../../content/messages/nl/safety.json' with { type: 'json' };

const dictionary = {
  safety,
  releases,
  promises,
  place,
  photo,
  interviews,
  gate,
  follow,
  desk,
  accounts,
  buurten,
  common,
  drafts,
  figures,
  letters,
  map,
  meetings,
  participants,
  poster,
  reports,
  signUps,
  signals,
};

/** A sentence, or one per plural form of `n` (CLDR: Dutch has `one` and `other`, Arabic all six). */
type Entry = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });
type Dictionary = typeof dictionary;
/** `file.key`, as it stands in content/messages/nl/{file}.json. */
export type MessageKey = { [File in keyof Dictionary]: `${File}.${keyof Dictionary[File] & string}` }[keyof Dictionary];

export type MessageValues = Readonly<Record<string, string | number>>;
/** In which residents can sign up, and send and follow a signal; the rest of the portal is in Dutch. */
export type PageLanguage = 'nl' | 'en';
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  readonly language: PageLanguage;
}

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Such a name would turn the number or colon beside it around; between these two signs it does not (UAX #9, FSI and PDI). */
const isolated = (value: string): string => (RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value);

/** The sentences of one language, by file: `{ letters, poster }`. */
export type Sentences = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** Says sentences of one language by their key, `file.key`; see `Translate`. */
export interface Speaker {
  has(key: string): boolean;
  say(key: string, values?: MessageValues): string;
}

/**
 * Speaks one language out of its files in content/messages/{language}. `{name}` is filled from `values`, numbers as they
 * are written there. A missing sentence or value throws: an empty place in a sentence to residents is a fault that a test must see.
 */
export function makeSpeaker(language: string, files: Sentences): Speaker {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const entries = new Map<string, Entry>(
    Object.entries(files).flatMap(([file, sentences]) =>
      Object.entries(sentences).map(([key, entry]) => [`${file}.${key}`, entry] as const),
    ),
  );

  function say(key: string, values: MessageValues = {}): string {
    const entry = entries.get(key);
    if (entry === undefined) throw new Error(`content/messages/${language} has no sentence "${key}"`);
    const sentence = typeof entry === 'string' ? entry : (entry[plural.select(Number(values['n']))] ?? entry.other);
    if (!sentence.includes('{')) return sentence;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${key}" needs a value for {${name}}`);
      return typeof value === 'number' ? numbers.format(value) : isolated(value);
    });
  }
  return { has: (key) => entries.has(key), say };
}

const dutch = makeSpeaker('nl', dictionary);

/** Whether there is such a sentence: for keys that are put together, like the name of an indicator. */
export const isMessageKey = (key: string): key is MessageKey => dutch.has(key);

/** A key that was put together, as the type of a key; one that is missing is a fault that a test must see. */
export function messageKey(key: string): MessageKey {
  if (!isMessageKey(key)) throw new Error(`content/messages/nl has no sentence "${key}"`);
  return key;
}

/** Says the sentence in Dutch, the language of the screens. */
export const translate: Translate = Object.assign((key: MessageKey, values?: MessageValues) => dutch.say(key, values), {
  language: 'nl' as const,
});

const english = makeSpeaker('en-GB', {
  common: enCommon,
  follow: enFollow,
  gate: enGate,
  meetings: enMeetings,
  photo: enPhoto,
  place: enPlace,
  promises: enPromises,
  safety: enSafety,
  signUps: enSignUps,
  signals: enSignals,
});

/** Says it in English, as far as the pages around sign-ups and signals go; what only other pages say stays Dutch. */
const translateEnglish: Translate = Object.assign(
  (key: MessageKey, values?: MessageValues) => (english.has(key) ? english : dutch).say(key, values),
  { language: 'en' as const },
);

/** The sentences of each language in which pages speak to residents. */
export const translateIn: Readonly<Record<PageLanguage, Translate>> = { nl: translate, en: translateEnglish };
