/** The portal as `src/serve.ts` starts it, with a clock that its parent moves; what the clock does then is done at once. */
import { z } from 'astro/zod';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/server/log.ts';
import { runPortal } from '../../src/server/run.ts';

const order = z.object({ laterMs: z.number().min(0) });
const tell = (answer: { readonly port: number } | { readonly moved: string }) => process.send?.(answer);

let offset = 0;
const now = () => new Date(Date.now() + offset);
// Pages that are kept in memory grow older as well.
const ticks = performance.now.bind(performance);
performance.now = () => ticks() + offset;
const config = readConfig();
const app = openApp(config, { now });
const portal = await runPortal({ config, app, log: openLog() });

async function move(laterMs: number): Promise<void> {
  offset += laterMs;
  await app.signUps.reconcilePlaces();
  await app.signUps.settle();
  await app.signUps.sendNews();
  await app.forget();
  await app.outbox.sendDue();
  tell({ moved: now().toISOString() });
}

process.on('message', (message) => void move(order.parse(message).laterMs));
process.once('disconnect', () => void portal.stop().then(() => process.exit(0)));
tell({ port: portal.port });
