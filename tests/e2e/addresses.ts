import type { APIRequestContext } from '@playwright/test';
import { PUBLIC_PATTERNS } from '../../src/server/public-pages.ts';

/** Every address in the sitemap, as a path. */
export async function publicAddresses(request: APIRequestContext): Promise<string[]> {
  const text = await (await request.get('/sitemap.xml')).text();
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address.replaceAll('&#38;', '&')).pathname,
  );
}

const expressionOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\[\w+\]/g, '[^/]+')}$`);

/** One address of this kind, where the sample has most to show. */
export async function addressOf(request: APIRequestContext, pattern: string): Promise<string> {
  const found = (await publicAddresses(request)).filter((path) => expressionOf(pattern).test(path));
  const best = found.find((path) => path.includes('/h-buurt')) ?? found[0];
  if (best === undefined) throw new Error(`The sample has no page like ${pattern}`);
  return best;
}

/** Kinds of pages that anybody can open: not feeds and drawings, whose address ends like a file. */
export const PAGE_KINDS: readonly string[] = PUBLIC_PATTERNS.filter((pattern) => !/\.\w+$/.test(pattern));
