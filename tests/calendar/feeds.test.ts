import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { recentMeetings } from '../../src/web/calendar/recent-meetings.ts';
import { meetingsFeed } from '../../src/web/feeds/meetings-feed.ts';
import { translate as t } from '../../src/web/translate.ts';
import { aBuurt, aMeeting, anArea, aReport, nextVersion } from '../factories/index.ts';

const now = new Date('2027-06-01T10:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number) => {
  const startsAt = new Date(now.getTime() + days * DAY);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
};

/** A portal with two buurten, read by the use cases that the pages ask. */
async function given() {
  const folder = await mkdtemp(join(tmpdir(), 'feeds-'));
  const config = readConfig({ DATA_DIR: folder, BASE_URL: 'https://portaal.example', SAMPLE: 'off' });
  const app = openApp(config, { now: () => now });
  await app.migrate();
  const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
  onTestFinished(async () => {
    await published.database[Symbol.asyncDispose]();
    await app.close();
    await rm(folder, { recursive: true });
  });
  const [buurt, elsewhere] = [aBuurt({ slug: 'lindebuurt' }), aBuurt({ slug: 'eikenbuurt', name: 'Eikenbuurt' })];
  await published.areas.storeAll([anArea()]);
  await published.buurten.save(buurt, '');
  await published.buurten.save(elsewhere, '');
  const announce = async (changes: Parameters<typeof aMeeting>[0]) => {
    const meeting = aMeeting({ buurtId: buurt.id, ...changes });
    await published.meetings.save(meeting, '');
    return meeting;
  };
  return { app, published, buurt, elsewhere, announce };
}

const entriesOf = (xml: string) => xml.match(/<entry>.*?<\/entry>/gs) ?? [];
const partOf = (entry: string | undefined, tag: string) =>
  new RegExp(`<${tag}[^>]*>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${tag}>`, 's').exec(entry ?? '')?.[1];

describe('the meetings in a feed', () => {
  it('are those to come, those called off, and those of the last 90 days, soonest first', async () => {
    const { app, announce } = await given();
    await announce({ title: 'later', ...inDays(30) });
    await announce({ title: 'called off', ...inDays(3), cancelled: 'Ziek.' });
    await announce({ title: 'just in time', ...inDays(-89) });
    await announce({ title: 'too long ago', ...inDays(-91) });
    expect((await recentMeetings(app)).map(({ title }) => title)).toEqual(['just in time', 'called off', 'later']);
  });

  it('are those of one buurt when it is asked for', async () => {
    const { app, announce, buurt, elsewhere } = await given();
    await announce({ title: 'here', ...inDays(1) });
    await announce({ title: 'there', ...inDays(1), buurtId: elsewhere.id });
    expect((await recentMeetings(app, buurt.id)).map(({ title }) => title)).toEqual(['here']);
  });
});

describe('the Atom feed', () => {
  it('tells what was announced, what changed, what was called off and what became of it, newest first', async () => {
    const { app, published, announce } = await given();
    const held = await announce({ title: 'Koffie', ...inDays(-7) });
    await published.reports.save(
      aReport({ id: held.id, buurtId: held.buurtId, said: 'De **lamp** is stuk.', changedAt: inDays(-1).startsAt }),
      '',
    );
    const coming = await announce({ title: 'Plein', ...inDays(9) });
    const moved = nextVersion(coming, { ...inDays(10) });
    await published.meetings.save(moved, 'We beginnen een dag later.');
    await published.meetings.save(nextVersion(moved, { cancelled: 'De zaal is dicht.' }), 'De zaal is dicht.');

    const { xml, changedAt } = await meetingsFeed({ app, t });
    const entries = entriesOf(xml);
    expect(entries.map((entry) => partOf(entry, 'title'))).toEqual([
      'Verslag: Koffie',
      'Gaat niet door: Plein',
      'Veranderd: Plein',
      ...['Koffie', 'Plein'].toSorted((one, other) =>
        (one === 'Koffie' ? held.id : coming.id).localeCompare(other === 'Koffie' ? held.id : coming.id),
      ),
    ]);
    expect(partOf(entries[0], 'content')).toContain('<strong>lamp</strong>');
    expect(partOf(entries[0], 'content')).toContain('Nieuwe lampen in de kelder');
    expect(partOf(entries[2], 'content')).toContain('We beginnen een dag later.');
    expect(partOf(entries[0], 'updated')).toBe(changedAt?.toISOString());
    expect(xml).toContain('xml:lang="nl"');
  });

  it('gives each entry an id that stays, also when the meeting changes after it', async () => {
    const { app, published, announce } = await given();
    const meeting = await announce({ ...inDays(9) });
    const before = entriesOf((await meetingsFeed({ app, t })).xml).map((entry) => partOf(entry, 'id'));
    await published.meetings.save(nextVersion(meeting, { title: 'Anders' }), 'Andere titel.');
    const after = entriesOf((await meetingsFeed({ app, t })).xml).map((entry) => partOf(entry, 'id'));
    expect(after).toHaveLength(2);
    expect(after).toContain(before[0]);
    expect(before[0]).toBe(`tag:portaal.example,2027:${meeting.id}/1`);
  });

  it('cannot be broken by what an organiser typed', async () => {
    const { app, announce } = await given();
    await announce({ title: ']]><script>x</script> & \u0007', summary: ']]></content><b>', ...inDays(2) });
    const { xml } = await meetingsFeed({ app, t });
    expect(entriesOf(xml)).toHaveLength(1);
    expect(partOf(entriesOf(xml)[0], 'title')).toBe(']]&gt;&lt;script&gt;x&lt;/script&gt; &amp;  ');
    expect(xml).not.toMatch(/[^\P{Cc}\n]|<script|<b>/u);
  });

  it('is the same each time when nothing changed, also while it is empty', async () => {
    const { app, announce } = await given();
    expect((await meetingsFeed({ app, t })).xml).toBe((await meetingsFeed({ app, t })).xml);
    await announce({ ...inDays(2) });
    expect((await meetingsFeed({ app, t })).xml).toBe((await meetingsFeed({ app, t })).xml);
  });
});
