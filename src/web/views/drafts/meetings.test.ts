import { describe, expect, it } from 'vitest';
import { aBuurt, aDraft, aMeeting } from '../../../../tests/factories/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { translate as t } from '../../translate.ts';
import { meetingGroups, type MeetingsInput } from './meetings.ts';
import { makeTexts } from '../texts.ts';

const now = new Date('2027-03-10T09:00:00Z');
const from = (startsAt: string, changes: Partial<Meeting> = {}): Meeting => ({
  ...aMeeting({
    title: 'Praat mee',
    slug: 'praat-mee',
    startsAt: new Date(startsAt),
    endsAt: new Date(Date.parse(startsAt) + 7_200_000),
    places: 20,
  }),
  placesLeft: 3,
  waiting: 0,
  ...changes,
});

function rowsOf(changes: Partial<MeetingsInput>) {
  const input: MeetingsInput = {
    buurt: aBuurt({ slug: 'h-buurt' }),
    upcoming: [],
    past: [],
    reported: new Set(),
    reportDrafts: [],
    reportWithinDays: 7,
    mayOrganise: true,
    ...changes,
  };
  const [toCome, held] = meetingGroups(input, { t, texts: makeTexts(t), now });
  return { toCome: toCome?.rows ?? [], held: held?.rows ?? [] };
}
const labels = (row: { ways: readonly { label: string }[] } | undefined) => row?.ways.map(({ label }) => label);

describe('a meeting in the overview', () => {
  it('that is announced tells who comes and who waits', () => {
    const [row] = rowsOf({ upcoming: [from('2027-03-20T18:30:00Z', { placesLeft: 0, waiting: 2 })] }).toCome;
    expect(row?.more).toContain('20 van de 20 plaatsen bezet');
    expect(row?.more).toContain('2 aanmeldingen op de wachtlijst');
    expect(labels(row)).toEqual(['Aanmeldingen', 'Wijzig', 'Kopieer']);
  });

  it('that opens later tells when', () => {
    const signUpOpensAt = new Date('2027-03-15T08:00:00Z');
    const [row] = rowsOf({ upcoming: [from('2027-03-20T18:30:00Z', { signUpOpensAt })] }).toCome;
    expect(row?.more.join()).toContain('Aanmelden kan vanaf maandag 15 maart 2027, 09.00 uur');
  });

  it('of today leads to the door first', () => {
    const [row] = rowsOf({ upcoming: [from('2027-03-10T18:30:00Z')] }).toCome;
    expect(row?.marks.map(({ words }) => words)).toEqual(['Vandaag']);
    expect(row?.ways[0]?.href).toBe('/beheer/bijeenkomsten/praat-mee/deur');
  });

  it.each([
    ['2027-03-08T18:30:00Z', 'planned', 'Verslag beloofd voor 15 maart 2027'],
    ['2027-02-20T18:30:00Z', 'late', 'Verslag 11 dagen te laat'],
  ])('that was held %s asks for its report: %s', (startsAt, kind, words) => {
    const [row] = rowsOf({ past: [from(startsAt)] }).held;
    expect(row?.marks).toEqual([{ kind, words }]);
    expect(labels(row)?.[0]).toBe('Schrijf het verslag');
  });

  it('goes on with a report that somebody began, and changes one that is public', () => {
    const meeting = from('2027-03-08T18:30:00Z');
    const draft = aDraft({ kind: 'report', subjectId: meeting.id });
    const begun = rowsOf({ past: [meeting], reportDrafts: [draft] }).held[0];
    expect(begun?.ways[0]).toMatchObject({ label: 'Verder met het verslag', href: `/beheer/concepten/${draft.id}` });
    const there = rowsOf({ past: [meeting], reported: new Set([meeting.id]) }).held[0];
    expect(there?.ways[0]?.label).toBe('Wijzig het verslag');
    expect(there?.marks[0]?.kind).toBe('done');
  });

  it('that did not go on has no report, and can be copied', () => {
    const [row] = rowsOf({ past: [from('2027-03-08T18:30:00Z', { cancelled: 'De zaal is dicht.' })] }).held;
    expect(row?.marks).toEqual([]);
    expect(labels(row)).toEqual(['Aanmeldingen', 'Wijzig', 'Kopieer']);
  });

  it('can be changed by organisers alone', () => {
    const { held, toCome } = rowsOf({
      mayOrganise: false,
      past: [from('2027-03-08T18:30:00Z')],
      upcoming: [from('2027-03-20T18:30:00Z')],
    });
    expect([...held, ...toCome].flatMap(({ ways }) => ways)).toEqual([]);
  });
});
