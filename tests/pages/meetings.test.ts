import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { z } from 'astro/zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { DAY_MS, VISITOR } from '../../src/domain/kernel/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { translate } from '../../src/web/translate.ts';
import MeetingPage from '../../src/pages/bijeenkomsten/[bijeenkomst]/index.astro';
import MeetingsPage from '../../src/pages/bijeenkomsten/index.astro';
import BuurtPage from '../../src/pages/buurten/[buurt]/index.astro';
import ThemePage from '../../src/pages/buurten/[buurt]/themas/[thema].astro';
import { aBuurt, aMeeting, anArea, anIntervention, aReport, aTheme, nextVersion } from '../factories/index.ts';

const now = new Date('2027-06-22T10:00:00Z');
const HOSTILE = 'Praat </script><script>alert(1)</script> mee';
let folder: string;
let app: App;
let container: AstroContainer;

async function answer(page: AstroComponentFactory, path: string, params: Record<string, string> = {}) {
  const url = new URL(path, 'http://buurtbalans.example');
  const locals = { app, t: translate, actor: VISITOR, sessionId: null, crowded: false, path: url.pathname };
  return container.renderToResponse(page, { request: new Request(url), params, locals, partial: false });
}
const meeting = async (slug: string) =>
  (await answer(MeetingPage, `/bijeenkomsten/${slug}`, { bijeenkomst: slug })).text();
