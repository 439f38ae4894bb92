/** One of several people at the desk, in a process of their own: decides on each signal, and says where it was first. */
import { z } from 'astro/zod';
import { SIGNAL_STATES } from '../../src/domain/signals/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';

const plan = z
  .object({
    target: z.union([z.object({ sqlite: z.string() }), z.object({ postgres: z.string() })]),
    ids: z.array(z.string()),
    to: z.enum(SIGNAL_STATES),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const { database, deskStore } = openSignals(plan.target);
for (const id of plan.ids)
  if ((await deskStore.change([{ id, from: 'new', turns: 0, to: plan.to }])) === 'done')
    process.stdout.write(`${id}\n`);
await database[Symbol.asyncDispose]();
