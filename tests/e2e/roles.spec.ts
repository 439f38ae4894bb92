import { globSync } from 'node:fs';
import { expect, test, type APIRequestContext, type Browser } from '@playwright/test';
import { actionNames, FOR_ALL } from './acts.ts';
import { logInAs } from './people.ts';

/** Who may do what, as a table: every page under /beheer and every act behind it, by the address alone. */
const PEOPLE = ['visitor', 'professional', 'desk', 'interviewer', 'elsewhere', 'organiser', 'administrator'] as const;
type Kind = (typeof PEOPLE)[number];

const WORK = {
  professional: { role: 'professional', buurten: ['h-buurt'] },
  desk: { role: 'desk' },
  interviewer: { role: 'interviewer' },
  elsewhere: { role: 'organiser', buurten: ['rijnbuurt-west'] },
  organiser: { role: 'organiser', buurten: ['h-buurt'] },
  administrator: { role: 'administrator' },
} as const;

const WITH_ACCOUNT: readonly Kind[] = [
  'professional',
  'desk',
  'interviewer',
  'elsewhere',
  'organiser',
  'administrator',
];
/** Who takes interviews: what is asked, and sending in what was said; never reading it. */
const TAKERS: readonly Kind[] = ['desk', 'interviewer'];
const EDITORS: readonly Kind[] = ['organiser', 'administrator'];

interface Known {
  readonly draft: string;
  readonly buurtId: string;
  readonly meeting: string;
  readonly meetingId: string;
  readonly account: string;
  readonly list: string;
}
type People = Readonly<Record<Kind, APIRequestContext>>;

/** The page (as its file is named), an address of it, and who may see it. */
const pages = ({ draft, meeting, account, list }: Known): readonly (readonly [string, string, readonly Kind[]])[] => [
  ['index.astro', '/beheer', WITH_ACCOUNT],
  ['account.astro', '/beheer/account', WITH_ACCOUNT],
  ['accounts/index.astro', '/beheer/accounts', ['administrator']],
  ['accounts/[account].astro', `/beheer/accounts/${account}`, ['administrator']],
  ['logboek.astro', '/beheer/logboek', ['elsewhere', 'organiser', 'administrator']],
  ['signalen/index.astro', '/beheer/signalen', ['desk']],
  ['signalen/groepen.astro', '/beheer/signalen/groepen', ['desk']],
  ['signalen/[signaal]/onleesbaar.astro', `/beheer/signalen/${meeting}/onleesbaar`, ['desk']],
  ['signalen/invoeren.astro', '/beheer/signalen/invoeren', ['desk']],
  ['signalen/publiceren.astro', '/beheer/signalen/publiceren', ['desk']],
  ['vragenlijsten/index.astro', '/beheer/vragenlijsten', TAKERS],
  ['vragenlijsten/[lijst]/index.astro', `/beheer/vragenlijsten/${list}`, TAKERS],
  ['vragenlijsten/[lijst]/papier.astro', `/beheer/vragenlijsten/${list}/papier?buurt=h-buurt`, TAKERS],
  ['buurten/nieuw.astro', '/beheer/buurten/nieuw', ['administrator']],
  ['buurten/[buurt]/index.astro', '/beheer/buurten/h-buurt', EDITORS],
  ...['theme', 'intervention', 'update', 'response'].map(
    (kind) => ['buurten/[buurt]/nieuw/[kind].astro', `/beheer/buurten/h-buurt/nieuw/${kind}`, EDITORS] as const,
  ),
  ['buurten/[buurt]/nieuw/[kind].astro', '/beheer/buurten/h-buurt/nieuw/meeting', ['organiser']],
  ['concepten/[concept]/index.astro', `/beheer/concepten/${draft}`, EDITORS],
  ['concepten/[concept]/voorbeeld.astro', `/beheer/concepten/${draft}/voorbeeld`, EDITORS],
  ['bijeenkomsten/[bijeenkomst]/index.astro', `/beheer/bijeenkomsten/${meeting}`, ['organiser']],
  ...['invoeren', 'lijst', 'deur'].map(
    (page) =>
      [`bijeenkomsten/[bijeenkomst]/${page}.astro`, `/beheer/bijeenkomsten/${meeting}/${page}`, ['organiser']] as const,
  ),
  [
    'bijeenkomsten/[bijeenkomst]/aanmeldingen.csv.ts',
    `/beheer/bijeenkomsten/${meeting}/aanmeldingen.csv`,
    ['organiser'],
  ],
];

