import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, type Letter, type LetterAttachment } from '../domain/kernel/index.ts';

/** The letters in content/letters. */
export const LETTER_NAMES = [
  'received-placed',
  'received-waiting',
  'moved-up',
  'cancelled',
  'known',
  'called-off',
  'changed',
] as const;
export type LetterName = (typeof LETTER_NAMES)[number];

export interface LetterOrder {
  readonly name: LetterName;
  readonly to: string;
  /** For the `{places}` in the template. Those whose name ends in `link` must be web addresses. */
  readonly values: Readonly<Record<string, string>>;
  readonly attachments?: readonly LetterAttachment[];
}

/** Fills a template; does no input or output, so that a transaction can call it. */
export type WriteLetterText = (order: LetterOrder) => Letter;

const FOLDER = join(import.meta.dirname, '../../content/letters/nl');
const SUBJECT = /^Onderwerp: (.+)\n\n/;
const PLACE = /\{(\w+)\}/g;

/** A value is one line: it cannot begin a new paragraph, and certainly not a new header. */
const oneLine = (value: string): string => value.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function valueOf(values: LetterOrder['values'], place: string): string {
  const value = values[place];
  if (value === undefined) throw new Error(`The letter needs a value for {${place}}`);
  if (/link$/i.test(place) && !/^https?:\/\/[^\s"<>]+$/.test(value)) throw new Error(`{${place}} is not a web address`);
  return oneLine(value);
}

const inText = (template: string, values: LetterOrder['values']): string =>
  template.replace(PLACE, (_, place: string) => valueOf(values, place));

const inHtml = (template: string, values: LetterOrder['values']): string =>
  escapeHtml(template).replace(PLACE, (_, place: string) => {
    const value = escapeHtml(valueOf(values, place));
    return /link$/i.test(place) ? `<a href="${value}">${value}</a>` : value;
  });

/** A block of the template as HTML: a list when every line begins with a dash, otherwise a paragraph with its lines. */
function blockInHtml(block: string, values: LetterOrder['values']): string {
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- ')))
    return `<ul>\n${lines.map((line) => `<li dir="auto">${inHtml(line.slice(2), values)}</li>`).join('\n')}\n</ul>`;
  return `<p dir="auto">${lines.map((line) => inHtml(line, values)).join('<br>\n')}</p>`;
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin: 0 auto; padding: 16px; max-width: 36em; font: 18px/1.5 sans-serif; overflow-wrap: anywhere">
${body}
</body>
</html>
`;

/** Reads the letters once, at the start; a letter that is missing or has no subject stops the start. */
export function makeLetterWriter(folder: string = FOLDER): WriteLetterText {
  const templates = new Map(
    LETTER_NAMES.map((name) => {
      const file = join(folder, `${name}.md`);
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      const subject = SUBJECT.exec(text);
      if (!subject?.[1]) throw new Error(`${file} must begin with a line "Onderwerp: …" and an empty line`);
      return [name, { subject: subject[1], body: text.slice(subject[0].length).trim() }] as const;
    }),
  );
  return ({ name, to, values, attachments = [] }) => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no letter "${name}"`);
    const subject = inText(template.subject, values);
    const blocks = template.body.split(/\n{2,}/).map((block) => blockInHtml(block, values));
    return {
      to,
      subject,
      text: `${inText(template.body, values)}\n`,
      html: page(escapeHtml(subject), blocks.join('\n')),
      attachments,
    };
  };
}