const list = async (query = '') => (await answer(MeetingsPage, `/bijeenkomsten${query}`)).text();
const words = (html: string) =>
  html
    .replace(/<(style|script|svg|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
/** Titles of the cards, in their order. */
const cards = (html: string) => [...html.matchAll(/Koffie nummer (\d+)\b/g)].map(([, n]) => Number(n));

/** `days` from now, for two hours. */
const on = (days: number) => {
  const startsAt = new Date(now.getTime() + days * DAY_MS);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
};

async function publishMeetings(): Promise<void> {
  const { areas, buurten, themes, interventions, meetings, reports, database } = openPublished({
    sqlite: join(folder, 'published.sqlite'),
  });
  await areas.storeAll([anArea()]);
  const buurt = aBuurt({ slug: 'lindebuurt' });
  const quiet = aBuurt({ slug: 'stille-buurt', name: 'Stille buurt', areaCodes: [] });
  const busy = aBuurt({ slug: 'drukke-buurt', name: 'Drukke buurt', areaCodes: [] });
  for (const one of [buurt, quiet, busy]) await buurten.save(one, '');
  for (const n of Array.from({ length: 17 }, (_, index) => index))
    await meetings.save(aMeeting({ ...on(-100 - n), buurtId: busy.id, slug: `thee-${n}`, title: `Thee ${n}` }), '');
  const buurtId = buurt.id;
  const theme = aTheme({ buurtId, slug: 'portieken' });
  const other = aTheme({ buurtId, slug: 'jeugd' });
  for (const one of [theme, other]) await themes.save(one, '');
  const doors = anIntervention({ buurtId, slug: 'deuren' });
  await interventions.save(doors, '');

  const rich = aMeeting({
    ...on(10),
    buurtId,
    slug: 'rijk',
    title: HOSTILE,
    agenda: '- kennismaken\n- afspreken',
    route: 'Bel aan bij nummer 1.',
    online: true,
    interpreters: ['ar'],
    translations: [{ language: 'ar', title: 'قهوة', summary: 'أمسية' }],
  });
  await meetings.save({ ...rich, ...on(3) }, '');
  await meetings.save(nextVersion(rich, on(10)), 'De zaal was bezet.');
  await meetings.save(aMeeting({ ...on(11), buurtId, slug: 'dicht', signUpClosesAt: now }), '');

  const held = aMeeting({ ...on(-30), buurtId, slug: 'geweest', title: 'Avond over deuren', themeIds: [theme.id] });
  await meetings.save(held, '');
  const agreement = { owner: 'Woonbedrijf Zuid', dueOn: null, interventionId: doors.id, done: false };
  const agreements = [{ ...agreement, what: 'Nieuwe deuren in elk portiek' }];
  await reports.save(aReport({ id: held.id, buurtId, said: 'De deur **klemt** <script>x</script>.', agreements }), '');
  await meetings.save(aMeeting({ ...on(-2), buurtId, slug: 'net', title: 'Pas geweest' }), '');
  await meetings.save(aMeeting({ ...on(-40), buurtId, slug: 'laat', title: 'Lang geleden', themeIds: [other.id] }), '');
  for (const n of Array.from({ length: 45 }, (_, index) => index))
    await meetings.save(aMeeting({ ...on(20 + n), buurtId, slug: `koffie-${n}`, title: `Koffie nummer ${n}` }), '');
  await database[Symbol.asyncDispose]();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtbalans-meetings-'));
  app = openApp(readConfig({ DATA_DIR: folder, BASE_URL: 'https://buurtbalans.example', REPORT_WITHIN_DAYS: '7' }), {
    now: () => now,
  });
  await app.migrate();
  await publishMeetings();
  container = await AstroContainer.create();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the page of a meeting that is to come', () => {
  it('tells all that one wants to know before going', async () => {
    const text = words(await meeting('rijk'));
    for (const part of [
      'kennismaken',
      'Bel aan bij nummer 1.',
      'Er is een tolk voor Arabisch.',
      'De link krijgt u in uw mail',
    ])
      expect(text).toContain(part);
    expect(text).toContain('was vrijdag 25 juni 2027, 12.00 uur');
    expect(text).toContain('22 juni 2027');
  });

  it('gives the other language its own letters and direction', async () => {
    expect(await meeting('rijk')).toMatch(/<details lang="ar" dir="auto"/);
  });

  it('draws a small map with a name and a description, and loads nothing of others', async () => {
    const html = await meeting('rijk');
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="kaartje-naam kaartje-uitleg"/);
    expect(html).toContain('href="/buurten/lindebuurt/kaart"');
    expect(html).not.toMatch(/(?:src|srcset|action)="https?:/);
    expect(html).not.toMatch(/<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="https?:/);
  });

  it('is an Event for search engines, also with a title that would end the script', async () => {
    const html = await meeting('rijk');
    const [, data = ''] = /<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
    const event = z.looseObject({ name: z.string(), previousStartDate: z.string() }).parse(JSON.parse(data));
    expect(event).toMatchObject({
      name: HOSTILE,
      url: 'https://buurtbalans.example/bijeenkomsten/rijk',
      startDate: '2027-07-02T12:00:00+02:00',
      previousStartDate: '2027-06-25T12:00:00+02:00',
    });
    expect(html.replace(/="[^"]*"/g, '')).not.toContain('<script>alert');
  });

  it('names its own address once, and the feed of its buurt', async () => {
    const html = await meeting('rijk');
    expect(html).toContain('<link rel="canonical" href="https://buurtbalans.example/bijeenkomsten/rijk"');
    expect(html).toMatch(
      /rel="alternate" type="application\/atom\+xml" href="\/buurten\/lindebuurt\/bijeenkomsten.atom"/,
    );
  });

  it('has no button when sign-up is closed, and says whom to ask', async () => {
    const html = await meeting('dicht');
    expect(html).not.toContain('/bijeenkomsten/dicht/aanmelden');
    expect(words(html)).toContain('Vraag het de organisator.');
  });
});

describe('the page of a meeting that was', () => {
  it('has the report in three parts, first', async () => {
    const html = await meeting('geweest');
    const text = words(html);
    const parts = ['reports.said', 'reports.agreed', 'reports.next'] as const;
    const places = parts.map((part) => text.indexOf(translate(part)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text.indexOf('Wanneer en waar')).toBeGreaterThan(places.at(-1) ?? 0);
    expect(text).toContain('Er waren 23 mensen.');
    expect(html).toContain('href="/buurten/lindebuurt/interventies/deuren"');
    expect(html).not.toContain('<script>x');
  });

  it('says by when the report comes, and then how late it is', async () => {
    expect(words(await meeting('net'))).toContain('Verslag volgt uiterlijk zondag 27 juni 2027');
    expect(words(await meeting('laat'))).toContain('Het verslag is 4 weken te laat');
  });
});

describe('what we did with what you told us', () => {
  it('has on the page of the buurt what was agreed, and which reports are not there', async () => {
    const html = await (await answer(BuurtPage, '/buurten/lindebuurt', { buurt: 'lindebuurt' })).text();
    const text = words(html);
    expect(text).toContain('Nieuwe deuren in elk portiek');
    expect(text).toContain('Verslag volgt uiterlijk zondag 27 juni 2027');
    expect(text).toContain('Het verslag is 4 weken te laat');
    expect(html).toContain('href="/bijeenkomsten/geweest"');
  });

  it('has on the page of a theme only what came of its own meetings', async () => {
    const page = async (thema: string) =>
      words(await (await answer(ThemePage, '/x', { buurt: 'lindebuurt', thema })).text());
    expect(await page('portieken')).toContain('Nieuwe deuren in elk portiek');
    expect(await page('portieken')).not.toContain('Lang geleden');
    expect(await page('jeugd')).toContain('Het verslag is 4 weken te laat');
  });

  it('says what comes when there was no meeting yet', async () => {
    const quiet = await answer(BuurtPage, '/x', { buurt: 'stille-buurt' });
    expect(words(await quiet.text())).toContain(translate('buurten.heard.empty'));
  });
});

describe('the list of meetings', () => {
  it('shows twenty at a time, each once, with a way on and back', async () => {
    const shown = [await list(), await list('?vanaf=20'), await list('?vanaf=40')];
    expect(shown.flatMap(cards)).toEqual(Array.from({ length: 45 }, (_, n) => n));
    expect(shown[0]).toMatch(/href="\/bijeenkomsten\?vanaf=20"[^>]*rel="next"/);
    expect(words(shown[2] ?? '')).toContain('U ziet bijeenkomst 41 tot en met 47 van de 47.');
    expect(shown[2]).not.toContain('rel="next"');
    expect(shown[2]).toMatch(/href="\/bijeenkomsten\?vanaf=20"[^>]*rel="prev"/);
  });

  it('keeps to one buurt while one turns the page', async () => {
    expect(await list('?buurt=lindebuurt')).toContain('href="/bijeenkomsten?buurt=lindebuurt&amp;vanaf=20"');
    expect(cards(await list('?buurt=stille-buurt&vanaf=20'))).toEqual([]);
  });

  it.each(['', '-1', '7', 'abc', '999999', '1e9', '%00', '<script>'])(
    'answers any place in the list: %j',
    async (vanaf) => {
      const page = await answer(
        MeetingsPage,
        `/bijeenkomsten?vanaf=${encodeURIComponent(vanaf)}&eerder=${encodeURIComponent(vanaf)}`,
      );
      expect(page.status).toBe(200);
      expect(words(await page.text())).toContain(translate('meetings.past'));
    },
  );

  it('shows the last page to who asks for what lies after it', async () => {
    expect(cards(await list('?vanaf=99999'))).toEqual([38, 39, 40, 41, 42, 43, 44]);
  });

  it('turns the pages of what was, apart from what is to come', async () => {
    const [first, second] = [await list('?buurt=drukke-buurt'), await list('?buurt=drukke-buurt&eerder=15')];
    expect(first.match(/href="\/bijeenkomsten\/thee-/g)).toHaveLength(15);
    expect(first).toContain('href="/bijeenkomsten?buurt=drukke-buurt&amp;eerder=15#geweest"');
    expect(second.match(/href="\/bijeenkomsten\/thee-1[56]"/g)).toHaveLength(2);
    expect(second).toContain('href="/bijeenkomsten?buurt=drukke-buurt#geweest"');
  });

  it('says of each past meeting what became of it', async () => {
    const html = await list();
    expect(html).toContain('href="/bijeenkomsten/geweest#verslag"');
    expect(words(html)).toContain('Het verslag is 4 weken te laat');
    expect(words(html)).toContain('Verslag volgt uiterlijk zondag 27 juni 2027');
  });
});
