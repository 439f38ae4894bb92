import type { Term } from './content.ts';

/** In these a term stays as it is: a button in a link cannot be used, and a heading is read out in lists. */
const LEAVE_ALONE = /^<(\/?)(a|button|h[1-6]|summary)\b/i;
const ENTITY = /&(?:#x?[\da-f]+|\w+);/gi;

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

/**
 * Makes the explainer of one page. Whole words only, any capitals, also the other forms of a term; not in links, buttons and
 * headings. The button opens a popover (plain HTML, no script); where a browser does not know that, and in print, the notes
 * stand at the end of the page.
 */
export function makeExplainer(terms: readonly Term[]): Explainer {
  const byForm = new Map<string, Term>();
  for (const term of terms) {
    if (term.inPlace) for (const form of term.forms) byForm.set(form.toLowerCase(), term);
  }
  // The longest first: "harde gegevens" before "gegevens".
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(escapeForPattern);
  const pattern =
    forms.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  const used = new Set<Term>();

  function explainText(text: string, inThisText: Set<Term>): string {
    if (pattern === null) return text;
    const explained = text.replace(pattern, (form) => {
      const term = byForm.get(form.toLowerCase());
      if (term === undefined || inThisText.has(term)) return form;
      inThisText.add(term);
      used.add(term);
      return `<button type="button" class="term" popovertarget="${noteId(term)}">${form}</button>`;
    });
    return explained;
  }

  return {
    explain(html) {
      const inThisText = new Set<Term>();
      let closed = 0;
      return html
        .split(/(<[^>]*>)/)
        .map((part) => {
          const tag = LEAVE_ALONE.exec(part);
          if (tag) closed += tag[1] === '/' ? -1 : 1;
          if (part.startsWith('<') || closed > 0) return part;
          return part
            .split(new RegExp(`(${ENTITY.source})`, 'gi'))
            .map((piece, index) => (index % 2 === 1 ? piece : explainText(piece, inThisText)))
            .join('');
        })
        .join('');
    },
    used: () => [...used],
  };
}
