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
  /** The personal page of one sign-up: see it, answer, change it; `done`: what was just done there. */
  mySignUp: (meeting: string, secret: string, done?: string) =>
    `/bijeenkomsten/${encode(meeting)}/aanmelding/${encode(secret)}${done === undefined ? '' : `?gedaan=${encode(done)}`}`,
  /** After somebody asked to be forgotten: the same for everybody. */
  forgotten: (meeting: string) => `/bijeenkomsten/${encode(meeting)}/aanmelding/gewist`,
  /** For mail programs that stop letters with one click (RFC 8058); `word` names one sign-up and is signed by the portal. */
  stopReport: (word: string) => `/post/stop/${encode(word)}`,
  /** A sheet to print and hang up; `language` besides Dutch, more of them with commas between. */
  poster: (meeting: string, size: 'a4' | 'a5' = 'a4', languages: readonly string[] = []) =>
    `/bijeenkomsten/${encode(meeting)}/${size === 'a4' ? 'poster' : 'flyer'}${languages.length === 0 ? '' : `?taal=${encode(languages.join(','))}`}`,
  /** The same as a drawing in millimetres, every letter an outline: any program makes a PDF of it. */
  posterDrawing: (meeting: string, size: 'a4' | 'a5' = 'a4', languages: readonly string[] = []) =>
    `/bijeenkomsten/${encode(meeting)}/${size === 'a4' ? 'poster' : 'flyer'}.svg${languages.length === 0 ? '' : `?taal=${encode(languages.join(','))}`}`,
  /** Calendars that programs read again and again: every meeting, or those of one buurt. */
  calendarFeed: (buurt?: string) =>
    buurt === undefined ? '/bijeenkomsten.ics' : `/buurten/${encode(buurt)}/bijeenkomsten.ics`,
  /** The same for feed readers (RFC 4287). */
  meetingsFeed: (buurt?: string) =>
    buurt === undefined ? '/bijeenkomsten.atom' : `/buurten/${encode(buurt)}/bijeenkomsten.atom`,
  calendar: (meeting: string) => `/bijeenkomsten/${encode(meeting)}.ics`,
  /** Places left as JSON, for the island on the sign-up page. */
  places: (meeting: string) => `/bijeenkomsten/${encode(meeting)}/plaatsen.json`,
  signal: (buurt?: string) => (buurt === undefined ? '/signaal' : `/signaal?buurt=${encode(buurt)}`),
  /** With the receipt code (typed there, never in the address): what became of a signal. */
  followSignal: () => '/signaal/volgen',
  /** What was released of the signals of a buurt. */
  releasedSignals: (buurt: string) => `/buurten/${encode(buurt)}/signalen`,
  /** What we promise to who sends a signal, with the test of each promise. */
  promises: () => '/beloften',
  /** The page that an interviewer installs; it works without network. What it needs, and where it sends to. */
  interview: () => '/interview',
  interviewData: () => '/interview/gegevens.json',
  sendInterviews: () => '/interview/versturen.json',
  interviewWorker: () => '/interview/werker.js',
  interviewManifest: () => '/interview/app.webmanifest',
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
  /** A new meeting with the fields of an earlier one. */
  copyMeeting: (buurt: string, meetingId: string) =>
    `/beheer/buurten/${encode(buurt)}/nieuw/meeting?kopie=${encode(meetingId)}`,
  /** A new intervention out of what was agreed at a meeting: the number of the agreement counts from 0. */
  agreementToIntervention: (buurt: string, meetingId: string, index: number) =>
    `/beheer/buurten/${encode(buurt)}/nieuw/intervention?afspraak=${encode(meetingId)}.${index}`,
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
  /** The days of a meeting that repeats, for while the form is filled in. */
  seriesPreview: () => '/beheer/voorbeeld-reeks',
  manageMeeting: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}`,
  /** Put down somebody who called or sent a slip of paper. */
  enterSignUp: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/invoeren`,
  /** At the door: who is there. */
  door: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/deur`,
  /** Where a phone at the door sends what it kept while there was no network. */
  doorMarks: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/deur.json`,
  /** The list on paper. */
  printList: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/lijst`,
  exportSignUps: (meeting: string) => `/beheer/bijeenkomsten/${encode(meeting)}/aanmeldingen.csv`,
  /** The desk of the signals: the queue; opening it with the passphrase. */
  manageSignals: () => '/beheer/signalen',
  manageSignal: (signal: string) => `/beheer/signalen/${encode(signal)}`,
  /** Where parts of a signal are made unreadable. */
  redactSignal: (signal: string) => `/beheer/signalen/${encode(signal)}/onleesbaar`,
  /** What may be one voice, and many signals from one place. */
  signalGroups: () => '/beheer/signalen/groepen',
  signalPhoto: (signal: string) => `/beheer/signalen/${encode(signal)}/foto`,
  releaseSignals: () => '/beheer/signalen/publiceren',
  /** Put down what came on paper, or was told in the street. */
  enterSignal: () => '/beheer/signalen/invoeren',
  questionLists: () => '/beheer/vragenlijsten',
  questionList: (list: string) => `/beheer/vragenlijsten/${encode(list)}`,
  /** The list on paper, for one buurt (slug). */
  questionListPaper: (list: string, buurt?: string) =>
    `/beheer/vragenlijsten/${encode(list)}/papier${buurt === undefined ? '' : `?buurt=${encode(buurt)}`}`,
  /** The answer to somebody who has an account, but not for this. */
  notAllowed: () => '/beheer/geen-toegang',
  accounts: () => '/beheer/accounts',
  account: (account: string) => `/beheer/accounts/${encode(account)}`,
  myAccount: () => '/beheer/account',
  audit: () => '/beheer/logboek',
} as const;

/** The same page, or the same form, in the language of `t`; in Dutch when nobody asks, so that needs no words. */
export const inLanguage = (address: string, { language }: { readonly language: string }): string =>
  language === 'nl' ? address : askedIn(address, language);

/** The page in this language, also when that is Dutch: for a page that would by itself be in another one. */
export const askedIn = (address: string, language: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}taal=${encode(language)}`;
