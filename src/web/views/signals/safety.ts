import { DANGERS, dangersIn, marksIn, type Danger, type Mark } from '../../../domain/signals/index.ts';
import { translateIn, type PageLanguage, type Translate } from '../../translate.ts';

/** What a telephone calls, and how it is written. */
const NUMBERS: Readonly<Record<Danger, { readonly number: string; readonly call: string }>> = {
  emergency: { number: '112', call: 'tel:112' },
  nuisance: { number: '0900-8844', call: 'tel:09008844' },
  suicide: { number: '113', call: 'tel:113' },
};

/** A number that helps, and when to call it. */
export interface DangerLine {
  readonly danger: Danger;
  readonly text: string;
  readonly number: string;
  readonly call: string;
}

/** What always stands above a form: when to call whom. */
export const dangerLines = (t: Translate): DangerLine[] =>
  DANGERS.map((danger) => ({ danger, text: t(`safety.danger.${danger}`), ...NUMBERS[danger] }));

const foundLines = (t: Translate): DangerLine[] =>
  DANGERS.map((danger) => ({ danger, text: t(`safety.found.${danger}`), ...NUMBERS[danger] }));

/** What is said of dangers, in one language. */
export interface DangerWords {
  readonly language: PageLanguage;
  readonly lines: readonly DangerLine[];
}
/** In the language of the page, and in the other one: who is in danger must not have to look for a link. */
export type DangerInBoth = readonly [DangerWords, DangerWords];

/** What is said of each danger when a text speaks of it. */
export const dangerInBoth = (t: Translate): DangerInBoth => [
  { language: t.language, lines: foundLines(t) },
  t.language === 'nl'
    ? { language: 'en', lines: foundLines(translateIn.en) }
    : { language: 'nl', lines: foundLines(translateIn.nl) },
];

/** Of that, what this text speaks of; null when it speaks of no danger. */
export function dangerView(text: string, t: Translate): DangerInBoth | null {
  const dangers = dangersIn(text);
  const [own, other] = dangerInBoth(t);
  const spokenOf = ({ language, lines }: DangerWords): DangerWords => ({
    language,
    lines: lines.filter(({ danger }) => dangers.includes(danger)),
  });
  return dangers.length === 0 ? null : [spokenOf(own), spokenOf(other)];
}

/** Notes beside a text are for reading: of a list of numbers the first ones make it clear. */
const MOST_NOTES = 8;

/** A text in pieces, with what some of them may be; and the same as notes, each piece once. */
export interface MarkedView {
  readonly pieces: readonly { readonly text: string; readonly what: string | null }[];
  readonly notes: readonly { readonly text: string; readonly what: string }[];
  /** Pieces without a note. */
  readonly more: number;
}

/** The text with marks on what may be personal. Advice: it changes nothing. */
export function markedView(text: string, t: Translate): MarkedView {
  const marks = marksIn(text);
  const pieceOf = ({ start, end, kind }: Mark) => ({ text: text.slice(start, end), what: t(`safety.marks.${kind}`) });
  const pieces = marks.flatMap((mark, index) => [
    { text: text.slice(marks[index - 1]?.end ?? 0, mark.start), what: null },
    pieceOf(mark),
  ]);
  const notes = [...new Map(marks.map((mark) => [text.slice(mark.start, mark.end), pieceOf(mark)])).values()];
  return {
    pieces: [...pieces, { text: text.slice(marks.at(-1)?.end ?? 0), what: null }].filter((piece) => piece.text !== ''),
    notes: notes.slice(0, MOST_NOTES),
    more: Math.max(0, notes.length - MOST_NOTES),
  };
}
