import { slugOf, type Day } from '../kernel/index.ts';
import type { DraftKind } from './draft.ts';

/** For a title without a single letter that fits an address, as in Arabic. */
const PLAIN: Readonly<Record<DraftKind, string>> = {
  buurt: 'buurt',
  theme: 'thema',
  intervention: 'interventie',
  progress: 'voortgang',
  update: 'bericht',
  response: 'antwoord',
  meeting: 'bijeenkomst',
  report: 'verslag',
};
/** `/beheer/buurten/nieuw` is a page. */
const RESERVED = ['nieuw'];

/** What an address is made of. */
export interface Named {
  readonly kind: DraftKind;
  readonly title: string;
  /** Of one of a series: with it each has an address that says which one it is. */
  readonly day?: Day | undefined;
}

function stemOf({ kind, title, day }: Named): string {
  const words = slugOf(title) || PLAIN[kind];
  return day === undefined ? words : `${words.slice(0, 60 - day.length - 1).replace(/-+$/, '')}-${day}`;
}

/**
 * An address for a new text: its title, with the day for one of a series, and with a number when another text has that already.
 * It stays for good.
 */
export async function freeSlug(named: Named, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const stem = stemOf(named);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!RESERVED.includes(slug) && !(await isTaken(slug))) return slug;
  }
}
