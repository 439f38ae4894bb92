import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LETTER_LANGUAGES, type Letter, type LetterAttachment, type LetterLanguage } from '../domain/kernel/index.ts';
import { blocksInHtml, pageInHtml } from './letter-html.ts';
import { parseTemplate, type Block, type Line, type Template } from './letter-template.ts';

/** The letters to residents in content/letters, in each language. */
export const RESIDENT_LETTERS = [
  'received-held',
  'received-waiting',
  'received-lapsed',
  'confirmed',
  'waiting',
  'offered',
  'changed',
  'cancelled',
  'called-off',
  'known',
  'reminder',
  'report',
] as const;

/** The letters to colleagues: in Dutch, the language of their screens. */
export const ORGANISER_LETTERS = ['report-due-3', 'report-due-7'] as const;

export type LetterName = (typeof RESIDENT_LETTERS)[number] | (typeof ORGANISER_LETTERS)[number];

/** A piece of text that an organiser wrote: paragraphs, and lists of which each line is an item. */
export type LetterBlock =
  { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] };

export interface LetterOrder {
  readonly name: LetterName;
  readonly language: LetterLanguage;
  readonly to: string;
  /**
   * For the `{places}` in the template. Null leaves out the line or paragraph in which it stands. Those whose name ends in
   * `link` must be web addresses.
   */
  readonly values: Readonly<Record<string, string | null>>;
  /** For the `{{places}}` that stand alone: longer text. */
  readonly texts?: Readonly<Record<string, readonly LetterBlock[]>>;
  readonly attachments?: readonly LetterAttachment[];
  /** See `Letter.unsubscribe`. */
  readonly unsubscribe?: string;
}

/** Fills a template; does no input or output, so that a transaction can call it. */
export type WriteLetterText = (order: LetterOrder) => Letter;

const FOLDER = join(import.meta.dirname, '../../content/letters');
const SUBJECT = /^(?:Onderwerp|Subject): (.+)\n\n/;
const PLACE = /\{(\w+)\}/g;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A value is one line: it cannot begin a new paragraph, and certainly not a new header. It cannot turn the text around it
 * either: signs that would (UAX #9) go, and what is written from right to left stands between FSI and PDI.
 */
function oneLine(value: string): string {
  const line = value
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

const WEB_ADDRESS = /^https?:\/\/[^\s"<>]+$/;

function valueOf(values: LetterOrder['values'], place: string): string | null {
  const value = values[place];
  if (value === undefined) throw new Error(`The letter needs a value for {${place}}`);
  if (value === null) return null;
  if (/link$/i.test(place) && !WEB_ADDRESS.test(value)) throw new Error(`{${place}} is not a web address`);
  return oneLine(value);
}

/** The line with its values; null when one of them is not there. */
function fill(template: string, values: LetterOrder['values']): string | null {
  let complete = true;
  const line = template.replace(PLACE, (_, place: string) => {
    const value = valueOf(values, place);
    complete &&= value !== null;
    return value ?? '';
  });
  return complete ? line : null;
}

function filledLine(line: Line, { values, texts = {} }: LetterOrder): Block[] {
  if (line.kind === 'text') {
    const blocks = texts[line.place];
    if (!blocks) throw new Error(`The letter needs a text for {{${line.place}}}`);
    return blocks.map((block) =>
      block.kind === 'list'
        ? { kind: 'list', items: block.items.map(oneLine) }
        : { kind: 'lines', lines: [oneLine(block.text)] },
    );
  }
  const filled = (lines: readonly string[]) => lines.flatMap((template) => fill(template, values) ?? []);
  if (line.kind === 'facts') {
    const items = filled(line.items);
    return items.length === 0 ? [] : [{ kind: 'facts', items }];
  }
  if (line.kind === 'heading') return filled([line.text]).map((text) => ({ kind: 'heading', text }));
  if (line.kind === 'lines') {
    const lines = filled(line.lines);
    return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
  }
  const label = fill(line.label, values);
  const address = fill(line.address, values);
  return label === null || address === null ? [] : [{ kind: line.kind, label, address }];
}

function blockInText(block: Block): string {
  switch (block.kind) {
    case 'lines':
      return block.lines.join('\n');
    case 'heading':
      return block.text;
    case 'facts':
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'link':
    case 'button':
      return `${block.label}:\n${block.address}`;
  }
}

function read(folder: string, language: LetterLanguage, name: LetterName): Template {
  const file = join(folder, language, `${name}.md`);
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const subject = SUBJECT.exec(text);
  if (!subject?.[1])
    throw new Error(`${file} must begin with a line "Onderwerp: …" (in English "Subject: …") and an empty line`);
  return parseTemplate(subject[1], text.slice(subject[0].length), file);
}

/** Reads the letters once, at the start; a letter that is missing or has no subject stops the start. */
export function makeLetterWriter(folder: string = FOLDER): WriteLetterText {
  const templates = new Map<string, Template>();
  for (const language of LETTER_LANGUAGES)
    for (const name of RESIDENT_LETTERS) templates.set(`${language}/${name}`, read(folder, language, name));
  for (const name of ORGANISER_LETTERS) templates.set(`nl/${name}`, read(folder, 'nl', name));

  return (order) => {
    const { name, language, to, values, attachments = [], unsubscribe } = order;
    const template = templates.get(`${language}/${name}`);
    if (!template) throw new Error(`There is no letter "${name}" in "${language}"`);
    const subject = fill(template.subject, values);
    if (subject === null) throw new Error(`The subject of "${name}" has a place without a value`);
    const blocks = template.lines.flatMap((line) => filledLine(line, order));
    return {
      to,
      subject,
      text: `${blocks.map(blockInText).join('\n\n')}\n`,
      html: pageInHtml({ language, title: subject, body: blocksInHtml(blocks) }),
      attachments,
      ...(unsubscribe !== undefined && { unsubscribe }),
    };
  };
}
