import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { anAuditEntry } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const day = (number: number) => new Date(Date.UTC(2027, 0, number));

onBothEngines('audit log', openProfessionals, (realm) => {
  it('lists entries of a buurt, newest first, page by page', async () => {
    const buurtId = newId();
    const entries = [1, 2, 3].map((number) => anAuditEntry({ buurtId, at: day(number) }));
    for (const entry of entries) await realm().audit.add(entry);
    await realm().audit.add(anAuditEntry({ buurtId: null }));
    const [first, second, third] = entries;
    expect(await realm().audit.list({ buurtId, limit: 2 })).toEqual([third, second]);
    expect(await realm().audit.list({ buurtId, before: day(2), limit: 2 })).toEqual([first]);
  });

  it('lists all buurten, and what belongs to none, when none is asked', async () => {
    const entry = anAuditEntry({ buurtId: null, at: new Date('2099-01-01T00:00:00.000Z'), result: 'refused' });
    await realm().audit.add(entry);
    expect(await realm().audit.list({ limit: 1 })).toEqual([entry]);
  });
});
