import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { VISITOR } from '../../src/domain/kernel/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { translate } from '../../src/web/translate.ts';
import BuurtPage from '../../src/pages/buurten/[buurt]/index.astro';
import InterventionPage from '../../src/pages/buurten/[buurt]/interventies/[interventie].astro';
import ThemePage from '../../src/pages/buurten/[buurt]/themas/[thema].astro';
import BuurtenPage from '../../src/pages/buurten/index.astro';
import ContactPage from '../../src/pages/contact.astro';
import GlossaryPage from '../../src/pages/woordenlijst.astro';
import HomePage from '../../src/pages/index.astro';
import PrivacyPage from '../../src/pages/privacy.astro';
import {
  aBuurt,
  anArea,
  anIntervention,
  anUpdate,
  aProgress,
  aResponse,
  aTheme,
  nextVersion,
} from '../factories/index.ts';

const now = new Date('2027-06-22T10:00:00Z');
let folder: string;
let app: App;
let container: AstroContainer;

interface Asked {
  readonly path: string;
  readonly params?: Record<string, string>;
}

async function answer(page: AstroComponentFactory, { path, params = {} }: Asked): Promise<Response> {
  const url = new URL(path, 'http://buurtbalans.example');
  const locals = { app, t: translate, actor: VISITOR, sessionId: null, crowded: false, path: url.pathname };
  return container.renderToResponse(page, { request: new Request(url), params, locals, partial: false });
}
const show = async (page: AstroComponentFactory, asked: Asked) => (await answer(page, asked)).text();
const words = (html: string) =>
  html
    .replace(/<(style|script|svg|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

async function publishSample(): Promise<void> {
  const { areas, buurten, themes, interventions, updates, responses, releases, database } = openPublished({
    sqlite: join(folder, 'published.sqlite'),
  });
  await areas.storeAll([anArea(), anArea({ code: 'BU03630002', name: 'Venserpolder-West' })]);
  const buurt = aBuurt({ slug: 'lindebuurt' });
  await buurten.save(buurt, '');
  await buurten.save(aBuurt({ slug: 'nieuwe-buurt', name: 'Nieuwe buurt', step: 'start', areaCodes: [] }), '');
  const buurtId = buurt.id;
  const theme = aTheme({ buurtId, slug: 'portieken', weHear: 'Een zorgmijder <b>durft</b> niet naar het inloophuis.' });
  await themes.save(theme, '');
  const doors = anIntervention({ buurtId, slug: 'deuren', themeIds: [theme.id], dueOn: '2027-05-01' });
  await interventions.save(doors, '');
  await interventions.save(nextVersion(doors, { dueOn: '2027-06-01' }), 'De fabriek levert later.');
  await interventions.addProgress(aProgress({ interventionId: doors.id, at: new Date('2027-04-09T10:00:00Z') }));
  await updates.save(anUpdate({ buurtId, text: '[Kijk](javascript:alert(1)) <img src=x onerror=alert(1)>' }), '');
  await responses.save(aResponse({ buurtId, themeId: theme.id, decision: 'no' }), '');
  await releases.add([
    {
      ...{ buurtId, batch: 1, releasedOn: '2027-06-01' },
      counts: [
        { group: { table: 'subject', by: 'kind', themeId: theme.id, kind: 'story' }, class: { from: 10, to: 19 } },
        { group: { table: 'place', by: 'elsewhere' }, class: { from: 10, to: 19 } },
      ],
    },
  ]);
  await database[Symbol.asyncDispose]();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtbalans-pages-'));
  app = openApp(readConfig({ DATA_DIR: folder }), { now: () => now });
  await app.migrate();
  await publishSample();
  container = await AstroContainer.create();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the page of a buurt', () => {
  const lindebuurt = () => show(BuurtPage, { path: '/buurten/lindebuurt', params: { buurt: 'lindebuurt' } });

  it('says in plain sight that a promise is late and silent', async () => {
    const text = words(await lindebuurt());
    expect(text).toContain('3 weken te laat');
    expect(text).toContain('74 dagen geen nieuws');
    expect(text).toContain('Woonbedrijf Zuid vervangt 120 voordeuren.');
    expect(text).toContain('40 van de 120 deuren');
  });
  it('has its eight parts in their order', async () => {
    const html = await lindebuurt();
    const titles = [...html.matchAll(/<h2[^>]*>\s*([^<]+?)\s*<\/h2>/g)].map(([, title]) => title);
    const parts = ['step', 'now', 'meeting', 'heard', 'figures', 'timeline', 'signal', 'who'] as const;
    expect(titles).toEqual(parts.map((part) => translate(`buurten.${part}.title`)));
  });
  it('answers what residents said, also when the answer is no', async () => {
    const text = words(await lindebuurt());
    expect(text).toContain('Doen we niet');
    expect(text).toContain('10 tot en met 19 verhalen');
  });
  it('lets nothing harmful out of what organisers wrote', async () => {
    const html = await lindebuurt();
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<img src=x');
  });
  it('needs no script, no style attribute and no cookie', async () => {
    const response = await answer(BuurtPage, { path: '/buurten/lindebuurt', params: { buurt: 'lindebuurt' } });
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*type="application)/);
    expect(html).not.toMatch(/\sstyle="|\son\w+="/);
    expect(response.headers.has('set-cookie')).toBe(false);
  });
  it('tells at the very start what comes, and when', async () => {
    const text = words(await show(BuurtPage, { path: '/buurten/nieuwe-buurt', params: { buurt: 'nieuwe-buurt' } }));
    for (const part of ['now', 'meeting', 'heard', 'figures', 'timeline'] as const) {
      expect(text).toContain(translate(`buurten.${part}.empty`));
    }
    expect(text).toContain('Stap 1 van 7: We beginnen');
  });
  it('is not there for a buurt that does not exist', async () => {
    for (const buurt of ['bestaat-niet', '', '../etc', 'lindebuurt%00', 'LINDEBUURT ']) {
      expect((await answer(BuurtPage, { path: '/buurten/x', params: { buurt } })).status).toBe(404);
    }
  });
});

describe('the page of a theme', () => {
  const theme = { path: '/buurten/lindebuurt/themas/portieken', params: { buurt: 'lindebuurt', thema: 'portieken' } };

  it('puts what the figures say beside what we hear, and says when there is no judgement yet', async () => {
    const text = words(await show(ThemePage, theme));
    expect(text).toContain('Vier op de tien bewoners noemen afval.');
    expect(text).toContain(translate('buurten.theme.judgement.empty'));
    expect(text).toContain('elke twee weken');
  });
  it('explains a term where it stands, and once at the end', async () => {
    const html = await show(ThemePage, theme);
    expect(html).toContain('popovertarget="uitleg-zorgmijder">zorgmijder</button>');
    expect(html.match(/id="uitleg-zorgmijder"/g)).toHaveLength(1);
    expect(html).toContain('href="/woordenlijst#zorgmijder"');
  });
  it('is not there in another buurt', async () => {
    const elsewhere = { path: '/x', params: { buurt: 'nieuwe-buurt', thema: 'portieken' } };
    expect((await answer(ThemePage, elsewhere)).status).toBe(404);
  });
});

describe('the page of an intervention', () => {
  const deuren = { path: '/x', params: { buurt: 'lindebuurt', interventie: 'deuren' } };

  it('keeps every report and every change of the promise, with its day and reason', async () => {
    const text = words(await show(InterventionPage, deuren));
    expect(text).toContain('9 april 2027');
    expect(text).toContain('schoof de datum van 1 mei 2027 naar 1 juni 2027.');
    expect(text).toContain('Waarom: De fabriek levert later.');
  });
  it('is not there under an address that nobody published', async () => {
    const unknown = { path: '/x', params: { buurt: 'lindebuurt', interventie: 'geheim' } };
    expect((await answer(InterventionPage, unknown)).status).toBe(404);
  });
});

describe('the way in', () => {
  it('shows the buurten and, in other languages, what this is', async () => {
    const html = await show(HomePage, { path: '/' });
    expect(words(html)).toContain('1 belofte is te laat. Over 1 belofte hoorden we lang niets.');
    expect(html).toContain('href="/buurten/lindebuurt"');
    for (const lang of ['en', 'tr', 'ar', 'pl', 'es', 'fr'])
      expect(html).toMatch(new RegExp(`<li[^>]* lang="${lang}"`));
    expect(html).toMatch(/lang="ar" dir="rtl"/);
  });
  it('finds an area that does not take part, and says so', async () => {
    const text = words(await show(BuurtenPage, { path: '/buurten?zoek=venserpolder' }));
    expect(text).toContain('2 gebieden gevonden');
    expect(text).toMatch(/Venserpolder-West \(buurt\) doet nog niet mee/);
    expect(text).toMatch(/Venserpolder-Oost \(buurt\) doet mee: Lindebuurt/);
  });
  it.each(['%00', '%25', '%', "'; drop table buurten; --", '"><script>alert(1)</script>', 'ü'.repeat(4_000)])(
    'answers any search: %s',
    async (zoek) => {
      const response = await answer(BuurtenPage, { path: `/buurten?zoek=${encodeURIComponent(zoek)}` });
      expect(response.status).toBe(200);
      const withoutValues = (await response.text()).replace(/="[^"]*"/g, '');
      expect(withoutValues).not.toContain('<script>alert');
    },
  );
});

describe('texts of the portal', () => {
  it('name the settings that they speak of', async () => {
    const privacy = words(await show(PrivacyPage, { path: '/privacy' }));
    expect(privacy).toContain(`Tot ${app.site.forgetAfterDays} dagen na de bijeenkomst`);
    expect(privacy).toContain(`minstens ${app.site.signalThreshold} mensen`);
    expect(await show(ContactPage, { path: '/contact' })).toContain(`mailto:${app.site.contactEmail}`);
  });
  it('list every term with an address of its own', async () => {
    expect(await show(GlossaryPage, { path: '/woordenlijst' })).toMatch(/<div id="omslagwoning"/);
  });
});
