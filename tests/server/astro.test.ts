import type { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAstro } from '../../src/server/astro.ts';

declare global {
  // What the build of the test was asked.
  var askedOfAstro: { readonly socket: EventEmitter }[];
}

/** A build of one page, with Astro's own code between its request and answer and ours. */
const ENTRY = `
import { createRequestFromNodeRequest, writeResponse } from 'astro/app/node';
export async function handler(asked, answer) {
  globalThis.askedOfAstro.push(asked);
  const { url } = createRequestFromNodeRequest(asked, {});
  await writeResponse(new Response('You asked ' + new URL(url).pathname, { status: 200 }), answer);
}`;

describe('a page of Astro', () => {
  const request = { method: 'GET', headers: {}, body: Buffer.alloc(0), address: undefined, locals: {} } as const;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'buurtbalans-build-'));
    symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'server'));
    writeFileSync(join(folder, 'server/entry.mjs'), ENTRY);
    globalThis.askedOfAstro = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is collected whole', async () => {
    const render = await loadAstro(folder, 'http://portal.example');
    const { status, body } = await render({ ...request, url: '/over' });
    expect([status, body.toString()]).toEqual([200, 'You asked /over']);
  });

  it('is let go of when it was answered: otherwise each page would stay in memory for good', async () => {
    const render = await loadAstro(folder, 'http://portal.example');
    await render({ ...request, url: '/over' });
    expect(globalThis.askedOfAstro.map(({ socket }) => socket.listenerCount('close'))).toEqual([0]);
  });
});
