import { marksIn, type Mark } from '../plain/marks.ts';
import type { SignalContent } from '../signal.ts';
import type { DeskTurn, Opened } from './open-dossier.ts';

/** What stands where something was taken out: always of one length, so that it does not tell how long the name was. */
export const BLACK = '▇▇▇';

/** A piece of the text of a signal that can be blacked out. */
export interface RedactionPart {
  /** `text`, `answer-{index}` (from 0), or `turn-{number}` of what the sender said later. */
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** From `start` up to but not including `end`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Everything that residents wrote and the desk can read: the text, answers to questions, and replies. */
export function partsOf(content: Opened<SignalContent>, turns: readonly DeskTurn[]): RedactionPart[] {
  const part = (name: string, text: string) => (text === '' ? [] : [{ name, text, marks: marksIn(text) }]);
  const written =
    content.is === 'read'
      ? [
          ...part('text', content.value.text),
          ...content.value.answers.flatMap(({ answer }, index) => part(`answer-${index}`, answer)),
        ]
      : [];
  const said = turns.flatMap(({ turn, by, text }) =>
    by === 'sender' && text.is === 'read' ? part(`turn-${turn}`, text.value) : [],
  );
  return [...written, ...said];
}

/** Where a piece stands in the text: every time, whatever its case. */
export function spansOf(text: string, piece: string): Span[] {
  const wanted = new RegExp(RegExp.escape(piece), 'giu');
  return Array.from(text.matchAll(wanted), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** The text without these spans: what is left is exactly the original, and black in between. */
export function blackOut(text: string, spans: readonly Span[]): string {
  const inOrder = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let left = '';
  let at = 0;
  let black = -1;
  for (const { start, end } of inOrder) {
    if (end <= at) continue;
    // Two spans that touch are one: the border between a first name and a surname tells something too.
    if (start > at || black !== at) left += text.slice(at, Math.max(at, start)) + BLACK;
    at = end;
    black = end;
  }
  return left + text.slice(at);
}
