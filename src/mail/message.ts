import type { SendMailOptions } from 'nodemailer';
import type { Letter } from '../domain/kernel/index.ts';

/** RFC 2047 makes other signs fit in a header; what would end the line may not get there at all. */
const headerLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** The bare address in a From, with or without a name. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;

/** One click stops such letters (RFC 8058); only when it is a web address, as it becomes a header. */
const unsubscribeHeaders = (address: string | undefined): Record<string, string> =>
  address === undefined || !/^https?:\/\/[!-~]+$/.test(address) || /[<>,]/.test(address)
    ? {}
    : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/**
 * A letter as nodemailer wants it: text and HTML with the same content, nothing fetched from elsewhere.
 * `Auto-Submitted` (RFC 3834) keeps holiday answers away.
 */
export const messageOf = (
  letter: Letter,
  { id, from }: { readonly id: string; readonly from: string },
): SendMailOptions => ({
  from,
  to: { name: '', address: headerLine(letter.to) },
  subject: headerLine(letter.subject),
  text: letter.text,
  html: letter.html,
  messageId: `<${id}@${addressIn(from).split('@').at(-1) ?? 'localhost'}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...unsubscribeHeaders(letter.unsubscribe),
  },
  attachments: letter.attachments.map(({ name, type, content }) => ({
    filename: headerLine(name),
    contentType: headerLine(type),
    content,
    contentDisposition: 'attachment',
  })),
  disableFileAccess: true,
  disableUrlAccess: true,
  xMailer: false,
});
