import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from '../domain/kernel/index.ts';
import type { Translate } from './translate.ts';

/** Longer text is cut by no form; it is refused here so that no input can keep the server busy. In characters. */
export const LONGEST_MARKDOWN = 50_000;
/** Quotations and lists inside one another, deeper than this, are read as plain text. */
const DEEPEST = 8;
/** A paragraph with more signs of emphasis than this is read as plain text: the parser's time grows with their square. */
const MOST_EMPHASIS = 400;

export interface MarkdownOptions {
  /** The level of the heading above the text; the headings in it come below. 1 when there is only the page title. */
  readonly below: 1 | 2 | 3 | 4;
  readonly t: Translate;
}

/**
 * No tokens for HTML, nor for code by indentation: what looks like it stays what it is, text. A line break is a line break,
 * as in every other box that people type in.
 */
const parser = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: { html: () => undefined, tag: () => undefined, code: () => undefined },
});

/** Addresses that a text may point to: the web, a mail address, a telephone number, a page of our own. */
const ALLOWED_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i;
const PICTURE = /^\/beeld\/[\w-]+\.webp$/;
const WEB = /^https?:\/\//i;

function hostOf(address: string): string | null {
  if (!WEB.test(address)) return null;
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
}

function linkAttributes(href: string): Record<string, string> {
  if (!ALLOWED_ADDRESS.test(href)) return {};
  return WEB.test(href) ? { href, rel: 'noopener' } : { href };
}

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'br', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], img: ['src', 'alt', 'loading'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    pre: 'p',
    a: (_tag, { href = '' }) => ({ tagName: 'a', attribs: linkAttributes(href) }),
    img: (_tag, { src = '', alt = '' }) => ({ tagName: 'img', attribs: { src, alt, loading: 'lazy' } }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE.test(attribs['src'] ?? ''),
};

const HEADING = /<(\/?)h([1-6])>/g;

/** The highest heading of the text comes just below that of its section, and no level is skipped (WCAG 1.3.1). */
function demoteHeadings(html: string, below: number): string {
  const levels = [...new Set([...html.matchAll(HEADING)].map(([, , level]) => level))].toSorted();
  return html.replace(
    HEADING,
    (_, slash: string, level: string) => `<${slash}h${Math.min(6, below + 1 + levels.indexOf(level))}>`,
  );
}

/** Says behind a link to another site which site that is, unless its words say so already. */
function nameHosts(html: string, t: Translate): string {
  return html.replace(/<a href="([^"]*)" rel="noopener">(.*?)<\/a>/gs, (link, href: string, words: string) => {
    const host = hostOf(href.replaceAll('&amp;', '&'));
    if (host === null || words.toLowerCase().includes(host)) return link;
    return `${link} <span class="link-host">(${escapeHtml(t('buurten.link.host', { host }))})</span>`;
  });
}

const DEEP_RUN = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${DEEPEST},}`, 'gm');
const EMPHASIS = /[*_~]/g;

/** Takes the meaning from runs of signs that nobody writes on purpose, and that the parser would need minutes for. */
const flatten = (source: string): string =>
  source
    .replace(/[ \t]{40,}/g, ' ')
    .replace(DEEP_RUN, (run) => run.replace(/[>*+.)-]/g, '\\$&'))
    .split(/(\n{2,})/)
    .map((part) => ((part.match(EMPHASIS)?.length ?? 0) > MOST_EMPHASIS ? part.replace(EMPHASIS, '\\$&') : part))
    .join('');

/** A link that lost its address is no link. */
const unlink = (html: string): string => html.replace(/<a>(.*?)<\/a>/gs, '$1');

const asPlainText = (source: string): string =>
  source
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');

/**
 * Markdown as residents read it: parsed, then cut down to the few elements that the house style knows. No raw HTML, no script
 * link, no picture from elsewhere; headings below that of their section. Never throws on what was typed: text that cannot
 * be parsed comes out as plain paragraphs. Refuses (throws on) only text longer than `LONGEST_MARKDOWN`.
 */
export function markdown(source: string, { below, t }: MarkdownOptions): string {
  if (source.length > LONGEST_MARKDOWN)
    throw new Error(`markdown: a text of ${source.length} characters is too long to show`);
  let html: string;
  try {
    html = parser.parse(flatten(source), { async: false });
  } catch (error) {
    // The parser recurses; what it cannot follow, nobody can read as a layout either.
    if (!(error instanceof RangeError)) throw error;
    html = asPlainText(source);
  }
  return nameHosts(unlink(sanitizeHtml(demoteHeadings(html, below), RULES)), t).trim();
}
