import type { Shape } from './mark.ts';

/** How names of Dutch streets end. */
const STREETS = [
  ...[
    'straat',
    'laan',
    'weg',
    'plein',
    'gracht',
    'kade',
    'singel',
    'dreef',
    'hof',
    'pad',
    'plantsoen',
    'steeg',
    'dijk',
  ],
  ...[
    'markt',
    'park',
    'baan',
    'ring',
    'wal',
    'haven',
    'boulevard',
    'erf',
    'ven',
    'veld',
    'oord',
    'horst',
    'burg',
    'stein',
  ],
  ...['geest', 'donk', 'str', 'hove', 'waard', 'kamp', 'hout', 'brug', 'poort', 'flat'],
].join('|');
/** A house number with what comes after it: 12, 12a, 12-3, 12 hs, 12 III. */
const NUMBER = '\\d{1,5}(?: ?- ?\\d{1,4}| ?(?:hs|huis|bis|[IVX]{1,4}|[a-z])(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}])';
const shape = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}'’-])${source}`, 'giu');

/** A street with a number, and a number that is said to be one of a house. */
export const addressShapes: readonly Shape[] = [
  { kind: 'address', expression: shape(`[\\p{L}'’-]{2,40}?(?:${STREETS})\\.? (?:nr\\.? |nummer )?${NUMBER}`) },
  {
    kind: 'address',
    expression: shape(`(?:laan|plein|weg|pad|hof) (?:van|der|op|aan) (?:de |den |het )?\\p{L}{2,30} ${NUMBER}`),
  },
  { kind: 'address', expression: shape(`(?:huisnummer|huisnr\\.?|nummer|nr\\.?|no\\.?|portiek|flatnummer) ${NUMBER}`) },
  // English, Polish, Turkish, Arabic.
  {
    kind: 'address',
    expression: shape(`\\d{1,4}[a-z]? \\p{L}{2,30} (?:street|road|avenue|lane|square|drive)(?!\\p{L})`),
  },
  { kind: 'address', expression: shape(`(?:ul\\.|ulica|ulicy|al\\.) ?\\p{L}{2,30} ${NUMBER}`) },
  { kind: 'address', expression: shape(`\\p{L}{2,30} (?:sokak|sokağı|caddesi|cad\\.|sok\\.) (?:no:? ?)?${NUMBER}`) },
  { kind: 'address', expression: shape(`شارع \\p{L}{2,30}(?: \\p{L}{2,30})? (?:رقم )?${NUMBER}`) },
];
