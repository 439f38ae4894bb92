/** Letters that Unicode does not take apart, but that people leave out or exchange. */
const LOOSE: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd' },
  ...{ ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ۀ: 'ه', ە: 'ه', ٱ: 'ا', ء: '', ـ: '' },
};
const LOOSE_LETTERS = new RegExp(`[${Object.keys(LOOSE).join('')}]`, 'gu');

/**
 * A text as words with one space before, between and after them, without what people write in different ways: capitals,
 * accents, Turkish dots, Polish strokes, Arabic vowel signs, hamza and tatweel, apostrophes, signs without width, punctuation.
 */
export const foldWords = (text: string): string =>
  ` ${text} `
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`´ʼ]+/gu, '')
    .replace(LOOSE_LETTERS, (letter) => LOOSE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
