import { randomUUID } from 'node:crypto';
import type { App } from '../../src/app.ts';
import { makePublisher } from '../../src/tasks/sample/publisher.ts';
import { get } from './http.ts';
import type { Server } from './process.ts';
import { median, type Line } from './report.ts';

const ROUNDS = 15;

/** From the commit of a text in this process until the other process, the server, shows it. */
export async function measurePublishing(app: App, portal: Server): Promise<Line[]> {
  const [buurt] = await app.buurten.list();
  if (!buurt) throw new Error('The sample has no buurt to measure with');
  const publish = makePublisher(app);
  const page = `${portal.url}/buurten/${buurt.slug}`;
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const title = `Meting ${randomUUID()}`;
    const content = { title, text: 'Een meting.', themeIds: [], interventionId: null, pictures: [] };
    await get(page);
    await publish({ text: { kind: 'update', content }, buurtId: buurt.id });
    const begin = performance.now();
    while (!(await get(page)).body.includes(title))
      if (performance.now() - begin > 10_000) throw new Error('A published text did not appear');
    waits.push(performance.now() - begin);
  }
  return [
    { what: 'from publish (another process) to the new page served, median (ms)', value: median(waits), goal: '≤ 100' },
    { what: 'the slowest of them (ms)', value: Math.max(...waits), goal: '≤ 100' },
  ];
}
