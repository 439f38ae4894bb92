import type { FigureSource } from '../../domain/figures/index.ts';

/** Where the figures of a column go; with a period when the column names its own year. */
export type Target = string | { readonly indicator: string; readonly period: string };

/** One table layout that is known: how to recognise it, and which column is what. Column names are compared in lower case. */
export interface Format {
  readonly id: string;
  /** For an error: what the file would have to be. */
  readonly what: string;
  readonly source: FigureSource;
  /** The column with the code of the area. */
  readonly code: string;
  /** Columns that must be there too, to tell this layout from others. */
  readonly needs: readonly string[];
  readonly period: string | null;
  /** Columns that say more of the area and hold no figures. */
  readonly about: readonly string[];
  /** One indicator per column… */
  readonly columns: Readonly<Record<string, Target>>;
  /** …or one per row: the column that names it, the column with the number, and the indicator for each name. */
  readonly long: {
    readonly variable: string;
    readonly value: string;
    readonly variables: Readonly<Record<string, string>>;
  } | null;
}

const CC_BY = 'CC BY 4.0';
const cbs: FigureSource = {
  id: 'cbs-kerncijfers',
  title: 'Kerncijfers wijken en buurten',
  publisher: 'CBS',
  url: 'https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten',
  licence: CC_BY,
};

/** StatLine: the long headings of an export by hand. */
const statline: Format = {
  id: 'cbs-statline',
  what: 'CBS StatLine "Kerncijfers wijken en buurten", exported as CSV with the codes',
  source: cbs,
  code: 'regioaanduiding/codering (code)',
  needs: [],
  period: 'perioden',
  about: [
    'wijken en buurten',
    'regioaanduiding/gemeentenaam (naam)',
    'regioaanduiding/soort regio (omschrijving)',
    'regioaanduiding/indelingswijziging gemeente, wijk, buurt (code)',
  ],
  columns: {
    'bevolking/aantal inwoners (aantal)': 'population',
    'bevolking/leeftijdsgroepen/0 tot 15 jaar (aantal)': 'aged-0-14',
    'bevolking/leeftijdsgroepen/15 tot 25 jaar (aantal)': 'aged-15-24',
    'bevolking/leeftijdsgroepen/25 tot 45 jaar (aantal)': 'aged-25-44',
    'bevolking/leeftijdsgroepen/45 tot 65 jaar (aantal)': 'aged-45-64',
    'bevolking/leeftijdsgroepen/65 jaar of ouder (aantal)': 'aged-65-plus',
    'bevolking/bevolkingsdichtheid (aantal inwoners per km²)': 'density',
    'bevolking/particuliere huishoudens/huishoudens totaal (aantal)': 'households',
    'bevolking/particuliere huishoudens/gemiddelde huishoudensgrootte (aantal)': 'household-size',
    'wonen/gemiddelde woz-waarde van woningen (x 1 000 euro)': 'home-value',
    'wonen/woningen naar eigendom/koopwoningen (%)': 'owner-occupied',
    'inkomen/inkomen van personen/gemiddeld inkomen per inwoner (x 1 000 euro)': 'income',
  },
  long: null,
};

/** CBS open data (OData): names end in the number of the topic, `_5`, which differs by year and is left off. */
const odata: Format = {
  id: 'cbs-odata',
  what: 'CBS open data "Kerncijfers wijken en buurten" (columns WijkenEnBuurten, AantalInwoners_5…)',
  source: cbs,
  code: 'wijkenenbuurten',
  needs: ['aantalinwoners'],
  period: 'perioden',
  about: ['id', 'gemeentenaam', 'soortregio', 'codering', 'indelingswijzigingwijkenenbuurten', 'regios'],
  columns: {
    aantalinwoners: 'population',
    k_0tot15jaar: 'aged-0-14',
    k_15tot25jaar: 'aged-15-24',
    k_25tot45jaar: 'aged-25-44',
    k_45tot65jaar: 'aged-45-64',
    k_65jaarofouder: 'aged-65-plus',
    bevolkingsdichtheid: 'density',
    huishoudenstotaal: 'households',
    gemiddeldehuishoudensgrootte: 'household-size',
    gemiddeldewozwaardevanwoningen: 'home-value',
    koopwoningen: 'owner-occupied',
    percentageeengezinswoning: 'single-family',
    gemiddeldinkomenperinwoner: 'income',
    afstandtothuisartsenpraktijk: 'distance-gp',
    afstandtotgrotesupermarkt: 'distance-supermarket',
    afstandtotschool: 'distance-school',
    scholenbinnen3km: 'schools-nearby',
    oppervlakteland: 'land-hectares',
  },
  long: null,
};

