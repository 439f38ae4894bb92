import { dayOf } from '../../kernel/index.ts';
import type { Agreement, ReportContent } from '../../meetings/index.ts';
import { furthestDay, type FieldReader } from '../field-reader.ts';
import { idsOf, type Kind, type Surroundings } from './kind.ts';
import { rowsOf } from './rows.ts';

const COLUMNS = ['agreementWhat', 'agreementOwner', 'agreementDueOn', 'agreementInterventionId'] as const;

/** Nobody is bound by an agreement without an owner; an owner without a task is a slip. A row with nothing in it is left out. */
function readAgreements(reader: FieldReader, { now, interventions }: Surroundings): Agreement[] {
  const done = reader.all('agreementDone');
  return rowsOf(reader, COLUMNS).flatMap((index) => {
    if (COLUMNS.every((column) => (reader.all(column)[index] ?? '') === '')) return [];
    const what = reader.textAt('agreementWhat', index, { max: 300 });
    const owner = reader.textAt('agreementOwner', index, { max: 120 });
    if (what === '') reader.report('agreementWhat', 'needs-partner', { index });
    if (owner === '') reader.report('agreementOwner', 'needs-partner', { index });
    // A day in the past is allowed: an agreement that is late already is told as such.
    const dueOn = reader.optionalDay('agreementDueOn', index);
    if (dueOn !== null && dueOn > furthestDay(dayOf(now))) reader.report('agreementDueOn', 'too-far-away', { index });
    const interventionId = reader.reference('agreementInterventionId', idsOf(interventions), index);
    return [{ what, owner, dueOn, interventionId, done: done.includes(String(index)) }];
  });
}

/** A report is of a meeting that was held. */
function checkMeeting(reader: FieldReader, { now, meeting }: Surroundings): void {
  if (meeting === undefined) return;
  if (meeting.cancelled !== null) reader.report('said', 'meeting-called-off');
  else if (meeting.endsAt > now) reader.report('said', 'meeting-not-ended');
}

/** The day on which residents hear more must be to come when it is promised; a promise that stood already may stay. */
function readTellOn(reader: FieldReader, { now, report }: Surroundings): string | null {
  const tellOn = reader.optionalDay('tellOn');
  if (tellOn === null || tellOn === report?.tellOn) return tellOn;
  const today = dayOf(now);
  if (tellOn < today) reader.report('tellOn', 'day-in-past');
  if (tellOn > furthestDay(today)) reader.report('tellOn', 'too-far-away');
  return tellOn;
}

export const reportKind: Kind<ReportContent> = {
  // The agreements stand side by side in columns; `agreementDone` holds the numbers of the rows that are done, from 0.
  fields: ['attended', 'said', ...COLUMNS, 'agreementDone', 'next', 'tellOn'],
  read(reader, surroundings) {
    checkMeeting(reader, surroundings);
    return {
      attended: reader.whole('attended', 0, 5_000),
      said: reader.text('said', { max: 20_000 }),
      agreements: readAgreements(reader, surroundings),
      next: reader.text('next', { max: 5_000 }),
      tellOn: readTellOn(reader, surroundings),
    };
  },
  write: ({ said, agreements, next, tellOn, attended }) => ({
    attended: attended === null ? '' : String(attended),
    said,
    agreementWhat: agreements.map(({ what }) => what),
    agreementOwner: agreements.map(({ owner }) => owner),
    agreementDueOn: agreements.map(({ dueOn }) => dueOn ?? ''),
    agreementInterventionId: agreements.map(({ interventionId }) => interventionId ?? ''),
    agreementDone: agreements.flatMap(({ done }, index) => (done ? [String(index)] : [])),
    next,
    tellOn: tellOn ?? '',
  }),
  blank: () => ({}),
};
