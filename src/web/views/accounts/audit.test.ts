import { describe, expect, it } from 'vitest';
import { anAuditEntry } from '../../../../tests/factories/index.ts';
import { translate as t } from '../../translate.ts';
import { auditRows, beforeOf } from './audit.ts';

const needs = { t, buurten: [{ id: 'b1', name: 'H-buurt' }], accounts: [{ id: 'a2', name: 'Samira' }] };
const row = (changes: Parameters<typeof anAuditEntry>[0]) => auditRows([anAuditEntry(changes)], needs)[0];

describe('a line of the audit log', () => {
  it('says in words who did what, and in which buurt', () => {
    expect(
      row({ actorName: 'Noor', action: 'draft.publish', object: 'theme:t1', note: 'Schone portieken', buurtId: 'b1' }),
    ).toMatchObject({
      who: 'Noor',
      deed: 'publiceren',
      what: 'thema: Schone portieken',
      buurt: 'H-buurt',
      result: 'gelukt',
      when: 'maandag 1 februari 2027, 11.00 uur',
      machine: '2027-02-01T11:00:00+01:00',
    });
  });

  it('names the account and the role that it got', () => {
    expect(row({ action: 'account.grant', object: 'account:a2', note: 'organiser' })?.what).toBe(
      'account: Samira: organisator',
    );
  });

  it('shows a deed that has no sentence yet as it is, instead of failing', () => {
    expect(row({ action: 'finding.publish', object: 'finding:f1', note: '' })).toMatchObject({
      deed: 'finding.publish',
      what: 'finding',
    });
  });

  it('tells a visitor and the portal from people', () => {
    expect(row({ actorId: 'visitor', actorName: '' })?.who).toBe('onbekende');
    expect(row({ actorId: 'system:klok', actorName: 'klok' })?.who).toBe('het portaal (klok)');
  });
});

describe('the moment in an address', () => {
  it('is read when it is one', () => {
    expect(beforeOf('2027-03-01T08:00:00.000Z')).toEqual(new Date('2027-03-01T08:00:00Z'));
  });
  it.each([null, '', 'gisteren', '2027-13-45T99:99:99Z', '2027-03-01', '1'])('is none in %j', (text) => {
    expect(beforeOf(text)).toBeUndefined();
  });
});
