import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { VISITOR } from '../../src/domain/kernel/index.ts';
import type { ReleasedCount, SignalRelease } from '../../src/domain/releases/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { translate as t } from '../../src/web/translate.ts';
import { releasesPage } from '../../src/web/views/releases/page.ts';
import { buurtCounts, themeCounts } from '../../src/web/views/releases/short.ts';
import SignalsPage from '../../src/pages/buurten/[buurt]/signalen.astro';
import { aBuurt, anArea, aTheme } from '../factories/index.ts';

const doors = aTheme({ id: 'doors', slug: 'deuren', title: 'Schone portieken', startedOn: '2027-01-01' });
const green = aTheme({ id: 'green', slug: 'groen', title: 'Groen', startedOn: '2027-05-01' });
const kind = (themeId: string | null, of: string, from = 5): ReleasedCount => ({
  group: { table: 'subject', by: 'kind', themeId, kind: of },
  class: { from, to: from === 200 ? null : 2 * from - 1 },
});
const COUNTS: readonly ReleasedCount[] = [
  kind('doors', 'story'),
  kind('doors', 'wish', 10),
  { group: { table: 'subject', by: 'other-themes' }, class: { from: 5, to: 9 } },
  { group: { table: 'place', by: 'cell', cell: 'r1-1' }, class: { from: 10, to: 19 } },
  { group: { table: 'place', by: 'elsewhere' }, class: { from: 10, to: 19 } },
];
const batch = (number: number, counts: readonly ReleasedCount[]): SignalRelease => ({
  ...{ buurtId: 'linde', batch: number, releasedOn: `2027-0${String(number)}-10`, counts },
});
const given = (...releases: SignalRelease[]) => ({
  ...{ buurt: { slug: 'lindebuurt' }, themes: [doors, green], releases, threshold: 5, cell: () => 'C4' },
});

describe('released counts in words', () => {
  it('P8: are classes, largest first, with what is too small in one line', () => {
    const view = buurtCounts(given(batch(3, COUNTS)), t);
    expect(view.themes.map(({ title, counts }) => [title, counts])).toEqual([
      ['Schone portieken', ['10 tot en met 19 wensen', '5 tot en met 9 verhalen']],
      ['Zonder thema', ['5 tot en met 9 signalen over de rest samen']],
    ]);
    expect(view.released).toBe('Geteld op 10 maart 2027.');
  });

  it('still shows a kind and a theme that the site does not know any more', () => {
    const view = buurtCounts(given(batch(3, [kind(null, 'song', 200), kind('gone', 'story')])), t);
    expect(view.themes.flatMap(({ counts }) => counts)).toEqual(['200 of meer signalen', '5 tot en met 9 verhalen']);
    const page = releasesPage(given(batch(3, [kind('gone', 'song', 200)])), t);
    expect(page.themes.find(({ title }) => title === 'Een eerder thema')?.rows[0]).toEqual({
      name: 'Signalen',
      said: { state: 'value', words: '200 of meer' },
    });
  });

  it('still shows a cell of which the map has nothing any more', () => {
    const page = releasesPage({ ...given(batch(3, COUNTS)), cell: () => null }, t);
    expect(page.places.map(({ name }) => name)).toEqual(['Een eerder vak', 'Andere plekken, of geen plek']);
  });

  it('tells four states of a buurt and of a theme apart', () => {
    const buurt = (...releases: SignalRelease[]) => buurtCounts(given(...releases), t).state.words;
    expect([buurt(), buurt(batch(1, [])), buurt(batch(2, []), batch(1, COUNTS)), buurt(batch(1, COUNTS))]).toEqual([
      'nog niet geteld',
      'geen signalen',
      'te weinig om te tonen',
      'geteld',
    ]);
    const theme = (of: typeof doors, ...releases: SignalRelease[]) =>
      themeCounts(given(...releases), of, t).state.state;
    expect(theme(doors, batch(3, COUNTS))).toBe('value');
    // It began after the count of March, and before that of June.
    expect(theme(green, batch(3, COUNTS))).toBe('unknown');
    expect(theme(green, batch(6, COUNTS))).toBe('few');
    expect(theme(doors, batch(3, []))).toBe('none');
  });

  it('keeps earlier counts as they were', () => {
    const { earlier } = releasesPage(given(batch(3, COUNTS), batch(2, [kind('doors', 'wish')]), batch(1, [])), t);
    expect(earlier.map(({ title, rows, nothing }) => [title, rows.map(({ name }) => name), nothing])).toEqual([
      ['Telling van 10 februari 2027', ['Schone portieken: wensen'], null],
      ['Telling van 10 januari 2027', [], 'geen signalen'],
    ]);
  });
});

describe('the page with the counts of a buurt', () => {
  let folder: string;
  let app: App;
  let container: AstroContainer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-releases-'));
    app = openApp(readConfig({ DATA_DIR: folder }));
    await app.migrate();
    const published = openPublished({ sqlite: join(folder, 'published.sqlite') });
    await published.areas.storeAll([anArea()]);
    for (const slug of ['lindebuurt', 'eikenbuurt']) {
      await published.buurten.save(aBuurt({ id: slug, slug, name: slug }), '');
    }
    await published.themes.save({ ...doors, buurtId: 'lindebuurt' }, '');
    await published.releases.add([
      // Without a cell: the map is an island, which this container does not draw.
      {
        ...batch(
          3,
          COUNTS.filter(({ group }) => group.by !== 'cell'),
        ),
        buurtId: 'lindebuurt',
      },
      { ...batch(2, [kind('doors', 'wish')]), buurtId: 'lindebuurt' },
    ]);
    await published.database[Symbol.asyncDispose]();
    container = await AstroContainer.create();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  async function show(buurt: string): Promise<Response> {
    const path = `/buurten/${buurt}/signalen`;
    const locals = { app, t, actor: VISITOR, sessionId: null, crowded: false, path };
    const request = new Request(new URL(path, 'http://buurtbalans.example'));
    return container.renderToResponse(SignalsPage, { request, params: { buurt }, locals, partial: false });
  }

  it('has both tables, the four states, and earlier counts, without a script or a style attribute', async () => {
    const html = await (await show('lindebuurt')).text();
    expect(html).toContain('10 tot en met 19');
    for (const state of ['value', 'few', 'none', 'unknown'] as const)
      expect(html).toContain(state === 'value' ? '5 tot en met 9' : t(`releases.state.${state}`));
    expect(html).toContain('Telling van 10 februari 2027');
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html).not.toMatch(/ style=| on\w+="|<script(?![^>]*type="application\/ld)/);
  });

  it('says of a buurt that was never counted just that', async () => {
    const html = await (await show('eikenbuurt')).text();
    expect(html).toContain(t('releases.buurt.unknown'));
    expect(html).not.toContain('<table');
  });

  it('is not there for a buurt that does not take part', async () => {
    expect((await show('nergens')).status).toBe(404);
  });
});
