import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import type { LetterFacts, SignUp, SignUpEvent } from '../../src/domain/sign-ups/index.ts';
import { makeLetterWriter, makeSmtpMailer } from '../../src/mail/index.ts';
import { translate } from '../../src/web/translate.ts';
import { makeSignUpLetters } from '../../src/web/views/letters/sign-ups.ts';
import { aMeeting, aReport } from '../factories/index.ts';
import { headerOf, headersOf, partOf } from './letters.ts';
import { aMailServer } from './mail-server.ts';

const origin = 'https://portaal.example';
const letterOf = makeSignUpLetters({ write: makeLetterWriter(), origin, t: translate });
const SECRET = 'x'.repeat(43);
const STOP = `abc.${'y'.repeat(43)}`;

const meeting: Meeting = {
  ...aMeeting({ title: 'Koffie en plannen', slug: 'koffie', route: 'Ingang om de hoek.' }),
  placesLeft: 3,
  waiting: 2,
};
const signUp: SignUp = {
  id: 'abc',
  meetingId: meeting.id,
  number: 3,
  state: 'placed',
  origin: 'web',
  name: 'Noor de Vries',
  by: '',
  email: 'noor@voorbeeld.nl',
  phone: '',
  people: 2,
  needs: '',
  question: '',
  wantsReport: true,
  language: 'nl',
  createdAt: new Date('2027-03-01T09:00:00Z'),
  confirmedAt: new Date('2027-03-01T10:00:00Z'),
  answerBy: null,
  arrived: null,
};
const UNCONFIRMED = { confirmedAt: null, answerBy: new Date('2027-03-02T09:00:00Z') };
const OFFERED = { state: 'offered', answerBy: new Date('2027-03-05T09:00:00Z') } as const;

function facts(
  event: SignUpEvent,
  { of = {}, ...changes }: Partial<Omit<LetterFacts, 'standing'>> & { of?: Partial<SignUp> } = {},
): LetterFacts {
  return {
    event,
    standing: { signUp: { ...signUp, ...of }, waitingBefore: 2 },
    meeting,
    secret: SECRET,
    forgetAfter: new Date('2027-04-01T20:30:00Z'),
    onlineLink: null,
    report: event === 'report' ? aReport() : null,
    stopWord: STOP,
    ...changes,
  };
}
const EVENTS: readonly SignUpEvent[] = [
  'received',
  'confirmed',
  'waiting',
  'offered',
  'cancelled',
  'known',
  'changed',
  'reminder',
  'report',
];

