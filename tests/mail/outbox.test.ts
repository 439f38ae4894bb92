import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOutbox, type Outbox } from '../../src/domain/outbox/index.ts';
import { makeSmtpMailer } from '../../src/mail/index.ts';
import { aForm, aWorld, ENGINES, type World } from '../sign-ups/given.ts';
import { headerOf, partOf } from './letters.ts';
import { aMailServer, reply, type MailServer } from './mail-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const from = 'Buurtbalans <post@buurtbalans.example>';

describe.each(ENGINES)('the outbox, on %s', (engine) => {
  let world: World;
  const reports: string[] = [];
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(async () => {
    reports.length = 0;
    await world.post();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const outboxTo = ({ url }: Pick<MailServer, 'url'>, patienceMs = 5_000): Outbox =>
    makeOutbox({
      outbox: world.residents.outbox,
      send: makeSmtpMailer({ url, from, patienceMs }).send,
      now: () => world.clock.at,
      report: (problem) => reports.push(problem),
    });
  const pass = (ms: number) => {
    world.clock.at = new Date(world.clock.at.getTime() + ms);
  };

  /** Signs up this many people: each leaves a letter. */
  async function letters(count: number): Promise<string[]> {
    const meeting = await world.announce({ places: 50 });
    const forms = Array.from({ length: count }, () => aForm(meeting));
    for (const form of forms) await world.signUps.register(form);
    return forms.map(({ email }) => email);
  }

  it('sends what waits, each letter once, and keeps nothing of it', async () => {
    await using server = await aMailServer();
    const addresses = await letters(3);
    const outbox = outboxTo(server);
    expect(await outbox.sendDue()).toEqual({ sent: 3, failed: 0 });
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 0 });
    expect(server.taken.flatMap(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
    expect(await outbox.state()).toMatchObject({ waiting: 0, failing: 0 });
  });

  it('sends each letter once when two processes send at the same time', async () => {
    await using server = await aMailServer();
    const addresses = await letters(20);
    const rounds = await Promise.all([outboxTo(server), outboxTo(server)].map((outbox) => outbox.sendDue()));
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
    expect(server.taken.flatMap(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
  });

  it('does one round at a time, however often it is woken', async () => {
    await using server = await aMailServer();
    await letters(2);
    const outbox = outboxTo(server);
    outbox.wake();
    outbox.wake();
    const [one, other] = await Promise.all([outbox.sendDue(), outbox.sendDue()]);
    expect(one).toBe(other);
    expect(server.taken).toHaveLength(2);
    await outbox.stop();
  });

  it('keeps the letters while the server is away, tries later, and then sends them', async () => {
    const server = await aMailServer();
    const { port } = server;
    await server[Symbol.asyncDispose]();
    const [address] = await letters(1);
    const outbox = outboxTo(server);
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 1 });
    expect(await outbox.state()).toMatchObject({ waiting: 1, failing: 1 });
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 0 });
    await using back = await aMailServer({ port });
    pass(MINUTE);
    expect(await outbox.sendDue()).toEqual({ sent: 1, failed: 0 });
    expect(back.taken.map(({ to }) => to)).toEqual([[address]]);
    expect(await outbox.state()).toMatchObject({ waiting: 0, failing: 0 });
  });

  it('stops the round at the first letter that the server hangs on', async () => {
    await using server = await aMailServer({ stalls: true });
    await letters(3);
    expect(await outboxTo(server, 50).sendDue()).toEqual({ sent: 0, failed: 1 });
  });

  it('goes on with the others when one mailbox does not exist, and tells that it gave that one up', async () => {
    const addresses = await letters(3);
    await using server = await aMailServer({
      onRcptTo: ({ address }, _, done) => done(address === addresses[0] ? reply(550, 'No such user') : null),
    });
    const outbox = outboxTo(server);
    expect(await outbox.sendDue()).toEqual({ sent: 2, failed: 1 });
    expect(await outbox.state()).toMatchObject({ waiting: 0, failing: 1 });
    expect(reports).toEqual(['a letter was given up']);
    pass(48 * HOUR);
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 0 });
  });

  it('gives up after about two days', async () => {
    await using server = await aMailServer({ onRcptTo: (_, __, done) => done(reply(452, 'Mailbox full')) });
    await letters(1);
    const outbox = outboxTo(server);
    let tries = 0;
    let hours = 0;
    for (; (await outbox.state()).waiting > 0 && hours < 100; hours += 1) {
      tries += (await outbox.sendDue()).failed;
      pass(HOUR);
    }
    expect(tries).toBeGreaterThan(8);
    expect(hours).toBeGreaterThan(48);
    expect(hours).toBeLessThan(72);
  });

  it('costs nobody a place that the mail server was down for a day: the time to answer begins when the letter left', async () => {
    const server = await aMailServer();
    const { port } = server;
    await server[Symbol.asyncDispose]();
    const meeting = await world.announce({ places: 1 });
    const [first, second] = [aForm(meeting), aForm(meeting)];
    await world.signUps.register(first);
    await world.signUps.register(second);
    const outbox = outboxTo(server);
    const hours = async (count: number) => {
      for (let hour = 0; hour < count; hour += 1) {
        pass(HOUR);
        await outbox.sendDue();
        await world.signUps.settle();
      }
    };
    await hours(26);
    const states = async () => (await world.residents.signUps.list(meeting.id)).map(({ state }) => state);
    expect(await states()).toEqual(['placed', 'waiting']);
    await using back = await aMailServer({ port });
    await hours(1);
    expect(back.taken).toHaveLength(2);
    const sentTo = back.taken.find(({ to }) => to.includes(first.email));
    const [, secret = ''] = /aanmelding\/([\w-]{43})/.exec(partOf(sentTo?.raw ?? '', 'text/plain') ?? '') ?? [];
    await hours(17);
    expect(await world.signUps.confirm(secret)).toMatchObject({ ok: true, value: { tooLate: false } });
    expect(await states()).toEqual(['placed', 'waiting']);
    await hours(8);
    // Who did not answer, in the time that began when the letter left, loses the turn.
    expect(await states()).toEqual(['placed', 'lapsed']);
  });

  it('does not send what is of no use any more when the server is back, and tells that it did not', async () => {
    const server = await aMailServer();
    const { port } = server;
    await server[Symbol.asyncDispose]();
    const { late } = await outboxTo(server).state();
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + 3 * HOUR) });
    await world.signUps.register(aForm(meeting));
    const outbox = outboxTo(server);
    await outbox.sendDue();
    pass(3 * HOUR);
    await using back = await aMailServer({ port });
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 0 });
    expect(back.taken).toEqual([]);
    expect(await outbox.state()).toMatchObject({ waiting: 0, late: late + 1 });
  });

  it('sends again, with the same id, only the letter that was sent when the process was killed', async () => {
    await using server = await aMailServer();
    await letters(2);
    const { send } = makeSmtpMailer({ url: server.url, from });
    const [claimed] = await world.residents.outbox.claim(world.clock.at, 1, 3 * MINUTE);
    if (claimed) await send(claimed.letter, claimed.id);
    // Killed here: it was sent, and never marked.
    const outbox = outboxTo(server);
    expect(await outbox.sendDue()).toEqual({ sent: 1, failed: 0 });
    pass(3 * MINUTE);
    expect(await outbox.sendDue()).toEqual({ sent: 1, failed: 0 });
    const ids = server.taken.map(({ raw }) => headerOf(raw, 'message-id'));
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toBe(ids[2]);
  });

  it('finishes the letter under way when it stops, and starts no other', async () => {
    await using server = await aMailServer();
    await letters(5);
    const outbox = outboxTo(server);
    const round = outbox.sendDue();
    await outbox.stop();
    const { sent } = await round;
    expect(server.taken).toHaveLength(sent);
    expect(sent).toBeLessThan(5);
    expect(await outbox.state()).toMatchObject({ waiting: 5 - sent });
    expect(await outbox.sendDue()).toEqual({ sent: 0, failed: 0 });
  });
});