/** Not among the pages: one that says no, pictures (manage.spec.ts), tools without data of their own, and an act. */
const ELSEWHERE = [
  'geen-toegang.astro',
  'beeld/[concept]/[beeld].webp.ts',
  'voorbeeld-tekst.ts',
  'voorbeeld-reeks.ts',
  // What it is about stands in desk.spec.ts: a signal that is not there answers 404 to the desk.
  'signalen/[signaal]/index.astro',
  'signalen/[signaal]/foto.ts',
  'bijeenkomsten/[bijeenkomst]/deur.json.ts',
];

/** The act, a form that is right in every other way, and for whom it is not refused. */
const acts = ({
  draft,
  buurtId,
  meeting,
  meetingId,
}: Known): readonly (readonly [string, object, readonly Kind[]])[] => {
  const typed = (kind: string) => ({
    'draft.id': crypto.randomUUID(),
    'draft.kind': kind,
    'draft.buurtId': buurtId,
    'draft.subjectId': '',
    'draft.baseVersion': '',
    'draft.revision': '0',
    title: 'Niet van u',
  });
  const nobody = crypto.randomUUID();
  const onDraft = { id: draft, revision: '999' };
  const onSignal = { id: crypto.randomUUID(), from: 'new', turns: '0' };
  const place = { buurt: buurtId, cell: '', week: '2027-W11', counted: '5', different: 'ja' };
  const entry = { meeting: meetingId, name: 'Niet van u', people: '1' };
  const onPaper = { buurt: 'h-buurt', kind: 'wish', text: 'Een bankje', place: 'none', channel: 'paper' };
  const onSignUp = { meeting: meetingId, signUp: nobody };
  return [
    ['participants.enter', entry, ['organiser']],
    ['participants.act', { ...onSignUp, act: 'cancel' }, ['organiser']],
    ['participants.act', { ...onSignUp, act: 'erase' }, ['organiser']],
    ['participants.setOnlineLink', { meeting: meetingId, link: 'https://meet.example.org/x' }, ['organiser']],
    ['participants.mark', { ...onSignUp, arrived: '1' }, ['organiser']],
    ['participants.walkIn', { meeting: meetingId, id: nobody, people: '1' }, ['organiser']],
    [`/beheer/bijeenkomsten/${meeting}/deur.json`, { marks: [], walkIns: [] }, ['organiser']],
    ['drafts.save', typed('theme'), EDITORS],
    ['drafts.save', { ...typed('theme'), 'draft.id': draft, 'draft.revision': '999' }, EDITORS],
    ['drafts.save', typed('meeting'), ['organiser']],
    ['drafts.save', typed('report'), ['organiser']],
    ['drafts.save', { ...typed('buurt'), 'draft.buurtId': 'new' }, ['administrator']],
    ['drafts.publish', onDraft, EDITORS],
    ['drafts.rebase', onDraft, EDITORS],
    ['drafts.discard', { id: draft }, EDITORS],
    ['drafts.restore', { id: draft }, EDITORS],
    ['accounts.add', { email: 'wie@example.org', role: 'desk' }, ['administrator']],
    ['accounts.renew', { accountId: nobody }, ['administrator']],
    ['accounts.removeGrant', { accountId: nobody, role: 'desk' }, ['administrator']],
    ['accounts.remove', { accountId: nobody }, ['administrator']],
    ['accounts.changePassword', { current: 'fout', password: 'vier fietsen in de gracht' }, WITH_ACCOUNT],
    ['interviews.saveList', { title: 'Niet van u', questions: 'Hoe is het?' }, ['desk']],
    ['interviews.archiveList', { id: nobody, version: '1', archived: 'ja' }, ['desk']],
    ['/interview/versturen.json', { interviews: [{ id: nobody, envelope: 'AAAA' }] }, TAKERS],
    ['desk.open', { passphrase: 'fout' }, ['desk']],
    ['desk.decide', { ...onSignal, to: 'accepted', reason: '' }, ['desk']],
    ['desk.say', { ...onSignal, text: 'Waar is dat?', as: 'question' }, ['desk']],
    ['desk.oneVoice', { keep: nobody, other: `${onSignal.id} new` }, ['desk']],
    ['desk.burst', place, ['desk']],
    ['desk.redact', { id: onSignal.id, pieces: 'Niet van u', sure: 'ja' }, ['desk']],
    ['desk.redactPhoto', { id: onSignal.id, squares: '1', sure: 'ja' }, ['desk']],
    ['interviews.checkEntry', onPaper, ['desk']],
    ['interviews.changeEntry', onPaper, ['desk']],
    ['interviews.enter', { ...onPaper, token: 'x' }, ['desk']],
    ['releases.release', {}, ['desk']],
  ];
};

const isAddress = (act: string) => act.startsWith('/');

