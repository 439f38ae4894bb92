/** Names a few of many, for a person who reads a summary: `a, b, c and 4 more`. */
export function nameFew(names: readonly string[], shown: number): string {
  if (names.length <= shown) return names.join(', ');
  return `${names.slice(0, shown).join(', ')} and ${String(names.length - shown)} more`;
}
