import type { Shape } from './mark.ts';

/** One to three words with a capital, and the small words between them. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?: (?:(?:van|de|der|den|ten|ter|el|al|ben|bin|von|da) ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}){0,2}";
const ANY_WORD = '[\\p{L}\\p{M}]{2,30}';

const NEIGHBOURS = '(?:boven|onder|achter|over|naaste |ex-?)?';
const DUTCH_KIN = [
  ...[
    'buurman',
    'buurvrouw',
    'buurmeisje',
    'buurjongen',
    'buur',
    'collega',
    'vriend',
    'vriendin',
    'broer',
    'broertje',
    'zus',
  ],
  ...[
    'zusje',
    'zuster',
    'man',
    'vrouw',
    'zoon',
    'zoontje',
    'dochter',
    'dochtertje',
    'moeder',
    'vader',
    'oma',
    'opa',
    'oom',
  ],
  ...[
    'tante',
    'neef',
    'neefje',
    'nicht',
    'nichtje',
    'ex',
    'baas',
    'huisbaas',
    'leraar',
    'lerares',
    'juf',
    'meester',
    'docent',
  ],
].join('|');
const ENGLISH_KIN =
  'neighbou?r|colleague|friend|boyfriend|girlfriend|brother|sister|husband|wife|son|daughter|mother|father|uncle|aunt|cousin|boss|landlord|teacher';
const TURKISH_KIN =
  'komşum|komşumuz|komsum|komsumuz|arkadaşım|abim|ablam|kardeşim|eşim|kocam|karım|oğlum|kızım|annem|babam|patronum|öğretmenim';
const POLISH_KIN =
  '(?:mój |moja |mojego |mojej )?(?:sąsiad|sąsiadka|sąsiada|sąsiadki|kolega|koleżanka|brat|siostra|mąż|żona|syn|córka|szef)';

/** After the cue comes the name; the cue in any case, the name with a capital. */
const after = (cue: string, name = NAME) => ({
  kind: 'name' as const,
  expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${cue})[ ,:]{1,3}(?<piece>${name})(?![\\p{L}\\p{M}])`, 'gu'),
});
/** A cue with a small or a capital first letter. */
const eitherCase = (words: string) =>
  words
    .split('|')
    .map((word) => word.replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`))
    .join('|');

/** Names after "mijn buurman", "mevrouw", "heet", and their like in English, Turkish, Polish and Arabic. */
export const nameShapes: readonly Shape[] = [
  after(`(?:[Mm]ijn|[Mm]'n|[Mm]n|[Oo]nze?|[Dd]e|[Zz]ijn|[Hh]aar|[Uu]w|[Jj]e) ${NEIGHBOURS}(?:${DUTCH_KIN})`),
  after(
    '[Mm]eneer|[Mm]evrouw|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]w\\.?|[Dd]e heer|[Ff]amilie|[Ff]am\\.?|[Dd]okter|[Dd]r\\.?|[Tt]ante|[Oo]om|[Jj]uf',
  ),
  after('(?:heet|heten|genaamd|heette)|(?:[Nn]aam|[Vv]oornaam|[Aa]chternaam)(?: is)?'),
  after('(?:hij|zij|ze|die|man|vrouw|jongen|meisje) heet', ANY_WORD),
  after(`(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]he) (?:upstairs |downstairs |next door )?(?:${ENGLISH_KIN})`),
  after("[Mm]r\\.?|[Mm]rs\\.?|[Mm]s\\.?|[Mm]iss|(?:called|named|name is|name's)"),
  after(`(?:${eitherCase(TURKISH_KIN)})|[Bb]ay|[Bb]ayan|(?:adı|ismi|Adı|İsmi)`),
  {
    kind: 'name',
    expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${NAME})(?= (?:Bey|Hanım|Hanim|bey|hanım)(?!\\p{L}))`, 'gu'),
  },
  after(`(?:${POLISH_KIN})|[Pp]an|[Pp]ani|[Pp]aństwo|nazywa się|ma na imię`),
  after(
    '(?:جاري|جارتي|جارنا|جارتنا|زميلي|زميلتي|صديقي|صديقتي|السيد|السيدة|استاذ|الأستاذ) ?(?:اسمه|اسمها)?|اسمه|اسمها|اسمي',
    ANY_WORD,
  ),
];
