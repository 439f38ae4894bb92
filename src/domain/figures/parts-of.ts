import type { AreaSummary } from '../buurten/index.ts';

/**
 * Amsterdam's gebieden as they were from 2005 to 2018 (BBGA, `gebiedcode15`), per stadsdeel. Their borders are not those of
 * the gebieden of today, but together they fill the same stadsdelen. Weesp and Westpoort had none.
 * Source: Gemeente Amsterdam, Onderzoek en Statistiek, Basisbestand Gebieden Amsterdam.
 */
const FORMER_GEBIEDEN: Readonly<Record<string, readonly string[]>> = {
  A: ['DX01', 'DX02'],
  E: ['DX03', 'DX04', 'DX05'],
  F: ['DX06', 'DX07', 'DX08', 'DX09'],
  K: ['DX10', 'DX11', 'DX12'],
  M: ['DX13', 'DX14', 'DX15', 'DX16'],
  N: ['DX17', 'DX18', 'DX19'],
  T: ['DX20', 'DX21', 'DX22'],
};

/**
 * Makes the function that tells how a larger area is divided: into the buurten of today, or into former gebieden.
 * `buurten` are those imported.
 */
export function makeDivisionsOf(buurten: readonly AreaSummary[]): (code: string) => readonly (readonly string[])[] {
  const parts = new Map<string, string[]>();
  for (const { code, wijkCode, gebiedCode, stadsdeelCode, gemeenteCode } of buurten)
    for (const larger of [wijkCode, gebiedCode, stadsdeelCode, gemeenteCode])
      if (larger !== null) {
        const known = parts.get(larger);
        if (known) known.push(code);
        else parts.set(larger, [code]);
      }
  return (code) => [parts.get(code) ?? [], FORMER_GEBIEDEN[code] ?? []];
}
