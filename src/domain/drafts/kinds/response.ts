import { dayOf } from '../../kernel/index.ts';
import { DECISIONS, HEARD_FROM, type ResponseContent } from '../../responses/index.ts';
import { idsOf, type Kind } from './kind.ts';

export const responseKind: Kind<ResponseContent> = {
  fields: ['heardFrom', 'heardOn', 'heard', 'decision', 'answer', 'themeId', 'interventionId'],
  read(reader, { now, themes, interventions }) {
    const today = dayOf(now);
    const heardOn = reader.day('heardOn', today);
    if (heardOn > today) reader.report('heardOn', 'day-in-future');
    return {
      heardFrom: reader.choice('heardFrom', HEARD_FROM),
      heardOn,
      heard: reader.text('heard', { max: 500 }),
      decision: reader.choice('decision', DECISIONS),
      answer: reader.text('answer', { max: 1_000 }),
      themeId: reader.reference('themeId', idsOf(themes)),
      interventionId: reader.reference('interventionId', idsOf(interventions)),
    };
  },
  write: ({ themeId, interventionId, ...rest }) => ({
    ...rest,
    themeId: themeId ?? '',
    interventionId: interventionId ?? '',
  }),
  blank: ({ now }) => ({ heardOn: dayOf(now) }),
};
