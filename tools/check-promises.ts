/** `npm run check:promises`: every promise to residents has a test that is named after it, and every such test has a promise. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promiseTests } from './promise-tests.ts';

const root = join(import.meta.dirname, '..');
const promised = readdirSync(join(root, 'content/promises'))
  .flatMap((name) => /^(p\d+)\.md$/.exec(name)?.[1]?.toUpperCase() ?? [])
  .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
const files = globSync(['src/**/*.test.ts', 'tests/**/*.{test,spec}.ts'], { cwd: root });
const tests = files.flatMap((file) =>
  promiseTests(readFileSync(join(root, file), 'utf8')).map(({ id, title }) => ({ id, title, file })),
);

const problems = [
  ...promised
    .filter((id) => !tests.some((test) => test.id === id))
    .map((id) => `${id} is promised, and no test holds it.`),
  ...tests
    .filter(({ id }) => !promised.includes(id))
    .map(({ title, file }) => `"${title}" in ${file} holds a promise that content/promises does not make.`),
];
for (const problem of problems) console.error(problem);
console.log(`${promised.length} promises, ${tests.length} tests that hold them.`);
process.exit(problems.length === 0 && promised.length > 0 ? 0 : 1);
