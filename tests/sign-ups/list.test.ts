import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { refused, VISITOR, type Actor, type Grant } from '../../src/domain/kernel/index.ts';
import { exportWords } from '../../src/web/views/meetings-list.ts';
import { translate } from '../../src/web/translate.ts';
import { aForm, aWorld, ENGINES, type World } from './given.ts';

const account = (...grants: Grant[]): Actor => ({ kind: 'account', accountId: 'a', name: 'Samira', grants });

describe.each(ENGINES)('the list of who comes, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const organiserOf = ({ buurtId }: { buurtId: string }) => account({ role: 'organiser', buurtId });

  it('is for organisers of that buurt alone', async () => {
    const meeting = await world.announce();
    const { buurtId } = meeting;
    const others: Actor[] = [
      VISITOR,
      account(),
      account({ role: 'organiser', buurtId: 'another' }),
      account({ role: 'professional', buurtId }),
      account({ role: 'desk', buurtId: null }),
      account({ role: 'administrator', buurtId: null }),
    ];
    for (const actor of others) {
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
      value: { placed: 4, waiting: 3 },
    });
  });

  it('goes out as a file that a spreadsheet reads as text, and the audit log keeps who took it', async () => {
    const meeting = await world.announce({ places: 50 });
    const evil = ['=1+1', '+31', '-2', '@som', '\uff1d1', ' =1', 'twee "regels";\nen meer'];
    for (const needs of evil) await world.signUps.register(aForm(meeting, { needs }));
    await world.signUps.register(aForm(meeting, { name: 'Ümit Şahin' }));
    const exported = await world.signUps.exportCsv(organiserOf(meeting), meeting.id, exportWords(translate));
    const file = exported.ok ? exported.value : '';
    expect(file.startsWith('\ufeff"Nr.";"Stand";"Naam"')).toBe(true);
    const rows: string[][] = parse(file, { bom: true, delimiter: ';' });
    expect(rows).toHaveLength(9);
    const needs = rows.slice(1).map((row) => row[5] ?? '');
    expect(needs.slice(0, 6).every((cell) => cell.startsWith("'"))).toBe(true);
    expect(needs[6]).toBe('twee "regels";\nen meer');
    expect(rows.at(-1)?.[2]).toBe('Ümit Şahin');
    const [entry] = world.exports.slice(-1);
    expect(entry).toMatchObject({
      object: `meeting:${meeting.id}`,
      result: 'done',
      buurtId: meeting.buurtId,
      note: '8',
    });
    expect(JSON.stringify(world.exports)).not.toContain('voorbeeld.nl');
  });
});
