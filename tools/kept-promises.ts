/**
 * Which promise (P1–P13 of the signals) is held by which tests, and on which day all of them last passed. A test run writes
 * down what it saw in test-results/; `npm run promises` keeps that in content/promises/kept.json, which goes with a release.
 * The build takes the newest of the two.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

const root = join(import.meta.dirname, '..');
export const KEPT_FILE = join(root, 'content/promises/kept.json');
export const SEEN_FILE = join(root, 'test-results/promises.json');

const keptPromise = z.object({
  /** The day of that run, `2026-11-22`. */
  passedOn: z.iso.date(),
  /** The names of its tests, without the id. */
  tests: z.array(z.string()).min(1),
});
export type KeptPromise = z.infer<typeof keptPromise>;
const keptPromises = z.record(z.string().regex(/^P\d+$/), keptPromise);
export type KeptPromises = z.infer<typeof keptPromises>;

/** A test that ran. */
export interface Ran {
  readonly title: string;
  readonly passed: boolean;
}

const NAMED = /^(P\d+): (.+)$/s;

/** What a whole run shows: only promises of which every test passed. A test that was left out counts as not passed. */
export function promisesOf(tests: readonly Ran[], day: string): KeptPromises {
  const named = tests.flatMap(({ title, passed }) => {
    const [, id, name] = NAMED.exec(title) ?? [];
    return id === undefined || name === undefined ? [] : [{ id, name, passed }];
  });
  const kept = [...Map.groupBy(named, ({ id }) => id)]
    .filter(([, all]) => all.every(({ passed }) => passed))
    .map(([id, all]): [string, KeptPromise] => [
      id,
      { passedOn: day, tests: [...new Set(all.map(({ name }) => name))].toSorted() },
    ]);
  return Object.fromEntries(kept.toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))));
}

/** Of each promise the newest of the two. */
export function newest(one: KeptPromises, other: KeptPromises): KeptPromises {
  const later = Object.entries(other).filter(([id, { passedOn }]) => passedOn >= (one[id]?.passedOn ?? ''));
  return { ...one, ...Object.fromEntries(later) };
}

export const readPromises = (file: string): KeptPromises =>
  existsSync(file) ? keptPromises.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};

/** What the pages may say: from the release, and from the last run on this machine. */
export const keptNow = (): KeptPromises => newest(readPromises(KEPT_FILE), readPromises(SEEN_FILE));
