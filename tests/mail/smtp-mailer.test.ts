import { afterEach, describe, expect, it } from 'vitest';
import { makeSmtpMailer } from '../../src/mail/index.ts';
import { aLetter, headerOf, headersOf, partOf } from './letters.ts';
import { aMailServer, reply, type MailServer } from './mail-server.ts';

const from = 'Buurtbalans <post@buurtbalans.example>';
const open: MailServer[] = [];

async function given(options: Parameters<typeof aMailServer>[0] = {}, patienceMs = 5_000) {
  const server = await aMailServer(options);
  open.push(server);
  return { server, mailer: makeSmtpMailer({ url: server.url, from, patienceMs }) };
}

afterEach(async () => {
  for (const server of open.splice(0)) await server[Symbol.asyncDispose]();
});

describe('sending by SMTP', () => {
  it('hands over one letter to one address, with text and HTML', async () => {
    const { server, mailer } = await given();
    expect(await mailer.send(aLetter(), 'id-1')).toEqual({ kind: 'sent' });
    const [mail] = server.taken;
    expect(server.taken).toHaveLength(1);
    expect(mail).toMatchObject({ from: 'post@buurtbalans.example', to: ['noor@voorbeeld.nl'] });
    const raw = mail?.raw ?? '';
    expect(partOf(raw, 'text/plain')).toContain('U heeft een plaats.');
    expect(partOf(raw, 'text/html')).toContain('<p>U heeft een plaats.</p>');
    expect(headerOf(raw, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(raw, 'message-id')).toBe('<id-1@buurtbalans.example>');
    expect(headerOf(raw, 'from')).toBe(from);
  });

  it('writes headers in ASCII, whatever the subject', async () => {
    const { server, mailer } = await given();
    await mailer.send(aLetter({ subject: 'Één avond 👍 وقت' }), 'id');
    const raw = server.taken[0]?.raw ?? '';
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^\p{ASCII}*$/u);
    expect(headerOf(raw, 'subject')).toMatch(/^=\?UTF-8\?/);
  });

  it('lets nothing in a letter become a header or a second reader', async () => {
    const { server, mailer } = await given();
    const evil = 'x\r\nBcc: dief@voorbeeld.nl\r\nX-Evil: ja\r\n\r\nweg';
    await mailer.send(
      aLetter({
        subject: evil,
        attachments: [{ name: `a.ics${evil}`, type: `text/calendar${evil}`, content: 'BEGIN:VCALENDAR' }],
      }),
      'id',
    );
    await mailer.send(aLetter({ to: `noor@voorbeeld.nl${evil}` }), 'id2');
    await mailer.send(aLetter({ to: 'noor@voorbeeld.nl, dief@voorbeeld.nl' }), 'id3');
    for (const { raw, to } of server.taken) {
      const names = headersOf(raw).map(([name]) => name);
      expect(names).not.toContain('bcc');
      expect(names).not.toContain('x-evil');
      expect(raw).not.toMatch(/^(Bcc|X-Evil):/m);
      expect(to).toHaveLength(1);
      expect(to).not.toContain('dief@voorbeeld.nl');
    }
  });

  it('carries a calendar entry as a file', async () => {
    const { server, mailer } = await given();
    const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    await mailer.send(
      aLetter({ attachments: [{ name: 'bijeenkomst.ics', type: 'text/calendar; charset=utf-8', content }] }),
      'id',
    );
    expect(partOf(server.taken[0]?.raw ?? '', 'text/calendar')).toBe(content);
  });

  it('logs in with the name and password of the address', async () => {
    const seen: string[] = [];
    const { server } = await given({
      onAuth: ({ username = '', password = '' }, _session, done) => {
        seen.push(`${username} ${password}`);
        done(null, { user: username });
      },
    });
    const url = `smtp://portaal%40post:ge%3Aheim@127.0.0.1:${server.port}`;
    expect(await makeSmtpMailer({ url, from }).send(aLetter(), 'id')).toEqual({ kind: 'sent' });
    expect(seen).toEqual(['portaal@post ge:heim']);
  });
});

describe('when the mail server does not take a letter', () => {
  it('calls a mailbox that does not exist refused, without its address in the words', async () => {
    const { mailer } = await given({ onRcptTo: ({ address }, _, done) => done(reply(550, `No such user ${address}`)) });
    expect(await mailer.send(aLetter(), 'id')).toEqual({ kind: 'refused', problem: 'EENVELOPE RCPT TO 550' });
  });

  it('calls a mailbox that is full, or a server that wants us to wait, for later', async () => {
    const { mailer } = await given({ onRcptTo: (_, __, done) => done(reply(452, 'Mailbox full')) });
    expect(await mailer.send(aLetter(), 'id')).toMatchObject({ kind: 'later' });
    const { mailer: other } = await given({ refusesData: { code: 451, words: 'Try again' } });
    expect(await other.send(aLetter(), 'id')).toMatchObject({ kind: 'later' });
  });

  it('calls a letter that is refused by its contents refused', async () => {
    const { mailer } = await given({ refusesData: { code: 554, words: 'Looks like spam for noor@voorbeeld.nl' } });
    const outcome = await mailer.send(aLetter(), 'id');
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(outcome)).not.toContain('noor@');
  });

  it('calls a server that does not know us unreachable: no letter would get through', async () => {
    const { mailer } = await given({ onMailFrom: (_, __, done) => done(reply(550, 'Sender rejected')) });
    expect(await mailer.send(aLetter(), 'id')).toMatchObject({ kind: 'unreachable' });
  });

  it('calls a wrong password unreachable', async () => {
    const { server } = await given({ authOptional: false, onAuth: (_, __, done) => done(reply(535, 'No')) });
    const mailer = makeSmtpMailer({ url: `smtp://a:b@127.0.0.1:${server.port}`, from });
    expect(await mailer.send(aLetter(), 'id')).toMatchObject({ kind: 'unreachable' });
  });

  it('calls a server that hangs unreachable, within its patience', async () => {
    const { mailer } = await given({ stalls: true }, 100);
    expect(await mailer.send(aLetter(), 'id')).toMatchObject({ kind: 'unreachable' });
  });

  it('calls a server that is not there unreachable, and sends when it is back', async () => {
    const { server, mailer } = await given();
    const { port } = server;
    await server[Symbol.asyncDispose]();
    open.length = 0;
    expect(await mailer.send(aLetter(), 'id')).toMatchObject({ kind: 'unreachable' });
    const back = await aMailServer({ port });
    open.push(back);
    expect(await mailer.send(aLetter(), 'id')).toEqual({ kind: 'sent' });
    expect(back.taken).toHaveLength(1);
  });
});
