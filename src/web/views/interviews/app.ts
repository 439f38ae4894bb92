import messages from '../../../../content/messages/nl/interviews.json' with { type: 'json' };
import { SIGNAL_KINDS, type SignalKind } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

type AppKey = Extract<keyof typeof messages, `app.${string}`>;
/** A word of the app without its `app.`. */
export type AppWord = AppKey extends `app.${infer Word}` ? Word : never;
/** With `{n}` and the like still in it; of a sentence that counts, `other`, and `one` in `ones`. */
export type AppWords = Readonly<Record<AppWord, string>>;

export interface AppView {
  readonly words: AppWords;
  readonly ones: Readonly<Partial<Record<AppWord, string>>>;
  readonly kinds: readonly { readonly value: SignalKind; readonly label: string }[];
  readonly logIn: string;
  readonly kit: string;
  readonly send: string;
  readonly worker: string;
  readonly shell: string;
  /** Where a resident follows a signal; on the screen. */
  readonly follow: string;
}

const isAppKey = (key: string): key is AppKey => key.startsWith('app.');
const wordOf = (key: AppKey) => key.slice('app.'.length) as AppWord;

/** All that the offline page says: it has no portal to ask for a sentence. */
export function appView(t: Translate, baseUrl: string): AppView {
  const keys = Object.keys(messages).filter(isAppKey);
  const said = (key: AppKey, n: number | '{n}') => {
    const full = `interviews.${key}`;
    return isMessageKey(full) ? t(full, { ...OPEN, n }) : '';
  };
  return {
    words: Object.fromEntries(keys.map((key) => [wordOf(key), said(key, '{n}')])) as AppWords,
    ones: Object.fromEntries(
      keys.filter((key) => typeof messages[key] !== 'string').map((key) => [wordOf(key), said(key, 1)]),
    ),
    kinds: SIGNAL_KINDS.map((value) => ({ value, label: t(`signals.kind.${value}`) })),
    logIn: routes.login(routes.interview()),
    kit: routes.interviewData(),
    send: routes.sendInterviews(),
    worker: routes.interviewWorker(),
    shell: routes.interview(),
    follow: baseUrl.replace(/^https?:\/\//, '') + routes.followSignal(),
  };
}

/** Filled in on the phone. */
const OPEN = { day: '{day}', label: '{label}', buurt: '{buurt}', address: '{address}' };
