import { describe, expect, it } from 'vitest';
import { givenDrafts } from '../../../../tests/drafts/given.ts';
import { aMeeting } from '../../../../tests/factories/index.ts';
import type { DraftFields } from '../../../domain/drafts/index.ts';
import { standing } from '../../../domain/interventions/index.ts';
import { translate as t } from '../../translate.ts';
import { previewView } from './preview.ts';
import { makeTexts } from '../texts.ts';

const around = { history: [], reportHistory: [], series: [], outline: null };

async function previewOf(
  given: Awaited<ReturnType<typeof givenDrafts>>,
  { kind, fields, subjectId = null }: { kind: 'meeting' | 'report'; fields: DraftFields; subjectId?: string | null },
) {
  const draft = await given.aStoredDraft(kind, fields, subjectId);
  const checked = await given.drafts.inspect(draft);
  const { now } = checked.surroundings;
  const setting = {
    standing: () => standing({ ...given.intervention, progress: [] }, '2027-02-10'),
    pictures: [],
    around,
  };
  const view = previewView(checked, setting, { t, texts: makeTexts(t), now });
  if (view?.kind !== 'meeting') throw new Error('no preview of a meeting');
  return view;
}
const MEETING = {
  title: 'Licht',
  summary: 'Een avond.',
  placeName: 'Buurthuis',
  address: 'Plein 1',
  places: '20',
  organiser: 'Buurtteam',
};

describe('the preview of a meeting', () => {
  it.each([
    ['2027-03-28', '02:30', 'zondag 28 maart 2027', 'deze tijd bestaat niet', '28'],
    ['2027-10-31', '02:30', 'zondag 31 oktober 2027', 'deze tijd komt twee keer voor', '31'],
    ['2027-03-18', '', 'donderdag 18 maart 2027', 'de tijd is nog niet ingevuld', '18'],
    ['2027-02-30', '19:30', 'nog geen dag', 'de tijd is nog niet ingevuld', '?'],
    ['', '19:30', 'nog geen dag', 'de tijd is nog niet ingevuld', '?'],
  ])('on "%s" at "%s" shows no day or hour that nobody chose', async (day, begin, saidDay, saidHours, block) => {
    const { view } = await previewOf(await givenDrafts(), {
      kind: 'meeting',
      fields: { ...MEETING, day, begin, end: '23:00' },
    });
    expect(view.moment).toMatchObject({ day: saidDay, hours: saidHours, block: { day: block } });
    expect(view.moment.startsAt).toBe(saidDay === 'nog geen dag' ? '' : day);
  });

  it('with right hours shows them', async () => {
    const fields = { ...MEETING, day: '2027-03-18', begin: '19:30', end: '21:30' };
    const { view } = await previewOf(await givenDrafts(), { kind: 'meeting', fields });
    expect(view.moment).toMatchObject({ day: 'donderdag 18 maart 2027', hours: 'van 19.30 tot 21.30 uur' });
    expect(view.series).toEqual([]);
  });

  it('that repeats shows the other dates, without an address', async () => {
    const repeat = { repeat: 'weekly', repeatTimes: '3', day: '2027-03-18', begin: '19:30', end: '21:30' };
    const { view } = await previewOf(await givenDrafts(), { kind: 'meeting', fields: { ...MEETING, ...repeat } });
    expect(view.series.map(({ day, hours, href }) => [day, hours, href])).toEqual([
      ['donderdag 25 maart 2027', 'van 19.30 tot 21.30 uur', null],
      ['donderdag 1 april 2027', 'van 19.30 tot 21.30 uur', null],
    ]);
  });
});

describe('the preview of a report', () => {
  it('is the page of its meeting with the report in it', async () => {
    const given = await givenDrafts();
    const held = aMeeting({
      buurtId: given.buurt.id,
      title: 'Licht op straat',
      startsAt: new Date('2027-02-01T18:30:00Z'),
      endsAt: new Date('2027-02-01T20:30:00Z'),
    });
    await given.published.meetings.save(held, '');
    const fields = {
      said: 'Men wil **licht**.',
      agreementWhat: ['Lampen bij de trap', ''],
      agreementOwner: ['De gemeente', ''],
      next: 'We vragen het aan.',
      tellOn: '2027-03-01',
      attended: '1',
    };
    const { view, report } = await previewOf(given, { kind: 'report', fields, subjectId: held.id });
    expect(view.title).toBe('Licht op straat');
    expect(report?.said).toContain('<strong>licht</strong>');
    expect(report?.agreements.map(({ what, owner }) => [what, owner])).toEqual([['Lampen bij de trap', 'De gemeente']]);
    expect(report?.tell).toContain('maandag 1 maart 2027');
  });
});