const doorOf = (act: string) => (isAddress(act) ? act : `/_actions/${act}`);

async function everybody(browser: Browser): Promise<People> {
  const one = async (kind: Kind) => {
    const context = await browser.newContext();
    if (kind !== 'visitor') await logInAs(await context.newPage(), WORK[kind]);
    return [kind, context.request] as const;
  };
  const people: (readonly [Kind, APIRequestContext])[] = [];
  for (const kind of PEOPLE) people.push(await one(kind));
  return Object.fromEntries(people) as People;
}

/** A list of questions, made by the desk. */
async function aList(desk: APIRequestContext): Promise<string> {
  const made = await desk.post('/_actions/interviews.saveList', {
    form: { title: 'Rondje', questions: 'Hoe is het?' },
  });
  expect(made.status()).toBe(200);
  const lists = await (await desk.get('/beheer/vragenlijsten')).text();
  return /href="\/beheer\/vragenlijsten\/([^"]+)"/.exec(lists)?.[1] ?? '';
}

async function whatThereIs({ organiser, administrator, desk }: People): Promise<Known> {
  const html = async (who: APIRequestContext, path: string) => (await who.get(path)).text();
  const form = await html(organiser, '/beheer/buurten/h-buurt/nieuw/theme');
  const hidden = (name: string) => new RegExp(`name="draft\\.${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  const names = ['id', 'kind', 'buurtId', 'subjectId', 'baseVersion', 'revision'];
  const typed = Object.fromEntries(names.map((name) => [`draft.${name}`, hidden(name)]));
  const saved = await organiser.post('/_actions/drafts.save', { form: { ...typed, title: 'Een concept' } });
  expect(saved.status()).toBe(200);
  const public_ = await html(organiser, '/bijeenkomsten?buurt=h-buurt');
  const accounts = await html(administrator, '/beheer/accounts');
  const meeting = /href="\/bijeenkomsten\/([a-z0-9-]+)"/.exec(public_)?.[1] ?? '';
  const entering = await html(organiser, `/beheer/bijeenkomsten/${meeting}/invoeren`);
  return {
    draft: hidden('id'),
    buurtId: hidden('buurtId'),
    meeting,
    meetingId: /name="meeting" value="([^"]+)"/.exec(entering)?.[1] ?? '',
    account: /href="\/beheer\/accounts\/([^"]+)"/.exec(accounts)?.[1] ?? '',
    list: await aList(desk),
  };
}

test('nobody sees or does more than their role allows, by any address', async ({ browser, baseURL }) => {
  test.slow();
  const people = await everybody(browser);
  const known = await whatThereIs(people);
  const found: string[] = [];
  const expected: string[] = [];
  const tell = (list: string[], who: Kind, what: string, may: boolean) =>
    list.push(`${who} ${may ? 'may' : 'may not'} ${what}`);
  for (const [, path, may] of pages(known)) {
    for (const who of PEOPLE) {
      const answer = await people[who].get(path, { maxRedirects: 0 });
      const refused = who === 'visitor' ? answer.status() === 303 : answer.status() === 403;
      tell(found, who, `${path} ${refused || answer.status() === 200 ? '' : String(answer.status())}`, !refused);
      tell(expected, who, `${path} `, may.includes(who));
    }
  }
  for (const [act, form, may] of acts(known)) {
    for (const who of PEOPLE) {
      const answer = await people[who].post(doorOf(act), {
        ...(isAddress(act) ? { data: form } : { form: { ...form } }),
        headers: { origin: baseURL ?? '' },
        maxRedirects: 0,
      });
      const status = answer.status();
      const refused = [401, 403].includes(status) || (answer.headers()['location'] ?? '').startsWith('/inloggen');
      tell(found, who, `${act} ${status >= 500 || status === 405 ? String(status) : ''}`, !refused);
      tell(expected, who, `${act} `, may.includes(who));
    }
  }
  expect(found).toEqual(expected);
});

test('every act stands in the table, or is for all', () => {
  const known = { draft: '', buurtId: '', meeting: '', meetingId: '', account: '', list: '' };
  const inTable = acts(known).flatMap(([act]) => (isAddress(act) ? [] : [act]));
  expect(actionNames().toSorted()).toEqual([...new Set([...inTable, ...FOR_ALL])].toSorted());
});

test('every page under /beheer stands in the table', () => {
  const inTable = pages({ draft: '', buurtId: '', meeting: '', meetingId: '', account: '', list: '' }).map(
    ([file]) => file,
  );
  const files = globSync('**/*.{astro,ts}', { cwd: 'src/pages/beheer' });
  expect(files.toSorted()).toEqual([...new Set([...inTable, ...ELSEWHERE])].toSorted());
});
