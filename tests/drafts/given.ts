import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeAudit } from '../../src/domain/audit/index.ts';
import { makeDrafts, type Draft, type DraftKind, type DraftNeeds } from '../../src/domain/drafts/index.ts';
import { newId, type Actor, type Grant } from '../../src/domain/kernel/index.ts';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { aBuurt, anArea, anIntervention, aTheme } from '../factories/index.ts';
import { aPostgresDatabase } from '../postgres.ts';

const anActor = (name: string, ...grants: Grant[]): Actor => ({
  kind: 'account',
  accountId: `account-${name}`,
  name,
  grants,
});

/** A buurt with a theme and an intervention, two stores and the people around them; gone when the test is. */
export async function givenDrafts({
  engine = 'sqlite',
  ...changes
}: { engine?: 'sqlite' | 'postgres' } & Partial<DraftNeeds> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'drafts-'));
  const target = async (realm: string) =>
    engine === 'sqlite' ? { sqlite: join(folder, `${realm}.sqlite`) } : { postgres: await aPostgresDatabase() };
  const published = openPublished(await target('published'));
  const professionals = openProfessionals(await target('professionals'));
  await Promise.all([published.database.migrate(), professionals.database.migrate()]);
  onTestFinished(async () => {
    await published.database[Symbol.asyncDispose]();
    await professionals.database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const clock = { now: new Date('2027-02-10T09:00:00.000Z') };
  const [buurt, elsewhere] = [aBuurt({ name: 'Lindebuurt' }), aBuurt({ name: 'Eikenbuurt' })];
  const theme = aTheme({ buurtId: buurt.id });
  const intervention = anIntervention({ buurtId: buurt.id, themeIds: [theme.id] });
  await published.areas.storeAll([anArea(), anArea({ code: 'GM0363', kind: 'gemeente', name: 'Amsterdam' })]);
  await published.buurten.save(buurt, '');
  await published.buurten.save(elsewhere, '');
  await published.themes.save(theme, '');
  await published.interventions.save(intervention, '');

  const audit = makeAudit({ store: professionals.audit, now: () => clock.now, newId });
  const meetingsTold: Meeting[] = [];
  const reportsTold: Meeting[] = [];
  const problems: string[] = [];
  const needs: DraftNeeds = {
    drafts: professionals.drafts,
    draftPictures: professionals.pictures,
    published,
    record: audit.record,
    onMeetingPublished: (meeting) => Promise.resolve(meetingsTold.push(meeting)),
    onReportPublished: (meeting) => Promise.resolve(reportsTold.push(meeting)),
    report: (problem) => problems.push(problem),
    now: () => clock.now,
    newId,
    ...changes,
  };
  const drafts = makeDrafts(needs);
  const organiser = anActor('Samira', { role: 'organiser', buurtId: buurt.id });

  /** A stored draft with these fields over what it begins with. */
  async function aStoredDraft(
    kind: DraftKind,
    fields: Draft['fields'],
    subjectId: string | null = null,
  ): Promise<Draft> {
    const begun = await drafts.begin(organiser, { kind, buurtId: buurt.id, subjectId });
    if (!begun.ok) throw new Error(begun.reason);
    const made = await drafts.create(organiser, { ...begun.value, fields: { ...begun.value.fields, ...fields } });
    if (!made.ok) throw new Error(made.reason);
    return made.value;
  }

  return {
    ...{ folder, clock, published, professionals, needs, drafts, aStoredDraft, meetingsTold, reportsTold, problems },
    ...{ buurt, elsewhere, theme, intervention, organiser },
    people: {
      organiser,
      'organiser of another buurt': anActor('Ole', { role: 'organiser', buurtId: elsewhere.id }),
      professional: anActor('Pim', { role: 'professional', buurtId: buurt.id }),
      'signal desk': anActor('Dina', { role: 'desk', buurtId: null }),
      administrator: anActor('Aad', { role: 'administrator', buurtId: null }),
      visitor: { kind: 'visitor' },
    } as const satisfies Record<string, Actor>,
  };
}

/** What was said at a meeting, and what was agreed. */
export const reportFields = {
  said: 'De lampen in de kelder zijn vaak stuk.',
  agreementWhat: ['Nieuwe lampen'],
  agreementOwner: ['Woonbedrijf Zuid'],
  agreementDueOn: ['2027-06-01'],
  next: 'Wij leggen uw vragen voor.',
  tellOn: '2027-05-01',
};

export const themeFields = {
  title: 'Veilig de trap op',
  summary: 'De trappen worden licht en schoon.',
  intendedOutcome: 'Iedereen durft in het donker de trap op.',
};

export const meetingFields = {
  title: 'Praat mee over de trappen',
  summary: 'Een avond over licht en schoon.',
  day: '2027-03-18',
  begin: '19:30',
  end: '21.30',
  placeName: 'Buurthuis De Linde',
  address: 'Lindestraat 1',
  places: '40',
};
