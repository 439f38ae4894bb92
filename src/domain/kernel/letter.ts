/** In which letters to residents are written. */
export const LETTER_LANGUAGES = ['nl', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** A mail, ready to send. Text and HTML say the same. `to` is one bare address, `subject` one line. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly LetterAttachment[];
  /** An https address that stops such letters on a POST (RFC 8058); left out where a letter is about the meeting itself. */
  readonly unsubscribe?: string;
}

/** A file with a mail; `content` is text (a calendar entry), `type` a media type with its parameters. */
export interface LetterAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}
