/** A file that cannot be read. The message says what is wrong, where, and how to mend it; thrown only inside src/sources. */
export class BadFile extends Error {}

/** Names a few of many: `a, b, c and 4 more`. */
export function few(names: readonly string[], shown = 6): string {
  if (names.length <= shown) return names.join(', ');
  return `${names.slice(0, shown).join(', ')} and ${String(names.length - shown)} more`;
}
