import autocannon from 'autocannon';
import { get } from './http.ts';
import type { Server } from './process.ts';
import { median, type Line } from './report.ts';

const ROUNDS = 5;
/** Requests in a round. */
const MANY = 15_000;
/** What a page costs that has to be made shows with fewer. */
const FEW = 400;
/** A server that runs for weeks has been compiled to machine code long ago: so must these two be. */
const WARM_UP = 40_000;

interface Load {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly amount: number;
}

/** Requests per second of processor that the server used: other work on the machine changes that far less than requests per second. */
async function pace(server: Server, { path, headers, amount }: Load): Promise<number> {
  const before = server.cpu();
  const result = await autocannon({ url: server.url + path, connections: 32, amount, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path} was not always answered: ${result.non2xx} refused, ${result.errors} lost`);
  return result.requests.total / (server.cpu() - before);
}

/** A page through our server, and the same bytes through a bare one, in turns. */
export async function measureServing({
  portal,
  bare,
  path,
}: {
  portal: Server;
  bare: Server;
  path: string;
}): Promise<Line[]> {
  const readers = { 'accept-encoding': 'br' };
  const load: Load = { path, headers: readers, amount: MANY };
  for (const server of [bare, portal]) await pace(server, { ...load, amount: WARM_UP });
  const [ours, theirs, made]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await pace(bare, load));
    ours.push(await pace(portal, load));
  }
  // A cookie of a session keeps the page out of memory.
  for (let round = 0; round < ROUNDS; round += 1)
    made.push(await pace(portal, { path, headers: { cookie: 'sessie=none' }, amount: FEW }));
  const rate = (paces: readonly number[]) => Math.round(median(paces));
  const { body } = await get(portal.url + path, readers);
  return [
    { what: 'size of the buurt page, compressed (KB)', value: body.length / 1024, goal: '≤ 40' },
    { what: 'bare node:http, same bytes (pages per second of processor)', value: rate(theirs) },
    { what: 'our server, from memory (pages per second of processor)', value: rate(ours) },
    { what: 'Astro, the page made anew (pages per second of processor)', value: rate(made) },
    { what: 'ratio: our server to bare node:http', value: median(ours) / median(theirs), goal: '≥ 0.8' },
    { what: 'ratio: our server to Astro', value: median(ours) / median(made) },
    { what: 'processor for a page that is made (ms)', value: 1000 / median(made), goal: '≤ 2' },
  ];
}
