import type { Term } from './content.ts';

/** In these a term stays as it is: a button in a link cannot be used, and a heading is read out in lists. */
const LEAVE_ALONE = /^<(\/?)(a|button|h[1-6]|summary)\b/i;
const ENTITY = /(&(?:#x?[\da-f]+|\w+);)/gi;

const escapeForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The id of the note that explains a term; the button in the text points to it. */
export const noteId = (term: Pick<Term, 'slug'>): string => `uitleg-${term.slug}`;

/** Explains terms where they stand, in the HTML of one text. */
export interface Explainer {
  /** The first time each term occurs in the text it becomes a button that opens its note; the rest stays as it was. */
  explain(html: string): string;
  /** The terms that were explained so far: the page ends with their notes. */
  used(): Term[];
}

/** A text in which terms were explained, and which those were. */
interface Explained {
  readonly html: string;
  readonly terms: ReadonlySet<Term>;
}
type Explain = (html: string) => Explained;

function explainWith(terms: readonly Term[]): Explain {
  const byForm = new Map<string, Term>();
  for (const term of terms) {
    if (term.inPlace) for (const form of term.forms) byForm.set(form.toLowerCase(), term);
  }
  // The longest first: "harde gegevens" before "gegevens".
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(escapeForPattern);
  const pattern =
    forms.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');

  function explainText(text: string, inThisText: Set<Term>): string {
    if (pattern === null) return text;
    return text.replace(pattern, (form) => {
      const term = byForm.get(form.toLowerCase());
      if (term === undefined || inThisText.has(term)) return form;
      inThisText.add(term);
      return `<button type="button" class="term" popovertarget="${noteId(term)}">${form}</button>`;
    });
  }

  return (html) => {
    const inThisText = new Set<Term>();
    let closed = 0;
    const explained = html.split(/(<[^>]*>)/).map((part) => {
      const tag = LEAVE_ALONE.exec(part);
      if (tag) closed += tag[1] === '/' ? -1 : 1;
      if (part.startsWith('<') || closed > 0) return part;
      return part
        .split(ENTITY)
        .map((piece, index) => (index % 2 === 1 ? piece : explainText(piece, inThisText)))
        .join('');
    });
    return { html: explained.join(''), terms: inThisText };
  };
}

/** The same texts come again with every visitor. */
const REMEMBERED = 1_000;

function rememberTexts(explain: Explain): Explain {
  const known = new Map<string, Explained>();
  return (html) => {
    const before = known.get(html);
    if (before !== undefined) return before;
    const explained = explain(html);
    const oldest = known.keys().next();
    if (known.size >= REMEMBERED && !oldest.done) known.delete(oldest.value);
    known.set(html, explained);
    return explained;
  };
}

/** By the list of terms itself: in development each page reads a new one. */
const explainers = new WeakMap<readonly Term[], Explain>();

function explainerOf(terms: readonly Term[]): Explain {
  const explain = explainers.get(terms) ?? rememberTexts(explainWith(terms));
  explainers.set(terms, explain);
  return explain;
}

/**
 * Makes the explainer of one page. Whole words only, any capitals, also the other forms of a term; not in links, buttons and
 * headings. The button opens a popover (plain HTML, no script); where a browser does not know that, and in print, the notes
 * stand at the end of the page.
 */
export function makeExplainer(terms: readonly Term[]): Explainer {
  const explain = explainerOf(terms);
  const used = new Set<Term>();
  return {
    explain(html) {
      const explained = explain(html);
      for (const term of explained.terms) used.add(term);
      return explained.html;
    },
    used: () => [...used],
  };
}
