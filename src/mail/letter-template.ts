/** A letter of content/letters as it was written, before anything is filled in. */
export interface Template {
  readonly subject: string;
  readonly lines: readonly Line[];
}

/**
 * One block, with empty lines around it:
 * - lines: a paragraph
 * - facts: lines that begin with `- `
 * - heading: a line that begins with `# `
 * - button and link: `=> Words: {someLink}` and `-> Words: {someLink}`
 * - text: `{{place}}`, where longer text comes
 */
export type Line =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'link' | 'button'; readonly label: string; readonly address: string }
  | { readonly kind: 'text'; readonly place: string };

const TEXT = /^\{\{(\w+)\}\}$/;
const LINK = /^([=-])> (.+): (\{\w*link\})$/i;

function lineOf(block: string, file: string): Line {
  const text = TEXT.exec(block);
  if (text?.[1] !== undefined) return { kind: 'text', place: text[1] };
  const [, sign, label, address] = LINK.exec(block) ?? [];
  if (label !== undefined && address !== undefined) return { kind: sign === '=' ? 'button' : 'link', label, address };
  if (/^[=-]>/.test(block))
    throw new Error(`${file}: a link is written as "-> Words: {someLink}", alone in a paragraph`);
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return { kind: 'facts', items: lines.map((line) => line.slice(2)) };
  if (block.startsWith('# ') && lines.length === 1) return { kind: 'heading', text: block.slice(2) };
  return { kind: 'lines', lines };
}

/** `file` is for the words when something is wrong. */
export const parseTemplate = (subject: string, body: string, file: string): Template => ({
  subject,
  lines: body
    .trim()
    .split(/\n{2,}/)
    .map((block) => lineOf(block.trim(), file)),
});

/** A block with its values filled in, ready to be written out as text and as HTML. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'facts' | 'list'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'link' | 'button'; readonly label: string; readonly address: string };
