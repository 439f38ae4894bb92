import { escapeHtml } from '../../domain/kernel/index.ts';
import { glossary, type Term } from '../content.ts';
import { makeExplainer, noteId } from '../glossary.ts';
import { markdown, type MarkdownOptions } from '../markdown.ts';
import type { Translate } from '../translate.ts';

/** The note that explains a term, at the end of the page. */
export interface TermNote {
  readonly id: string;
  readonly slug: string;
  readonly term: string;
  readonly short: string;
}

/** The texts of one page, as safe HTML in which terms are explained. Make one per page, and end the page with its notes. */
export interface Texts {
  /** Markdown, with its headings below the level of the section that it stands in. */
  block(source: string, below: MarkdownOptions['below']): string;
  /** Plain text of one paragraph. */
  line(text: string): string;
  /** What to explain on this page; ask when all texts have been made. */
  notes(): TermNote[];
}

/** What every view needs besides its content. */
export interface ViewNeeds {
  readonly t: Translate;
  readonly texts: Texts;
  readonly now: Date;
}

/** Parsing and sanitising is most of the work of a page, and the same text comes again with every visitor. */
const REMEMBERED = 1_000;
const rendered = new Map<string, string>();

function remember(key: string, make: () => string): string {
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const made = make();
  const oldest = rendered.keys().next();
  if (rendered.size >= REMEMBERED && !oldest.done) rendered.delete(oldest.value);
  rendered.set(key, made);
  return made;
}

/** Makes the texts of one page; `terms` are those it explains. */
export function makeTexts(t: Translate, terms: readonly Term[] = glossary()): Texts {
  const explainer = makeExplainer(terms);
  return {
    block: (source, below) => explainer.explain(remember(`${below} ${source}`, () => markdown(source, { below, t }))),
    line: (text) => explainer.explain(escapeHtml(text)),
    notes: () =>
      explainer.used().map((term) => ({ id: noteId(term), slug: term.slug, term: term.term, short: term.short })),
  };
}
