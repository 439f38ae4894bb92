import { slugOf } from '../kernel/index.ts';
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
};
/** `/beheer/buurten/nieuw` is a page. */
const RESERVED = ['nieuw'];

/** An address for a new text: its title, with a number when another text has that already. It stays for good. */
export async function freeSlug(
  kind: DraftKind,
  title: string,
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  const stem = slugOf(title) || PLAIN[kind];
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!RESERVED.includes(slug) && !(await isTaken(slug))) return slug;
  }
}
