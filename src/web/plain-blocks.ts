import { markdown } from './markdown.ts';
import type { Translate } from './translate.ts';

/** A paragraph, or a list; without any layout in it. */
export type PlainBlock =
  { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] };

const PIECE = /<(\/?)(\w+)[^>]*>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const unescape = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** Where a new line begins; a row of a table is one. */
const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'blockquote', 'ul', 'ol', 'table']);
/** What stands beside one another, with a space between. */
const BESIDE = new Set(['br', 'td', 'th']);

interface Line {
  readonly inList: boolean;
  readonly text: string;
}

function linesOf(html: string): Line[] {
  const lines: Line[] = [];
  let text = '';
  let items = 0;
  const end = () => {
    const line = unescape(text).replace(/\s+/g, ' ').trim();
    if (line !== '') lines.push({ inList: items > 0, text: line });
    text = '';
  };
  for (const [, slash, tag = '', words] of html.matchAll(PIECE)) {
    if (words !== undefined) text += words;
    else if (BESIDE.has(tag)) text += ' ';
    // A paragraph in an item is still that item.
    else if (tag === 'p' && items > 0) text += ' ';
    else if (BLOCKS.has(tag)) {
      end();
      if (tag === 'li') items += slash === '/' ? -1 : 1;
    }
  }
  end();
  return lines;
}

/** Markdown as plain paragraphs and lists, for where no layout can be: a mail. By the same parser as on the pages. */
export function plainBlocks(source: string, t: Translate): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let items: string[] = [];
  for (const { inList, text } of linesOf(markdown(source, { below: 1, t }))) {
    if (!inList) {
      items = [];
      blocks.push({ kind: 'paragraph', text });
      continue;
    }
    if (items.length === 0) blocks.push({ kind: 'list', items });
    items.push(text);
  }
  return blocks;
}
