import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';

const INLINE = /<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;
const HASH = / 'sha256-[\w+/=]+'/g;

/** What stands between the tags is the same on every page; hashing it took longer than the rest of this. */
const MOST_KEPT = 500;
const kept = new Map<string, string>();

function hashOf(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const hash = ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  kept.set(text, hash);
  return hash;
}

/**
 * Astro lists the hashes of all scripts and styles of the site in the policy of each page: four kilobytes that are never
 * compressed. This leaves those that the page really has between its tags; files of our own host are allowed as they are.
 */
export function trimPolicy(answer: Answer): Answer {
  const { headers, body } = answer;
  const policy = headers['content-security-policy'];
  const type = headers['content-type'];
  if (typeof policy !== 'string' || typeof type !== 'string' || !type.startsWith('text/html')) return answer;
  const used = new Set<string>();
  for (const [, , text = ''] of body.toString('utf8').matchAll(INLINE)) if (text !== '') used.add(hashOf(text));
  const trimmed = policy.replace(HASH, (hash) => (used.has(hash) ? hash : ''));
  return { ...answer, headers: { ...headers, 'content-security-policy': trimmed } };
}
