import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { refused } from '../../src/domain/kernel/index.ts';
import { exportName, exportWords } from '../../src/web/views/participants/export.ts';
import { translate } from '../../src/web/translate.ts';
import { aForm, aWorld, ENGINES, type World, everybodyElse, organiserOf } from './given.ts';

describe.each(ENGINES)('the list of who comes, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('is for organisers of that buurt alone', async () => {
    const meeting = await world.announce();
    for (const actor of everybodyElse(meeting)) {
      expect(await world.signUps.list(actor, meeting.id)).toEqual(refused('forbidden'));
      expect(await world.signUps.exportCsv(actor, meeting.id, exportWords(translate))).toEqual(refused('forbidden'));
    }
    expect(await world.signUps.list(organiserOf(meeting), meeting.id)).toMatchObject({ ok: true });
    expect(await world.signUps.list(organiserOf(meeting), 'nowhere')).toEqual(refused('unknown-meeting'));
  });

  it('counts people, not sign-ups', async () => {
    const meeting = await world.announce({ places: 5 });
    await world.signUps.register(aForm(meeting, { people: 4 }));
    await world.signUps.register(aForm(meeting, { people: 3 }));
    expect(await world.signUps.list(organiserOf(meeting), meeting.id)).toMatchObject({
      value: { placed: 4, held: 4, offered: 0, waiting: 3 },
    });
  });

  it('tells how the last letter to each fares, and what they asked', async () => {
    const meeting = await world.announce({ places: 5 });
    await world.signUps.register(aForm(meeting, { question: 'Komt de corporatie?', by: 'Samira' }));
    const list = await world.signUps.list(organiserOf(meeting), meeting.id);
    const [signUp] = list.ok ? list.value.signUps : [];
    expect(signUp).toMatchObject({ question: 'Komt de corporatie?', by: 'Samira', origin: 'web', arrived: null });
    expect(list).toMatchObject({ value: { letters: [{ signUpId: signUp?.id, kind: 'received', state: 'waiting' }] } });
    await world.post();
    const later = await world.signUps.list(organiserOf(meeting), meeting.id);
    expect(later).toMatchObject({ value: { letters: [{ kind: 'received', state: 'sent', problem: null }] } });
  });

  it('goes out as a file that a spreadsheet reads as text, and the audit log keeps who took it', async () => {
    const meeting = await world.announce({ places: 50 });
    const evil = ['=1+1', '+31', '-2', '@som', '\uff1d1', ' =1', 'twee "regels";\nen meer'];
    for (const needs of evil) await world.signUps.register(aForm(meeting, { needs }));
    const more = { by: 'Samira', people: 2, question: 'Komt de corporatie?', wantsReport: true } as const;
    await world.signUps.register(aForm(meeting, { name: 'Ümit Şahin', language: 'en', ...more }));
    const exported = await world.signUps.exportCsv(organiserOf(meeting), meeting.id, exportWords(translate));
    const file = exported.ok ? exported.value : '';
    expect(file.startsWith('\ufeff"Nummer";"Stand";"Naam"')).toBe(true);
    const rows: Record<string, string>[] = parse(file, { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(8);
    const needs = rows.map((row) => row['Nodig'] ?? '');
    expect(needs.slice(0, 6).every((cell) => cell.startsWith("'"))).toBe(true);
    expect(needs[6]).toBe('twee "regels";\nen meer');
    expect(rows.at(-1)).toMatchObject({
      Naam: 'Ümit Şahin',
      'Aangemeld door': 'Samira',
      Aantal: '2',
      Gekomen: '',
      Vraag: 'Komt de corporatie?',
      Telefoon: '',
      Taal: 'Engels',
      'Wil het verslag': 'ja',
      'Ja gezegd op': '',
    });
    const [entry] = world.exports.slice(-1);
    expect(entry).toMatchObject({
      object: `meeting:${meeting.id}`,
      result: 'done',
      buurtId: meeting.buurtId,
      note: '8',
    });
    expect(JSON.stringify(world.exports)).not.toContain('voorbeeld.nl');
  });

  it('says in the name of the file that there are names in it', () => {
    const name = exportName({ slug: 'licht-op-straat' }, new Date('2027-03-18T23:30:00Z'), translate);
    expect(name).toBe('namen-en-adressen-licht-op-straat-2027-03-19.csv');
  });
});
