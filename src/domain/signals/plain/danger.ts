import { arabic } from './danger-words/arabic.ts';
import { dutch } from './danger-words/dutch.ts';
import { english } from './danger-words/english.ts';
import { foldWords } from './danger-words/fold-words.ts';
import { polish } from './danger-words/polish.ts';
import { turkish } from './danger-words/turkish.ts';
import { DANGERS, type Danger, type DangerWords } from './danger-words/danger-words.ts';

export { DANGERS, type Danger };

const LANGUAGES: readonly DangerWords[] = [dutch, english, turkish, arabic, polish];

/** `*`: the rest of a word, or none. `~`: up to three words between. The rest is as in a regular expression. */
const toPattern = (phrase: string): string => phrase.replaceAll(' ~ ', ' (?:[^ ]+ ){0,3}').replaceAll('*', '[^ ]*');

/** One expression for each danger: it begins at a space, so it is tried once for each word. */
const expressionOf = (danger: Danger): RegExp => {
  const phrases = LANGUAGES.flatMap(({ prefix = '', [danger]: list }) =>
    list.map((phrase) => prefix + toPattern(phrase)),
  );
  return new RegExp(` (?:${phrases.join('|')})(?= )`, 'u');
};
const EXPRESSIONS = DANGERS.map((danger) => ({ danger, expression: expressionOf(danger) }));

/**
 * Of which dangers a text speaks, in Dutch, English, Turkish, Arabic or Polish, however it is spelled. Too many rather than too
 * few: it only brings a number nearer that stands on the page anyway, and never keeps anybody from sending.
 */
export function dangersIn(text: string): readonly Danger[] {
  const words = foldWords(text);
  return EXPRESSIONS.filter(({ expression }) => expression.test(words)).map(({ danger }) => danger);
}