describe('a letter about a sign-up', () => {
  it.each([
    ['received', UNCONFIRMED, 'We houden 2 plaatsen voor u vast.', 'Doe dat voor dinsdag 2 maart 2027 om 10.00 uur.'],
    [
      'received',
      { ...UNCONFIRMED, state: 'waiting' },
      'U staat op de wachtlijst. Er zijn 2 aanmeldingen vóór u.',
      'Bevestig dat voor dinsdag 2 maart 2027 om 10.00 uur.',
    ],
    [
      'received',
      { ...UNCONFIRMED, state: 'lapsed' },
      'Daarom is uw aanmelding vervallen.',
      'Is er nog plaats, dan krijgt u die.',
    ],
    ['confirmed', {}, 'u heeft een plaats. We rekenen op 2 personen.', 'Bij deze mail zit een bestand voor uw agenda.'],
    ['waiting', { state: 'waiting' }, 'U staat op de wachtlijst met 2 personen.', 'Er zijn 2 aanmeldingen vóór u.'],
    ['offered', OFFERED, 'Zeg ja of nee voor vrijdag 5 maart 2027 om 10.00 uur.', 'Komt uw antwoord te laat?'],
    ['changed', UNCONFIRMED, 'Bevestig voor dinsdag 2 maart 2027 om 10.00 uur dat u komt.', 'Geef uw antwoord:'],
    ['changed', OFFERED, 'Zeg ja of nee voor vrijdag 5 maart 2027 om 10.00 uur.', 'Geef uw antwoord:'],
    ['changed', {}, 'U heeft een plaats voor 2 personen.', 'zet de nieuwe tijd en plaats in uw agenda'],
    ['known', { ...UNCONFIRMED, state: 'waiting' }, 'Bevestig dat voor dinsdag 2 maart', 'Geef uw antwoord:'],
    ['known', {}, 'U heeft een plaats voor 2 personen.', 'Naar uw eigen pagina:'],
    ['reminder', {}, 'We rekenen op 2 personen.', 'Meld u dan nu af.'],
  ] as const)('tells how it stands: %s %o', (event, of, ...sentences) => {
    const { text } = letterOf(facts(event, { of }));
    for (const sentence of sentences) expect(text.replace(/\s+/g, ' ')).toContain(sentence);
    expect(text).toContain(`${origin}/bijeenkomsten/koffie/aanmelding/${SECRET}`);
  });

  it('speaks English to who chose that, with English days, hours and counts', () => {
    const translated = { ...meeting, translations: [{ language: 'en', title: 'Coffee and plans', summary: '' }] };
    const { subject, text } = letterOf(
      facts('offered', { meeting: translated, of: { ...OFFERED, language: 'en', people: 1 } }),
    );
    expect(subject).toBe('There is a place for you: Coffee and plans (Koffie en plannen)');
    expect(text).toContain('We are holding 1 place for you.');
    expect(text).toContain('Please say yes or no before Friday 5 March 2027 at 10:00.');
    expect(text).toContain('- When: Thursday 18 March 2027, 19:30 to 21:30');
  });

  it('leads who reads English to the English page that stops the report', () => {
    const { text, unsubscribe } = letterOf(facts('report', { of: { language: 'en' } }));
    expect(unsubscribe).toBe(`${origin}/post/stop/${STOP}?taal=en`);
    expect(text).toContain(`/post/stop/${STOP}?taal=en`);
    expect(letterOf(facts('report')).unsubscribe).toBe(`${origin}/post/stop/${STOP}`);
  });

  it('names the day of the end when that is another one, and the hour that the clock then shows', () => {
    const over = { startsAt: new Date('2027-03-27T22:30:00Z'), endsAt: new Date('2027-03-28T01:30:00Z') };
    const nl = letterOf(facts('reminder', { meeting: { ...meeting, ...over } })).text;
    const en = letterOf(facts('reminder', { meeting: { ...meeting, ...over }, of: { language: 'en' } })).text;
    expect(nl).toContain('van 23.30 uur tot zondag 28 maart 2027, 03.30 uur');
    expect(en).toContain('23:30 to Sunday 28 March 2027, 03:30');
  });

  it('is addressed to who signed up somebody else, and says for whom', () => {
    const { text } = letterOf(facts('confirmed', { of: { by: 'Fatima', name: 'Aart Bos' } }));
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Beste Fatima,',
      '',
      'U heeft Aart Bos aangemeld. Deze mail gaat over die aanmelding.',
    ]);
  });

  it('brings the link to take part online only when it is given one', () => {
    const link = 'https://meet.example/kamer?pwd=1&x=2';
    expect(letterOf(facts('confirmed', { onlineLink: link })).text).toContain(`Doe mee via internet:\n${link}`);
    expect(letterOf(facts('confirmed')).text).not.toContain('internet');
  });

  it('brings the calendar to who has a place, and to nobody else', () => {
    const withCalendar = (given: LetterFacts) => letterOf(given).attachments.map(({ name }) => name);
    const off = { ...meeting, cancelled: 'De zaal is dicht.' };
    for (const [event, there] of [
      ['confirmed', meeting],
      ['changed', meeting],
      ['called-off', off],
    ] as const) {
      expect(withCalendar(facts(event, { meeting: there }))).toEqual(['bijeenkomst.ics']);
      const { text, attachments } = letterOf(facts(event, { meeting: there, of: { state: 'waiting' } }));
      if (event !== 'confirmed') expect(text).not.toContain('bestand');
      expect(attachments).toEqual([]);
    }
    const [calendar] = letterOf(facts('called-off', { meeting: off })).attachments;
    expect(calendar?.content).toContain('STATUS:CANCELLED');
    for (const event of ['received', 'waiting', 'offered', 'cancelled', 'known', 'reminder'] as const)
      expect(withCalendar(facts(event))).toEqual([]);
  });

  it('tells the report in its three parts, and how to stop it with one click', () => {
    const report = aReport({
      said: 'Er is **veel** gezegd.\n\n- De deur klemt.\n- Zie [de melding](https://www.amsterdam.nl/x).\n\n<script>kwaad()</script>',
      agreements: [
        { what: 'Nieuwe lampen', owner: 'Woonbedrijf', dueOn: '2027-06-01', interventionId: null, done: false },
        { what: 'De deur is gemaakt', owner: '', dueOn: null, interventionId: null, done: true },
      ],
    });
    const { text, html, unsubscribe } = letterOf(facts('report', { report }));
    expect(text).toContain(
      'Wat er is gezegd\n\nEr is veel gezegd.\n\n- De deur klemt.\n- Zie de melding (op amsterdam.nl).',
    );
    expect(text).toContain('- Nieuwe lampen (wie: Woonbedrijf, uiterlijk 1 juni 2027)\n- De deur is gemaakt (klaar)');
    expect(text).toContain('Op zaterdag 1 mei 2027 hoort u meer.');
    expect(html).not.toContain('<script');
    expect(unsubscribe).toBe(`${origin}/post/stop/${STOP}`);
    expect(text).toContain(`Geen verslag meer per mail:\n${origin}/post/stop/${STOP}`);
    for (const event of EVENTS.filter((other) => other !== 'report'))
      expect(letterOf(facts(event)).unsubscribe).toBeUndefined();
    expect(
      letterOf(facts('report', { report: aReport({ agreements: [], tellOn: null, attended: null }) })).text,
    ).toContain('We maakten deze keer geen afspraken.');
  });
});

