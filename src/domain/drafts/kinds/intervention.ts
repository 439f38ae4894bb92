import type { InterventionContent, Target } from '../../interventions/index.ts';
import { dayOf } from '../../kernel/index.ts';
import { furthestDay, writePoint, type FieldReader } from '../field-reader.ts';
import { idsOf, type Kind } from './kind.ts';

/** A number and what is counted belong together: one without the other is no target. */
function readTarget(reader: FieldReader): Target | null {
  const number = reader.whole('targetNumber', 1, 10_000_000);
  const unit = reader.text('targetUnit', { max: 40, optional: true });
  if (number !== null && unit === '') reader.report('targetUnit', 'needs-partner');
  if (number === null && unit !== '' && reader.raw('targetNumber') === '')
    reader.report('targetNumber', 'needs-partner');
  return number === null || unit === '' ? null : { number, unit };
}

export const interventionKind: Kind<InterventionContent> = {
  fields: [
    'title',
    'owner',
    'promise',
    'dueOn',
    'targetNumber',
    'targetUnit',
    'description',
    'themeIds',
    'placeName',
    'point',
  ],
  read(reader, { now, themes }) {
    // A day in the past is allowed: a promise that is late already is told as such.
    const dueOn = reader.optionalDay('dueOn');
    if (dueOn !== null && dueOn > furthestDay(dayOf(now))) reader.report('dueOn', 'too-far-away');
    return {
      title: reader.text('title', { max: 80 }),
      owner: reader.text('owner', { max: 120 }),
      promise: reader.text('promise', { max: 200 }),
      dueOn,
      target: readTarget(reader),
      description: reader.text('description', { max: 10_000, optional: true }),
      themeIds: reader.references('themeIds', idsOf(themes)),
      placeName: reader.text('placeName', { max: 120, optional: true }),
      place: reader.point('point'),
    };
  },
  write: ({ target, place, dueOn, ...rest }) => ({
    ...rest,
    dueOn: dueOn ?? '',
    targetNumber: target === null ? '' : String(target.number),
    targetUnit: target?.unit ?? '',
    point: writePoint(place),
  }),
  blank: () => ({}),
};
