/**
 * How easy a Dutch text is to read, by Flesch-Douma (Douma, 1960): 206.84 − 0.93 · words per sentence − 77 · syllables per
 * word. 60 and up is plain; standards.md asks at least 60, and 50 for legal pages.
 */
export interface Readability {
  readonly score: number;
  /** Words per sentence. */
  readonly mean: number;
  readonly longest: { readonly words: number; readonly sentence: string };
}

/** Vowel signs that sound as one, the longest first. */
const NUCLEUS =
  /ieuw|eeuw|aai|ooi|oei|ieu|eeu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|[aeiouyáéíóúàèäëïöüâêîôû]/g;

export const syllables = (word: string): number => Math.max(1, word.toLowerCase().match(NUCLEUS)?.length ?? 0);

/** Without Markdown: links as their words, no marks; each item, heading and cell is a sentence of its own. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\S+|\S+@\S+/g, 'adres')
    .replace(/\{\w+\}/g, 'iets')
    .replace(/^\s*(?:[-*+]|#+|>|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '');

/** A dot in a number, a time or an abbreviation ends no sentence. */
export const sentencesOf = (text: string): string[] =>
  plain(text)
    .split(/(?<=[.!?:…])(?:['’"”)]*)\s+(?=\S)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? [];

export function readability(text: string): Readability {
  const sentences = sentencesOf(text).map((sentence) => ({ sentence, words: wordsOf(sentence).length }));
  const words = wordsOf(plain(text));
  const mean = words.length / Math.max(1, sentences.length);
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / Math.max(1, words.length);
  const longest = sentences.toSorted((a, b) => b.words - a.words)[0] ?? { sentence: '', words: 0 };
  return { score: 206.84 - 0.93 * mean - 77 * perWord, mean, longest };
}
