import type { Account } from '../../src/domain/accounts/index.ts';
import type { AuditEntry } from '../../src/domain/audit/index.ts';
import type { Draft } from '../../src/domain/drafts/index.ts';
import { newId } from '../../src/domain/kernel/index.ts';

export function anAccount(changes: Partial<Account> = {}): Account {
  const id = changes.id ?? newId();
  return {
    id,
    email: `${id}@example.org`,
    name: 'Samira Bakker',
    grants: [],
    passwordHash: null,
    totpSecret: null,
    totpLastStep: null,
    createdAt: new Date('2027-01-04T08:00:00.000Z'),
    ...changes,
  };
}

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: newId(),
  kind: 'update',
  buurtId: 'lindebuurt',
  subjectId: null,
  baseVersion: null,
  fields: { title: 'De eerste deuren hangen', themes: ['a', 'b'] },
  revision: 1,
  changedAt: new Date('2027-02-01T10:00:00.000Z'),
  changedBy: 'Samira Bakker',
  discardedAt: null,
  ...changes,
});

export const anAuditEntry = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  id: newId(),
  at: new Date('2027-02-01T10:00:00.000Z'),
  actorId: 'account',
  actorName: 'Samira Bakker',
  action: 'publish',
  object: 'theme:1',
  buurtId: 'lindebuurt',
  result: 'done',
  note: '',
  ...changes,
});
