import { dayOf } from '../../kernel/index.ts';
import { THEME_PHASES, type ThemeContent } from '../../themes/index.ts';
import { furthestDay } from '../field-reader.ts';
import type { Kind } from './kind.ts';

/** One member a line. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const themeKind: Kind<ThemeContent> = {
  fields: [
    'title',
    'summary',
    'intendedOutcome',
    'phase',
    'startedOn',
    'figuresShow',
    'weHear',
    'judgement',
    'indicators',
    'lead',
    'members',
    'rhythm',
  ],
  read(reader, { now, indicators }) {
    const today = dayOf(now);
    const startedOn = reader.day('startedOn', today);
    if (startedOn > furthestDay(today)) reader.report('startedOn', 'too-far-away');
    return {
      title: reader.text('title', { max: 80 }),
      summary: reader.text('summary', { max: 300 }),
      intendedOutcome: reader.text('intendedOutcome', { max: 5_000 }),
      phase: reader.choice('phase', THEME_PHASES),
      startedOn,
      figuresShow: reader.text('figuresShow', { max: 10_000, optional: true }),
      weHear: reader.text('weHear', { max: 10_000, optional: true }),
      judgement: reader.text('judgement', { max: 10_000, optional: true }),
      indicators: reader.references('indicators', indicators),
      workingGroup: {
        lead: reader.text('lead', { max: 120, optional: true }),
        members: lines(reader.text('members', { max: 2_000, optional: true })),
        rhythm: reader.text('rhythm', { max: 200, optional: true }),
      },
    };
  },
  write: ({ workingGroup, indicators, ...rest }) => ({
    ...rest,
    indicators,
    lead: workingGroup.lead,
    members: workingGroup.members.join('\n'),
    rhythm: workingGroup.rhythm,
  }),
  blank: ({ now }) => ({ phase: 'start', startedOn: dayOf(now) }),
};
