import { describe, expect, it } from 'vitest';
import {
  aBuurt,
  aMeeting,
  anIntervention,
  anUpdate,
  aProgress,
  aReport,
  aResponse,
  aTheme,
} from '../../../../tests/factories/index.ts';
import { meetingFields, themeFields } from '../../../../tests/drafts/given.ts';
import type { DraftFields, DraftKind } from '../draft.ts';
import { kinds, readDraft, writeFields, type DraftContent } from './index.ts';
import type { Surroundings } from './kind.ts';

const theme = aTheme();
const intervention = { ...anIntervention(), progress: [] };
const surroundings: Surroundings = {
  now: new Date('2027-02-10T09:00:00.000Z'),
  draftId: 'draft-1',
  buurt: undefined,
  themes: [theme],
  interventions: [intervention],
  meeting: undefined,
  report: undefined,
  areaCodes: ['BU03630001', 'GM0363'],
  indicators: ['population', 'income'],
};

/** Without what publishing adds to it. */
function bare<Text extends object>(text: Text) {
  const rest = { ...text, id: '', buurtId: '', slug: '', version: 0, publishedAt: 0, changedAt: 0 };
  return Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(text, name)));
}

const read = (kind: DraftKind, fields: DraftFields, more: Partial<Surroundings> = {}) =>
  readDraft({ kind, subjectId: null, baseVersion: null, fields }, { ...surroundings, ...more });
const problemsOf = (...given: Parameters<typeof read>) =>
  read(...given).problems.map(({ field, reason }) => `${field}: ${reason}`);

describe('a published text comes through a draft unchanged', () => {
  const texts: DraftContent[] = [
    { kind: 'buurt', content: aBuurt({ boroughCode: null, keyIndicators: ['income', 'population'] }) },
    { kind: 'theme', content: aTheme({ indicators: ['income'] }) },
    { kind: 'intervention', content: anIntervention({ themeIds: [theme.id] }) },
    { kind: 'intervention', content: anIntervention({ dueOn: null, target: null, place: null, placeName: '' }) },
    { kind: 'progress', content: aProgress() },
    { kind: 'progress', content: aProgress({ reached: null, state: 'stopped' }) },
    {
      kind: 'update',
      content: anUpdate({ pictures: [{ pictureId: 'p1', alt: 'Een deur' }], interventionId: intervention.id }),
    },
    { kind: 'response', content: aResponse({ themeId: theme.id }) },
    { kind: 'meeting', content: aMeeting({ themeIds: [theme.id], languages: ['nl', 'ar'] }) },
    {
      kind: 'meeting',
      content: aMeeting({
        online: true,
        signUpOpensAt: new Date('2027-02-15T08:00:00.000Z'),
        signUpClosesAt: new Date('2027-03-18T11:00:00.000Z'),
        interpreters: ['ar', 'tr'],
        translations: [
          { language: 'ar', title: 'كيف الحال؟', summary: 'أمسية عن المداخل.' },
          { language: 'en', title: 'How are the stairs?', summary: 'An evening.' },
        ],
      }),
    },
    { kind: 'meeting', content: aMeeting({ audience: '', agenda: '', route: '', description: '' }) },
    { kind: 'report', content: aReport() },
    { kind: 'report', content: aReport({ agreements: [], tellOn: null, attended: null }) },
    {
      kind: 'report',
      content: aReport({
        attended: 0,
        agreements: [
          { what: 'Eerst', owner: 'Wij', dueOn: null, interventionId: intervention.id, done: false },
          { what: 'Dan', owner: 'Zij', dueOn: '2026-01-01', interventionId: null, done: true },
        ],
      }),
    },
    { kind: 'meeting', content: aMeeting({ cancelled: 'De zaal heeft geen verwarming.', place: null }) },
  ];
  it.each(texts.map((text) => [text.kind, text] as const))('%s', (kind, text) => {
    const { text: back, problems } = read(kind, writeFields(text));
    expect(problems).toEqual([]);
    expect(bare(text.content)).toMatchObject(back.content);
    expect(back.content).not.toEqual({});
  });
});

describe('what is typed is never lost', () => {
  it.each(Object.entries(kinds))('%s can be empty, nonsense, or far too long without an error', (kind, { fields }) => {
    for (const typed of ['', '\u0000\uD800', 'x'.repeat(60_000), '<script>', '99999999999', '-1', '2027-02-31']) {
      for (const value of [typed, [typed, typed]]) {
        const filled = Object.fromEntries(fields.map((name) => [name, value]));
        const { text } = read(kind as DraftKind, filled);
        expect(text.kind).toBe(kind);
      }
    }
  });
});

describe('a theme', () => {
  it('needs its title, summary and intended outcome', () => {
    expect(problemsOf('theme', { phase: 'start', startedOn: '2027-02-01' })).toEqual([
      'title: required',
      'summary: required',
      'intendedOutcome: required',
    ]);
    expect(problemsOf('theme', { ...themeFields, phase: 'start', startedOn: '2027-02-01' })).toEqual([]);
  });
});

describe('a change of something published', () => {
  it('says what changed and why; something new does not', () => {
    const fields = { ...themeFields, phase: 'start', startedOn: '2027-02-01' };
    const about = { kind: 'theme', subjectId: theme.id, baseVersion: 1 } as const;
    const change = readDraft({ ...about, fields }, surroundings);
    expect(change.problems).toMatchObject([{ field: 'note', reason: 'note-missing' }]);
    const told = readDraft({ ...about, fields: { ...fields, note: 'Korter.' } }, surroundings);
    expect(told).toMatchObject({ problems: [], note: 'Korter.' });
  });
});

