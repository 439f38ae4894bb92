import { INTERVENTION_STATES, type Intervention, type Progress } from '../../interventions/index.ts';
import type { Kind } from './kind.ts';

/** What an organiser reports; the day and the id come with publishing. */
export type ProgressContent = Pick<Progress, 'state' | 'reached' | 'text'>;

/** The count goes on from the last report that had one. */
const lastReached = (subject: Intervention | undefined) =>
  subject?.progress.find(({ reached }) => reached !== null)?.reached;

export const progressKind: Kind<ProgressContent> = {
  fields: ['state', 'reached', 'text'],
  read: (reader) => ({
    state: reader.choice('state', INTERVENTION_STATES),
    reached: reader.whole('reached', 0, 10_000_000),
    text: reader.text('text', { max: 5_000 }),
  }),
  write: ({ state, reached, text }) => ({ state, reached: reached === null ? '' : String(reached), text }),
  blank: ({ interventions: [subject] }) => ({
    state: subject?.progress[0]?.state ?? 'running',
    reached: String(lastReached(subject) ?? ''),
  }),
};
