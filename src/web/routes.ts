/**
 * Every address of the portal. The public ones are a contract: they stand on posters and in mails, and do not change.
 * `pattern` is for the router and the tests, `to` makes an address.
 */
const encode = encodeURIComponent;

export const routes = {
  home: () => '/',
  buurten: () => '/buurten',
  buurt: (buurt: string) => `/buurten/${encode(buurt)}`,
  theme: (buurt: string, theme: string) => `/buurten/${encode(buurt)}/themas/${encode(theme)}`,
  intervention: (buurt: string, intervention: string) =>
    `/buurten/${encode(buurt)}/interventies/${encode(intervention)}`,
  map: (buurt: string) => `/buurten/${encode(buurt)}/kaart`,
  figures: (buurt: string) => `/buurten/${encode(buurt)}/cijfers`,
  meetings: (buurt?: string) => (buurt === undefined ? '/bijeenkomsten' : `/bijeenkomsten?buurt=${encode(buurt)}`),
  meeting: (meeting: string) => `/bijeenkomsten/${encode(meeting)}`,
  signUp: (meeting: string) => `/bijeenkomsten/${encode(meeting)}/aanmelden`,
  /** What a resident sees right after signing up; `receipt` is signed by the portal and names nobody. */
  received: (meeting: string, receipt: string) => `/bijeenkomsten/${encode(meeting)}/ontvangen/${encode(receipt)}`,
  /** The personal page of one sign-up: see it and cancel it. */
  mySignUp: (meeting: string, secret: string) => `/bijeenkomsten/${encode(meeting)}/aanmelding/${encode(secret)}`,
  calendar: (meeting: string) => `/bijeenkomsten/${encode(meeting)}.ics`,
  /** Places left as JSON, for the island on the sign-up page. */
  places: (meeting: string) => `/bijeenkomsten/${encode(meeting)}/plaatsen.json`,
  signal: (buurt?: string) => (buurt === undefined ? '/signaal' : `/signaal?buurt=${encode(buurt)}`),
  about: () => '/over',
  glossary: (term?: string) => (term === undefined ? '/woordenlijst' : `/woordenlijst#${encode(term)}`),
  privacy: () => '/privacy',
  accessibility: () => '/toegankelijkheid',
  contact: () => '/contact',
  /** `back`: where to go after logging in, an address under `/beheer`. */
  login: (back?: string) => (back === undefined ? '/inloggen' : `/inloggen?terug=${encode(back)}`),
  /** The answer to a form that was sent after the session ended. */
  sessionOver: () => '/inloggen/verlopen',
  logout: () => '/uitloggen',
  /** One-time link: set a password and a second factor. */
  invitation: (secret: string) => `/inloggen/uitnodiging/${encode(secret)}`,
  picture: (id: string, width: number) => `/beeld/${encode(id)}-${width}.webp`,
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
  security: () => '/.well-known/security.txt',
  health: () => '/gezond',

  /** What waits for me, and my buurten. */
  manage: () => '/beheer',
  manageBuurt: (buurt: string) => `/beheer/buurten/${encode(buurt)}`,
  newBuurt: () => '/beheer/buurten/nieuw',
  /** Start a draft: of something new, or (with `of`) of a change to something published. */
  newDraft: (buurt: string, kind: string, of?: string) =>
    `/beheer/buurten/${encode(buurt)}/nieuw/${encode(kind)}${of === undefined ? '' : `?van=${encode(of)}`}`,
  draft: (draft: string) => `/beheer/concepten/${encode(draft)}`,
  /** Exactly what residents will see. */
  preview: (draft: string) => `/beheer/concepten/${encode(draft)}/voorbeeld`,
  /** A picture of a draft: only for who may write that draft. */
  draftPicture: (draft: string, id: string, width: number) =>
    `/beheer/beeld/${encode(draft)}/${encode(id)}-${width}.webp`,
  /** Markdown as residents will see it, for the live preview. */
  markdownPreview: () => '/beheer/voorbeeld-tekst',
  manageMeeting: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}`,
  exportSignUps: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/aanmeldingen.csv`,
  manageSignals: () => '/beheer/signalen',
  /** The answer to somebody who has an account, but not for this. */
  notAllowed: () => '/beheer/geen-toegang',
  accounts: () => '/beheer/accounts',
  account: (account: string) => `/beheer/accounts/${encode(account)}`,
  myAccount: () => '/beheer/account',
  audit: () => '/beheer/logboek',
} as const;
