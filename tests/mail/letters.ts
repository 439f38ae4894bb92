import type { Letter } from '../../src/domain/kernel/index.ts';

/** A letter as the outbox holds it. */
export const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  to: 'noor@voorbeeld.nl',
  subject: 'U heeft een plaats: koffie en plannen',
  text: 'Beste Noor,\n\nU heeft een plaats.\n',
  html: '<p>Beste Noor,</p>\n<p>U heeft een plaats.</p>',
  attachments: [],
  ...changes,
});

/** The headers of a mail, with folded lines put together again; names in lower case. */
export function headersOf(raw: string): readonly (readonly [name: string, value: string])[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
}

export const headerOf = (raw: string, name: string): string | undefined =>
  headersOf(raw).find(([known]) => known === name)?.[1];

/** A part of a mail by its media type, decoded from quoted-printable or base64. */
export function partOf(raw: string, type: string): string | undefined {
  const start = raw.indexOf(`Content-Type: ${type}`);
  if (start < 0) return undefined;
  const part = raw.slice(start);
  const head = part.slice(0, part.indexOf('\r\n\r\n'));
  const body = part.slice(head.length + 4).split(/\r\n--/)[0] ?? '';
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** What a reader of the HTML sees, on one line: links as their words with the address behind them, items with a dash. */
export const plainOf = (html: string): string =>
  html
    .replace(/[\s\S]*<body[^>]*>/, '')
    .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2: $1')
    .replace(/<li[^>]*>/g, '- ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
