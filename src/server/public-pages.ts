interface PublicPage {
  /** As Astro writes it; for the log. */
  readonly pattern: string;
  /** Query keys that change what the page shows. */
  readonly query: readonly string[];
}

/**
 * Pages that are the same for everybody who has no session, and so may be kept in memory. Any query key that is not here is
 * left out before the page is made, so that nobody can fill the memory with `?x=1`, `?x=2`. Forms with a token of their own
 * (signing up, logging in), personal pages, and the live number of places are not here.
 */
const PAGES: readonly PublicPage[] = [
  { pattern: '/', query: [] },
  { pattern: '/buurten', query: ['zoek'] },
  { pattern: '/buurten/[buurt]', query: [] },
  { pattern: '/buurten/[buurt]/kaart', query: [] },
  { pattern: '/buurten/[buurt]/cijfers', query: [] },
  { pattern: '/buurten/[buurt]/signalen', query: [] },
  { pattern: '/buurten/[buurt]/themas/[thema]', query: [] },
  { pattern: '/buurten/[buurt]/interventies/[interventie]', query: [] },
  { pattern: '/bijeenkomsten', query: ['buurt', 'vanaf', 'eerder'] },
  // Before the page of a meeting, whose pattern an address that ends in .ics also has.
  { pattern: '/bijeenkomsten/[bijeenkomst].ics', query: [] },
  { pattern: '/bijeenkomsten/[bijeenkomst]', query: [] },
  { pattern: '/bijeenkomsten/[bijeenkomst]/poster.svg', query: ['taal'] },
  { pattern: '/bijeenkomsten/[bijeenkomst]/flyer.svg', query: ['taal'] },
  { pattern: '/bijeenkomsten.ics', query: [] },
  { pattern: '/bijeenkomsten.atom', query: [] },
  { pattern: '/buurten/[buurt]/bijeenkomsten.ics', query: [] },
  { pattern: '/buurten/[buurt]/bijeenkomsten.atom', query: [] },
  { pattern: '/signaal', query: ['buurt', 'taal'] },
  { pattern: '/beloften', query: ['taal'] },
  { pattern: '/over', query: [] },
  { pattern: '/woordenlijst', query: [] },
  { pattern: '/privacy', query: [] },
  { pattern: '/toegankelijkheid', query: [] },
  { pattern: '/contact', query: [] },
  { pattern: '/sitemap.xml', query: [] },
];

/** The patterns, for the test that holds them against the pages that exist. */
export const PUBLIC_PATTERNS: readonly string[] = PAGES.map(({ pattern }) => pattern);

const MAX_QUERY = 200;

const fixed = new Map(PAGES.filter(({ pattern }) => !pattern.includes('[')).map((page) => [page.pattern, page]));
const open = PAGES.filter(({ pattern }) => pattern.includes('[')).map((page) => ({
  ...page,
  expression: new RegExp(`^${page.pattern.replaceAll('.', '\\.').replace(/\[\w+\]/g, '[^/]+')}$`),
}));

/** Under which address a page is kept, and what the log calls it. */
export interface PublicAddress {
  readonly key: string;
  readonly pattern: string;
}

/** Undefined when the page may not be kept. */
export function publicPage(path: string, query: string): PublicAddress | undefined {
  const page = fixed.get(path) ?? open.find(({ expression }) => expression.test(path));
  if (!page) return undefined;
  const kept = query === '' || page.query.length === 0 ? '' : keep(query, page.query);
  if (kept.length > MAX_QUERY) return undefined;
  return { key: kept === '' ? path : `${path}?${kept}`, pattern: page.pattern };
}

function keep(query: string, names: readonly string[]): string {
  const given = new URLSearchParams(query);
  return new URLSearchParams(
    names.flatMap((name) =>
      given
        .getAll(name)
        .slice(0, 1)
        .map((value) => [name, value]),
    ),
  ).toString();
}
