/**
 * npm sometimes leaves packages for other platforms out of the lockfile; `npm ci` then works here and fails on an ARM server or
 * a Mac. This lists what is missing, and how to mend it. Run by `npm run check`.
 */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const { packages } = lockfile.parse(JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')));

/** The package that `from` would get: in its own node_modules, or in those above. */
function find(from: string, name: string): { readonly version?: string | undefined } | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`];
    if (found || place === '') return found;
  }
}

const exact = (range: string) => /^\d+\.\d+\.\d+[\w.-]*$/.test(range);

const holes = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .map(([name, range]) => ({ owner: place.replace(/^.*node_modules\//, ''), name, range, found: find(place, name) }))
    .filter(({ found, range }) => !found || (exact(range) && found.version !== range)),
);

for (const { owner, name, range } of holes)
  console.log(`${owner} may need ${name}@${range}, which the lockfile does not hold`);
if (holes.length > 0) {
  const owners = [...new Set(holes.map(({ owner }) => owner))].join(' ');
  console.log(`\nTo mend it: remove ${owners} from package-lock.json and node_modules, and run npm install.`);
  process.exit(1);
}
