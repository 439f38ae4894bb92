import { defineAction } from '../web/forms/define-action.ts';
import { refusal } from '../web/forms/refusals.ts';

/** The desk makes a new count public. */
const release = defineAction({
  accept: 'form',
  handler: async (_, { locals: { app, actor } }) => {
    const released = await app.signals.releases.release(actor);
    if (!released.ok) throw refusal('FORBIDDEN', 'releases.plan.forbidden');
    return released.value;
  },
});

/** Counts of signals, in batches. */
export const releases = { release };
