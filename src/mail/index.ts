import { makeFolderMailer } from './folder-mailer.ts';
import { makeSmtpMailer, type Mailer } from './smtp-mailer.ts';

export {
  makeLetterWriter,
  ORGANISER_LETTERS,
  RESIDENT_LETTERS,
  type LetterBlock,
  type LetterName,
  type LetterOrder,
  type WriteLetterText,
} from './letter-writer.ts';
export { makeSmtpMailer, type Mailer, type MailOutcome, type SmtpOptions } from './smtp-mailer.ts';

export interface MailerSettings {
  /** Null: letters go to `folder`. */
  readonly smtpUrl: string | null;
  readonly folder: string;
  readonly from: string;
}

/** Where letters go, by the configuration. */
export const makeMailer = ({ smtpUrl, folder, from }: MailerSettings): Mailer =>
  smtpUrl === null ? makeFolderMailer({ folder, from }) : makeSmtpMailer({ url: smtpUrl, from });