/** The selection in ../shared/data: CBS key figures with short names, and the RIVM health survey in one column. */
const compact: Format = {
  id: 'kerncijfers-uitgebreid',
  what: 'the compact table of CBS key figures (columns code, soort, inwoners, huishoudens…)',
  source: cbs,
  code: 'code',
  needs: ['inwoners', 'huishoudens'],
  period: 'jaar',
  about: ['soort', 'naam'],
  columns: {
    inwoners: 'population',
    inwoners0tot15: 'aged-0-14',
    inwoners65plus: 'aged-65-plus',
    dichtheid: 'density',
    huishoudensgrootte: 'household-size',
    huishoudens: 'households',
    wozwaarde: 'home-value',
    koopwoningen: 'owner-occupied',
    eengezinswoning: 'single-family',
    inkomenperinwoner: 'income',
    oppervlaktelandha: 'land-hectares',
    afstandhuisarts: 'distance-gp',
    afstandsupermarkt: 'distance-supermarket',
    afstandschool: 'distance-school',
    scholenbinnen3km: 'schools-nearby',
    goedervarengezondheid2024: { indicator: 'good-health', period: '2024' },
  },
  long: null,
};

const leefbaarometer: Format = {
  id: 'leefbaarometer',
  what: 'Leefbaarometer scores per buurt (columns buurtcode, kscore, afw…)',
  source: {
    id: 'leefbaarometer',
    title: 'Leefbaarometer 3.0',
    publisher: 'Ministerie van BZK',
    url: 'https://www.leefbaarometer.nl',
    licence: 'CC0 1.0',
  },
  code: 'buurtcode',
  needs: ['kscore', 'afw'],
  period: 'jaar',
  about: ['naam'],
  columns: {
    kscore: 'liveability-class',
    afw: 'liveability',
    won: 'liveability-homes',
    fys: 'liveability-surroundings',
    vrz: 'liveability-services',
    soc: 'liveability-neighbours',
    onv: 'liveability-safety',
  },
  long: null,
};

const police: Format = {
  id: 'politie',
  what: 'registered crime per buurt of the police (columns WijkenEnBuurten, Jaar, GeregistreerdeMisdrijven_1)',
  source: {
    id: 'politie-misdrijven',
    title: 'Geregistreerde misdrijven per buurt',
    publisher: 'Politie',
    url: 'https://data.politie.nl',
    licence: CC_BY,
  },
  code: 'wijkenenbuurten',
  needs: ['geregistreerdemisdrijven'],
  period: 'jaar|perioden',
  about: ['id', 'naam', 'soortmisdrijf'],
  columns: { geregistreerdemisdrijven: 'crimes' },
  long: null,
};

const bbga: Format = {
  id: 'bbga',
  what: 'Basisbestand Gebieden Amsterdam (columns jaar, gebiedcode15, variabele, waarde)',
  source: {
    id: 'bbga',
    title: 'Basisbestand Gebieden Amsterdam',
    publisher: 'Gemeente Amsterdam, Onderzoek en Statistiek',
    url: 'https://onderzoek.amsterdam.nl/dataset/basisbestand-gebieden-amsterdam-bbga',
    licence: CC_BY,
  },
  code: 'gebiedcode15',
  needs: ['variabele', 'waarde'],
  period: 'jaar',
  about: [],
  columns: {},
  long: {
    variable: 'variabele',
    value: 'waarde',
    variables: {
      bevtotaal: 'population',
      bev0_17_p: 'share-0-17',
      bev65plus_p: 'share-65-plus',
      bevdicht: 'density',
      lbuurt_r: 'content-with-buurt',
      lthuisvoelen_r: 'feeling-at-home',
      lleefbaarbrt_r: 'good-to-live',
      vveiligvoelen_p: 'feeling-unsafe',
      vveiligavond_r: 'safe-in-the-evening',
      vveiligh_i: 'safety-index',
      vcrimin_i: 'crime-index',
      voverlast_i: 'nuisance-index',
      vslacht_p: 'victim-of-crime',
      loverl_p: 'much-nuisance',
      loverltoe_p: 'more-nuisance',
      ldrugsovl_p: 'nuisance-drugs',
      ljongerenovl_p: 'nuisance-youth',
      orverloed_p: 'run-down',
      orschoonstraten_r: 'clean-streets',
      oronderhoudstraten_r: 'kept-streets',
      oronderhoudgroen_r: 'kept-green',
      vkverkeerslawaai_r: 'traffic-noise',
      vkparkeeroverlast_r: 'parking-nuisance',
    },
  },
};

/** Every layout that can be imported; the first that fits is used. */
export const FORMATS: readonly Format[] = [statline, police, odata, compact, leefbaarometer, bbga];
