import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { aBuurt, aMeeting, anAccount, aReport } from '../factories/index.ts';
import { aPostgresDatabase } from '../postgres.ts';
import { partOf } from './letters.ts';
import { aMailServer, type MailServer } from './mail-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The whole portal with a clock, two buurten and their people, and meetings of last Thursday. */
async function given(engine: 'sqlite' | 'postgres', server: MailServer) {
  const folder = await mkdtemp(join(tmpdir(), 'organisers-'));
  const realms = ['published', 'residents', 'signals', 'professionals'] as const;
  const urls: Record<string, string> = {};
  if (engine === 'postgres')
    for (const realm of realms) urls[`DATABASE_URL_${realm.toUpperCase()}`] = await aPostgresDatabase();
  const config = readConfig({
    DATA_DIR: folder,
    SMTP_URL: server.url,
    BASE_URL: 'https://portaal.example',
    TRUSTED_PROXY: '127.0.0.1',
    SECRET_KEY: 'a secret key of at least 32 characters',
    MAIL_FROM: 'Buurtbalans <post@buurtbalans.example>',
    ...urls,
  });
  const clock = { at: new Date('2027-03-18T21:30:00Z') };
  const app = openApp(config, { now: () => clock.at });
  await app.migrate();
  const published = openPublished(config.realms.published);
  const professionals = openProfessionals(config.realms.professionals);
  const [here, there] = [aBuurt({ name: 'Lindebuurt' }), aBuurt()];
  for (const buurt of [here, there]) await published.buurten.save(buurt, '');
  const people = [
    anAccount({ email: 'samira@example.org', passwordHash: 'x', grants: [{ role: 'organiser', buurtId: here.id }] }),
    anAccount({ email: 'tom@example.org', passwordHash: 'x', grants: [{ role: 'organiser', buurtId: here.id }] }),
    anAccount({ email: 'not-yet@example.org', grants: [{ role: 'organiser', buurtId: here.id }] }),
    anAccount({
      email: 'elsewhere@example.org',
      passwordHash: 'x',
      grants: [{ role: 'organiser', buurtId: there.id }],
    }),
    anAccount({ email: 'helper@example.org', passwordHash: 'x', grants: [{ role: 'professional', buurtId: here.id }] }),
    anAccount({ email: 'admin@example.org', passwordHash: 'x', grants: [{ role: 'administrator', buurtId: null }] }),
  ];
  for (const account of people) await professionals.accounts.save(account);
  const thursday = {
    buurtId: here.id,
    startsAt: new Date(clock.at.getTime() - 2 * HOUR),
    endsAt: clock.at,
    slug: 'koffie',
    title: 'Koffie en plannen',
  };
  const meeting = aMeeting(thursday);
  await published.meetings.save(meeting, '');
  await published.meetings.save(aMeeting({ ...thursday, slug: 'dicht', cancelled: 'De zaal is dicht.' }), '');
  return {
    app,
    clock,
    published,
    meeting,
    /** By the clock, about noon, so many days after the meeting; tells how many letters were written. */
    async after(days: number) {
      clock.at = new Date(meeting.endsAt.getTime() + days * DAY - 9 * HOUR);
      const filed = await app.remindOrganisers();
      await app.organiserOutbox.sendDue();
      return filed;
    },
    /** How many letters are kept, sent or not. */
    letters() {
      const { db, t } = professionals.database.read;
      return db.$count(t.letters);
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await published.database[Symbol.asyncDispose]();
      await professionals.database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

it.each(['sqlite', 'postgres'] as const)(
  'reminds each organiser of the buurt after three days and after seven, once, on %s',
  async (engine) => {
    await using server = await aMailServer();
    await using portal = await given(engine, server);
    const readers = () => server.taken.flatMap(({ to }) => to).toSorted();
    expect(await portal.after(2)).toBe(0);
    expect(await portal.after(3)).toBe(2);
    expect(await portal.after(4)).toBe(0);
    expect(readers()).toEqual(['samira@example.org', 'tom@example.org']);
    expect(await portal.after(7)).toBe(2);
    expect(await portal.after(9)).toBe(0);
    expect(server.taken).toHaveLength(4);
    const [first] = server.taken;
    const text = partOf(first?.raw ?? '', 'text/plain') ?? '';
    const { id, slug } = portal.meeting;
    const link = `https://portaal.example/beheer/buurten/[^/]+/nieuw/report\\?van=${id}`;
    expect(text).toMatch(new RegExp(`Schrijf het verslag:\r?\n${link}\r?\n`));
    expect(text).toContain('was de bijeenkomst ‘Koffie en plannen’ in Lindebuurt.');
    expect(text).toContain(`https://portaal.example/bijeenkomsten/${slug}`);
  },
);

it('reminds nobody when the report is there, or when the clock stood still for two weeks', async () => {
  await using server = await aMailServer();
  await using portal = await given('sqlite', server);
  const { meeting, published } = portal;
  expect(await portal.after(15)).toBe(0);
  await published.reports.save(aReport({ id: meeting.id, buurtId: meeting.buurtId }), '');
  expect(await portal.after(3)).toBe(0);
  expect(server.taken).toEqual([]);
});

it('forgets by the clock which letters it wrote, also when it writes no new ones', async () => {
  await using server = await aMailServer();
  await using portal = await given('sqlite', server);
  await portal.after(3);
  portal.clock.at = new Date(portal.clock.at.getTime() + 89 * DAY);
  await portal.app.forget();
  expect(await portal.letters()).toBe(2);
  portal.clock.at = new Date(portal.clock.at.getTime() + 2 * DAY);
  await portal.app.forget();
  expect(await portal.letters()).toBe(0);
});

it('sends the late one its own words: the last reminder tells how late the report is', async () => {
  await using server = await aMailServer();
  await using portal = await given('sqlite', server);
  await portal.after(10);
  const texts = server.taken.map(({ raw }) => partOf(raw, 'text/plain') ?? '');
  expect(texts).toHaveLength(2);
  for (const text of texts)
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Het verslag zou er uiterlijk op donderdag 25 maart 2027 zijn. Dat is 3 dagen geleden.',
    );
});
