import type { AreaKind } from '../../domain/buurten/index.ts';
import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';

/** What a feature says of itself; values are what the file holds. */
export type Properties = Readonly<Record<string, unknown>>;

interface KindNames {
  readonly kind: AreaKind;
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** How a code of this kind looks. */
  readonly pattern: RegExp;
}

/**
 * The names that publishers give to code and name of an area, in lower case, from small to large: Gemeente Amsterdam
 * (cbsCode, wijkCbsCode, ggwgebiedNaam…), CBS Wijk- en Buurtkaart (buurtcode, wijkcode, gemeentecode, bu_code…). Nothing
 * is guessed: a file with other names is refused with this list.
 */
const KIND_NAMES: readonly KindNames[] = [
  {
    kind: 'buurt',
    code: ['cbscode', 'buurtcode', 'bu_code'],
    name: ['naam', 'buurtnaam', 'bu_naam'],
    pattern: /^BU\d{4}[0-9A-Z]{4}$/,
  },
  {
    kind: 'wijk',
    code: ['wijkcbscode', 'wijkcode', 'wk_code'],
    name: ['wijknaam', 'wk_naam'],
    pattern: /^WK\d{4}[0-9A-Z]{2}$/,
  },
  { kind: 'gebied', code: ['ligtinggwgebiedid'], name: ['ggwgebiednaam'], pattern: /^(?:\d{14}|GGW[0-9A-Z]+)$/ },
  { kind: 'stadsdeel', code: ['stadsdeelcode'], name: ['stadsdeelnaam'], pattern: /^[A-Z]$/ },
  { kind: 'gemeente', code: ['gemeentecode', 'gm_code'], name: ['gemeentenaam', 'gm_naam'], pattern: /^GM\d{4}$/ },
];

/** Names that stand for any kind; the code itself then tells which (CBS gebiedsindelingen). */
const ANY_KIND = { code: ['statcode'], name: ['statnaam'] };

const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** Looks properties up whatever their case. */
function reader(properties: Properties) {
  const lower = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), text(value)]));
  return (names: readonly string[]): string =>
    names.map((name) => lower.get(name) ?? '').find((value) => value !== '') ?? '';
}

/** Code and name of a feature, and the codes of the larger areas that it names. */
export interface Identity {
  readonly kind: AreaKind;
  readonly code: string;
  readonly name: string;
  readonly wijkCode: string | null;
  readonly gebiedCode: string | null;
  readonly stadsdeelCode: string | null;
  readonly gemeenteCode: string | null;
}

/** Buurt BU0363TD01 lies in wijk WK0363TD, and in gemeente GM0363 (CBS); in Amsterdam its first letter is the stadsdeel. */
function largerByCode(code: string) {
  const [, gemeente, rest] = /^(?:BU|WK)(\d{4})([0-9A-Z]{2})/.exec(code) ?? [];
  return {
    wijk: code.startsWith('BU') && gemeente && rest ? `WK${gemeente}${rest}` : null,
    stadsdeel: gemeente === '0363' && /^[A-Z]/.test(rest ?? '') ? (rest?.charAt(0) ?? null) : null,
    gemeente: gemeente ? `GM${gemeente}` : null,
  };
}

function choose(read: ReturnType<typeof reader>, told: AreaKind | null) {
  const complete = KIND_NAMES.filter(({ kind }) => told === null || kind === told).find(
    ({ code, name }) => read(code) !== '' && read(name) !== '',
  );
  if (complete) return { names: complete, code: read(complete.code), name: read(complete.name) };
  const [code, name] = [read(ANY_KIND.code), read(ANY_KIND.name)];
  const names = KIND_NAMES.find(({ kind, pattern }) => (told === null || kind === told) && pattern.test(code));
  return names && name !== '' ? { names, code, name } : null;
}

const EXPECTED = KIND_NAMES.map(
  ({ kind, code, name }) => `${kind}: ${code.join(' or ')} with ${name.join(' or ')}`,
).join('; ');

/** Who a feature is. Refuses one without a code and a name under a known property, or with a code of another form. */
export function identify(properties: Properties, where: string, told: AreaKind | null): Identity {
  const read = reader(properties);
  const chosen = choose(read, told);
  if (chosen === null)
    throw new BadFile(
      `${where}: no code and name ${told === null ? 'of any kind of area' : `of a ${told}`} found. Its properties are ${nameFew(Object.keys(properties), 20) || 'none'}. Expected (upper or lower case): ${EXPECTED}. Rename the properties and import again`,
    );
  const { names, name } = chosen;
  const code = chosen.code.toUpperCase();
  if (!names.pattern.test(code))
    throw new BadFile(
      `${where}: "${code}" is not the code of a ${names.kind} (expected the form ${names.pattern.source})`,
    );
  const named = (kind: AreaKind): string | null =>
    kind === names.kind ? null : read(KIND_NAMES.find((one) => one.kind === kind)?.code ?? []) || null;
  const larger = largerByCode(code);
  return {
    kind: names.kind,
    code,
    name: name.slice(0, 200),
    wijkCode: named('wijk') ?? larger.wijk,
    gebiedCode: named('gebied'),
    stadsdeelCode: names.kind === 'stadsdeel' ? null : (named('stadsdeel') ?? larger.stadsdeel),
    gemeenteCode: names.kind === 'gemeente' ? null : (named('gemeente') ?? larger.gemeente ?? ofAmsterdam(names.kind)),
  };
}

/** Only Amsterdam has gebieden and stadsdelen; their own codes do not say so. */
const ofAmsterdam = (kind: AreaKind): string | null => (kind === 'gebied' || kind === 'stadsdeel' ? 'GM0363' : null);
