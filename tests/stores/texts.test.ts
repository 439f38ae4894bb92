import { expect, it } from 'vitest';
import { newId, type SaveOutcome } from '../../src/domain/kernel/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import {
  aBuurt,
  aMeeting,
  anIntervention,
  anUpdate,
  aProgress,
  aReport,
  aResponse,
  aTheme,
  nextVersion,
} from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('texts with versions', openPublished, (realm) => {
  async function givenBuurt() {
    const buurt = aBuurt();
    await realm().buurten.save(buurt, '');
    return buurt;
  }

  it('gives back a buurt exactly as it was saved', async () => {
    const buurt = await givenBuurt();
    expect(await realm().buurten.get(buurt.id)).toEqual(buurt);
    expect(await realm().buurten.find(buurt.slug)).toEqual(buurt);
    expect(await realm().buurten.list()).toContainEqual(buurt);
    expect(await realm().buurten.find('nowhere')).toBeUndefined();
  });

  it('lists buurten in the order of a Dutch index', async () => {
    for (const name of ['Zuidhof', 'École', 'buurt 10', 'buurt 9']) await realm().buurten.save(aBuurt({ name }), '');
    const names = (await realm().buurten.list()).map(({ name }) => name).filter((name) => name !== 'Lindebuurt');
    expect(names).toEqual(['buurt 9', 'buurt 10', 'École', 'Zuidhof']);
  });

  it('keeps what was promised first, with the reason for the change', async () => {
    const { id: buurtId } = await givenBuurt();
    const first = anIntervention({ buurtId, dueOn: '2027-06-01' });
    const second = nextVersion(first, { dueOn: '2027-09-01' });
    await realm().interventions.save(first, '');
    await realm().interventions.save(second, 'De leverancier is later.');
    const history = await realm().interventions.history(first.id);
    expect(history.map(({ version, at, note, content: { dueOn } }) => ({ version, at, note, dueOn }))).toEqual([
      { version: 2, at: second.changedAt, note: 'De leverancier is later.', dueOn: '2027-09-01' },
      { version: 1, at: first.changedAt, note: '', dueOn: '2027-06-01' },
    ]);
  });

  it('keeps dates as dates in the history of a meeting', async () => {
    const { id: buurtId } = await givenBuurt();
    const meeting = aMeeting({ buurtId });
    await realm().meetings.save(meeting, '');
    const {
      id: _id,
      buurtId: _buurt,
      slug: _slug,
      reportPromised: _promised,
      version,
      publishedAt: _published,
      changedAt,
      ...content
    } = meeting;
    expect(await realm().meetings.history(meeting.id)).toEqual([{ version, at: changedAt, note: '', content }]);
  });

  it('keeps the address, the buurt and the first day of a text, whatever a later version says', async () => {
    const { id: buurtId } = await givenBuurt();
    const theme = aTheme({ buurtId });
    await realm().themes.save(theme, '');
    const other = { slug: 'elsewhere', buurtId: 'elsewhere', publishedAt: new Date(0), title: 'Nieuwe titel' };
    expect(await realm().themes.save(nextVersion(theme, other), '')).toBe('saved');
    expect(await realm().themes.get(theme.id)).toEqual(nextVersion(theme, { title: 'Nieuwe titel' }));
  });

  it('refuses a slug that another text of the portal has', async () => {
    const { id: buurtId } = await givenBuurt();
    const meeting = aMeeting({ buurtId });
    expect(await realm().meetings.save(meeting, '')).toBe('saved');
    expect(await realm().meetings.save(aMeeting({ buurtId, slug: meeting.slug }), '')).toBe('stale');
  });

  it('lets two buurten have a theme with the same slug', async () => {
    const [one, two] = [await givenBuurt(), await givenBuurt()];
    expect(await realm().themes.save(aTheme({ buurtId: one.id, slug: 'deuren' }), '')).toBe('saved');
    const theme = aTheme({ buurtId: two.id, slug: 'deuren' });
    expect(await realm().themes.save(theme, '')).toBe('saved');
    expect(await realm().themes.find(two.id, 'deuren')).toEqual(theme);
  });

  it('refuses a text of a buurt that is not there', async () => {
    await expect(realm().themes.save(aTheme({ buurtId: newId() }), '')).rejects.toThrow();
  });

  /** The first version of each kind of text, and how to save it and a next one. */
  const kinds: [
    string,
    (buurtId: string) => { save: (version: number) => Promise<SaveOutcome>; history: () => Promise<unknown[]> },
  ][] = [
    [
      'buurt',
      () => {
        const buurt = aBuurt();
        const { buurten } = realm();
        return { save: (version) => buurten.save({ ...buurt, version }, ''), history: () => buurten.history(buurt.id) };
      },
    ],
    [
      'theme',
      (buurtId) => {
        const theme = aTheme({ buurtId });
        const { themes } = realm();
        return { save: (version) => themes.save({ ...theme, version }, ''), history: () => themes.history(theme.id) };
      },
    ],
    [
      'intervention',
      (buurtId) => {
        const intervention = anIntervention({ buurtId });
        const { interventions } = realm();
        return {
          save: (version) => interventions.save({ ...intervention, version }, ''),
          history: () => interventions.history(intervention.id),
        };
      },
    ],
    [
      'update',
      (buurtId) => {
        const update = anUpdate({ buurtId });
        const { updates } = realm();
        return {
          save: (version) => updates.save({ ...update, version }, ''),
          history: () => updates.history(update.id),
        };
      },
    ],
    [
      'response',
      (buurtId) => {
        const response = aResponse({ buurtId });
        const { responses } = realm();
        return {
          save: (version) => responses.save({ ...response, version }, ''),
          history: () => responses.history(response.id),
        };
      },
    ],
    [
      'meeting',
      (buurtId) => {
        const meeting = aMeeting({ buurtId });
        const { meetings } = realm();
        return {
          save: (version) => meetings.save({ ...meeting, version }, ''),
          history: () => meetings.history(meeting.id),
        };
      },
    ],
    [
      'report',
      (buurtId) => {
        const report = aReport({ buurtId });
        const { reports } = realm();
        return {
          save: (version) => reports.save({ ...report, version }, ''),
          history: () => reports.history(report.id),
        };
      },
    ],
  ];

  it.each(kinds)(
    'lets one of two people who save the same version of a %s win, at every version',
    async (_kind, given) => {
      const { id } = await givenBuurt();
      const { save, history } = given(id);
      for (const version of [1, 2, 3]) {
        const outcomes = await Promise.all([save(version), save(version)]);
        expect(outcomes.sort()).toEqual(['saved', 'stale']);
      }
      expect(await save(5)).toBe('stale');
      expect(await history()).toHaveLength(3);
    },
  );

  it('shows an intervention with its reports, newest first, each once', async () => {
    const { id: buurtId } = await givenBuurt();
    const intervention = anIntervention({ buurtId, target: null, place: null, dueOn: null });
    await realm().interventions.save(intervention, '');
    expect(await realm().interventions.get(intervention.id)).toEqual({ ...intervention, progress: [] });

    const early = aProgress({
      interventionId: intervention.id,
      at: new Date('2027-02-01T10:00:00.000Z'),
      reached: 12.5,
    });
    const late = aProgress({
      interventionId: intervention.id,
      at: new Date('2027-03-01T10:00:00.000Z'),
      reached: null,
    });
    for (const report of [early, late, early]) await realm().interventions.addProgress(report);
    const shown = { ...intervention, progress: [late, early] };
    expect(await realm().interventions.list(buurtId)).toEqual([shown]);
    expect(await realm().interventions.find(buurtId, intervention.slug)).toEqual(shown);
  });

  it('lists updates newest first, as many as asked', async () => {
    const { id: buurtId } = await givenBuurt();
    const days = ['2027-01-02', '2027-01-04', '2027-01-03'];
    for (const day of days)
      await realm().updates.save(anUpdate({ buurtId, title: day, publishedAt: new Date(day) }), '');
    expect((await realm().updates.list(buurtId, 2)).map(({ title }) => title)).toEqual(['2027-01-04', '2027-01-03']);
  });

  it('lists themes by the day they started and responses by the day we heard it, newest first', async () => {
    const { id: buurtId } = await givenBuurt();
    for (const startedOn of ['2026-05-01', '2027-05-01']) await realm().themes.save(aTheme({ buurtId, startedOn }), '');
    for (const heardOn of ['2026-05-01', '2027-05-01'])
      await realm().responses.save(aResponse({ buurtId, heardOn }), '');
    expect((await realm().themes.list(buurtId)).map(({ startedOn }) => startedOn)).toEqual([
      '2027-05-01',
      '2026-05-01',
    ]);
    expect((await realm().responses.list(buurtId)).map(({ heardOn }) => heardOn)).toEqual(['2027-05-01', '2026-05-01']);
  });
});
