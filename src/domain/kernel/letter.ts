/** A mail, ready to send. Text and HTML say the same. `to` is one bare address, `subject` one line. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly LetterAttachment[];
}

/** A file with a mail; `content` is text (a calendar entry), `type` a media type with its parameters. */
export interface LetterAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}
