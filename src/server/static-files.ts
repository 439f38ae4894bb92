import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { z } from 'astro/zod';
import { Prepared } from './prepared.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Names with a hash in them: what they hold never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';
const ASK_AGAIN = 'no-cache';

const headersFile = z.array(
  z.object({ pathname: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
);

/** What Astro wrote beside the pages that it rendered at build time: their security policy. */
async function policies(buildDir: string): Promise<Map<string, Record<string, string>>> {
  const text = await readFile(join(buildDir, '_headers.json'), 'utf8').catch(() => '[]');
  return new Map(
    headersFile
      .parse(JSON.parse(text))
      .map(({ pathname, headers }) => [
        pathname,
        Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value])),
      ]),
  );
}

function cacheControl(path: string, type: string): string {
  if (path.startsWith('/_astro/')) return FOREVER;
  return type.startsWith('text/html') ? ASK_AGAIN : AN_HOUR;
}

/** Every file of the build by its address, in memory and compressed: nothing on disk can be asked for that is not in the list. */
export async function loadStaticFiles(buildDir: string): Promise<ReadonlyMap<string, Prepared>> {
  const folder = join(buildDir, 'client');
  const own = await policies(buildDir);
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = entries.map(async ({ parentPath, name }): Promise<readonly [string, Prepared]> => {
    const file = join(parentPath, name);
    const path = `/${relative(folder, file).split(sep).join('/')}`.replace(/(?:\/index)?\.html$/, '') || '/';
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const headers = { ...own.get(path), 'content-type': type, 'cache-control': cacheControl(path, type) };
    return [
      path,
      await new Prepared({
        name: path.startsWith('/_astro/') ? '/_astro/*' : path,
        headers,
        body: await readFile(file),
        quality: 11,
      }).warmUp(),
    ];
  });
  return new Map(await Promise.all(files));
}