describe('a promise', () => {
  const promise = { title: 'Deuren', owner: 'Woonbedrijf', promise: 'vervangt deuren' };

  it('can be late already, and can have no day', () => {
    expect(problemsOf('intervention', { ...promise, dueOn: '2026-01-01' })).toEqual([]);
    expect(problemsOf('intervention', promise)).toEqual([]);
  });

  it('with a number needs what is counted, and the other way round', () => {
    expect(problemsOf('intervention', { ...promise, targetNumber: '120' })).toEqual(['targetUnit: needs-partner']);
    expect(problemsOf('intervention', { ...promise, targetUnit: 'deuren' })).toEqual(['targetNumber: needs-partner']);
  });

  it('with a slip in the year is told so', () => {
    expect(problemsOf('intervention', { ...promise, dueOn: '20270-06-01' })).toEqual(['dueOn: no-such-day']);
    expect(problemsOf('intervention', { ...promise, dueOn: '2207-06-01' })).toEqual(['dueOn: too-far-away']);
  });
});

describe('a meeting', () => {
  const fields = { ...meetingFields, organiser: 'De Linde', languages: ['nl'] };
  it.each([
    [{}, []],
    [{ end: '19:30' }, ['end: end-before-begin']],
    [{ end: '18:00' }, ['end: end-before-begin']],
    [{ day: '2027-02-09' }, ['day: starts-in-past']],
    [{ day: '2127-03-18' }, ['day: too-far-away']],
    [{ day: '2027-03-28', begin: '02:30', end: '04:00' }, ['begin: time-skipped']],
    [{ places: '0' }, ['places: too-small']],
    [{ places: '2001' }, ['places: too-large']],
    [{ places: '' }, ['places: required']],
    [{ languages: [] }, ['languages: required']],
    [{ languages: ['klingon'] }, ['languages: required', 'languages: unknown-choice']],
    [{ isCancelled: 'on' }, ['cancelled: required']],
    [{ isCancelled: 'on', cancelled: 'De zaal is dicht.' }, []],
    [{ cancelled: 'Typed, but not ticked.' }, ['isCancelled: not-ticked']],
    [{ point: '0, 0' }, ['point: outside-netherlands']],
  ])('with %o has as problems %o', (changes, problems) => {
    expect(problemsOf('meeting', { ...fields, ...changes }).sort()).toEqual(problems);
  });

  it('that has been keeps its hour, so that its text can still be mended', () => {
    const meeting = {
      ...aMeeting({ startsAt: new Date('2027-01-14T18:30:00Z'), endsAt: new Date('2027-01-14T20:30:00Z') }),
      placesLeft: 0,
      waiting: 0,
    };
    const same = writeFields({ kind: 'meeting', content: meeting });
    expect(problemsOf('meeting', same, { meeting })).toEqual([]);
    expect(problemsOf('meeting', { ...same, begin: '20:00' }, { meeting })).toEqual(['day: starts-in-past']);
    expect(problemsOf('meeting', { ...same, end: '21:45' }, { meeting })).toEqual([]);
    expect(problemsOf('meeting', { ...same, day: '2027-06-01' }, { meeting })).toEqual(['day: meeting-over']);
  });
});

describe('an update', () => {
  it('shows no picture without saying what it shows', () => {
    const fields = { title: 'Nieuws', text: 'Tekst', pictures: ['p1', 'p2'], alts: ['Een deur', ' '] };
    expect(read('update', fields).problems).toMatchObject([{ field: 'alts', index: 1, reason: 'alt-missing' }]);
  });
});

describe('a response', () => {
  it('cannot have been heard tomorrow', () => {
    const fields = { heardFrom: 'meeting', heard: 'Licht', decision: 'no', answer: 'Nee.', heardOn: '2027-02-11' };
    expect(problemsOf('response', fields)).toEqual(['heardOn: day-in-future']);
  });
});

describe('a buurt', () => {
  const good = writeFields({ kind: 'buurt', content: aBuurt() });

  it('needs an area that exists', () => {
    expect(problemsOf('buurt', { ...good, areaCodes: [] })).toEqual(['areaCodes: required']);
    expect(problemsOf('buurt', { ...good, areaCodes: ['BU99999999'] })).toEqual(['areaCodes: unknown-area']);
  });

  it('leaves out empty rows, and tells which row is half filled', () => {
    const rows = {
      organisationName: ['', 'De Linde', ''],
      organisationRole: ['', 'leidt', ''],
      organisationLeads: ['1'],
    };
    const { text, problems } = read('buurt', { ...good, ...rows });
    expect(problems).toEqual([]);
    expect(text.content).toMatchObject({ organisations: [{ name: 'De Linde', role: 'leidt', leads: true }] });
    const half = { knownPlaceName: ['Plein', 'Brug'], knownPlacePoint: ['52.315, 4.955', ''] };
    expect(read('buurt', { ...good, ...half }).problems).toMatchObject([
      { field: 'knownPlacePoint', index: 1, reason: 'needs-partner' },
    ]);
  });

  it('stays a sample until its notice is taken away, and then is none', () => {
    const sample = aBuurt({ sample: true });
    const isSample = (fields: DraftFields) => read('buurt', { ...good, ...fields }, { buurt: sample }).text.content;
    expect(isSample(writeFields({ kind: 'buurt', content: sample }))).toMatchObject({ sample: true });
    expect(isSample({ sample: '' })).toMatchObject({ sample: false });
  });
});