describe('over the line to a real mail server', () => {
  it('keeps what anybody typed out of the headers, in every letter and language', async () => {
    await using server = await aMailServer();
    const { send, close } = makeSmtpMailer({ url: server.url, from: 'Buurtbalans <post@buurtbalans.example>' });
    const evil = 'x\r\nBcc: dief@voorbeeld.nl\r\nX-Evil: ja\r\n\r\n<b>weg</b>';
    const typed = { name: evil, by: evil, needs: evil, question: evil };
    const written = { title: evil, organiser: evil, placeName: evil, address: evil, route: evil, cancelled: null };
    for (const language of ['nl', 'en'] as const) {
      const bad = { ...meeting, ...written, translations: [{ language: 'en', title: evil, summary: evil }] };
      for (const event of EVENTS)
        await send(
          letterOf(facts(event, { meeting: bad, of: { ...typed, ...UNCONFIRMED, language } })),
          `${event}-${language}`,
        );
      const off = { ...bad, cancelled: evil };
      await send(letterOf(facts('called-off', { meeting: off, of: { ...typed, language } })), `off-${language}`);
    }
    close();
    expect(server.taken).toHaveLength(2 * (EVENTS.length + 1));
    for (const { raw, to } of server.taken) {
      expect(to).toEqual(['noor@voorbeeld.nl']);
      const names = headersOf(raw).map(([name]) => name);
      expect(names).not.toContain('bcc');
      expect(names).not.toContain('x-evil');
      expect(partOf(raw, 'text/html')).not.toContain('<b>weg');
    }
  });

  it('brings Arabic names and names of one letter whole, and an address in Punycode', async () => {
    await using server = await aMailServer();
    const { send, close } = makeSmtpMailer({ url: server.url, from: 'Buurtbalans <post@buurtbalans.example>' });
    await send(letterOf(facts('confirmed', { of: { name: 'نور الدين', email: 'noor@müller.de' } })), 'a');
    await send(letterOf(facts('confirmed', { of: { name: 'Ö', email: 'o@xn--mller-kva.de' } })), 'b');
    close();
    const to = server.taken.map(({ raw }) => headerOf(raw, 'to'));
    expect(to).toEqual(['noor@xn--mller-kva.de', 'o@xn--mller-kva.de']);
    const [arabic, short] = server.taken.map(({ raw }) => partOf(raw, 'text/plain')?.split(/\r?\n/)[0]);
    expect(arabic).toBe('Beste \u2068نور الدين\u2069,');
    expect(short).toBe('Beste Ö,');
  });

  it('names in its headers how one click stops the report, and in no other letter (RFC 8058)', async () => {
    await using server = await aMailServer();
    const { send, close } = makeSmtpMailer({ url: server.url, from: 'Buurtbalans <post@buurtbalans.example>' });
    for (const event of EVENTS) await send(letterOf(facts(event, { of: UNCONFIRMED })), event);
    close();
    const headers = server.taken.map(({ raw }) => Object.fromEntries(headersOf(raw)));
    expect(headers.map((each) => each['list-unsubscribe']).filter(Boolean)).toEqual([`<${origin}/post/stop/${STOP}>`]);
    expect(headers.at(-1)).toMatchObject({
      'list-unsubscribe': `<${origin}/post/stop/${STOP}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });
});
