import { ok, refused, type Result } from '../../kernel/result.ts';
import { holdsReceipt } from './receipt-shape.ts';

/** In characters (code points). */
export const LONGEST_TEXT = 2000;

/** `receipt`: somebody's receipt code is in it, which must never be given to who reads along. */
export type TextMistake = 'empty' | 'too-long' | 'unreadable' | 'receipt';

/** What takes room but shows nothing: white space, joiners, fillers, direction marks, accents without a letter. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800]/gu;
/** Control signs, except tab and new line. */
const CONTROL = /[^\P{Cc}\t\n]/u;

/**
 * The text of a signal as it will be stored: literally what was typed, in Unicode's composed form (NFC), lines ended by one
 * sign, nothing around it. Refused when there is nothing to read, when it is too long, when no screen can show it, and when it
 * holds a receipt code.
 */
export function signalText(typed: string): Result<string, TextMistake> {
  if (!typed.isWellFormed()) return refused('unreadable');
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (CONTROL.test(text)) return refused('unreadable');
  if (text.replace(INVISIBLE, '') === '') return refused('empty');
  // Code points: what a person counts as one sign must not count as two because it is an emoji.
  if (Array.from(text).length > LONGEST_TEXT) return refused('too-long');
  return holdsReceipt(text) ? refused('receipt') : ok(text);
}
