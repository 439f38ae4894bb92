import type { AppView, AppWord } from '../../views/interviews/app.ts';

export type Say = (word: AppWord, values?: Readonly<Record<string, string | number>>) => string;

/** Says the words of the app, filled in; of what is counted by `n` the right form. */
export const makeSay =
  ({ words, ones }: Pick<AppView, 'words' | 'ones'>): Say =>
  (word, values = {}) =>
    Object.entries(values).reduce(
      (sentence, [name, value]) => sentence.replaceAll(`{${name}}`, String(value)),
      values['n'] === 1 ? (ones[word] ?? words[word]) : words[word],
    );
