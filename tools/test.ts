/** `npm test`: everything. Ends with one line that a machine can read: `212 passed, 0 failed`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { promisesOf, SEEN_FILE, type Ran } from './kept-promises.ts';

const folder = join(import.meta.dirname, '../test-results');
const unitFile = join(folder, 'unit.json');
const browserFile = join(folder, 'browser.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const unitReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), success: z.boolean() })
  .transform((report): Count => ({
    passed: report.numPassedTests,
    // A file that does not even load has no tests to fail.
    failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
    skipped: report.numPendingTests,
  }));
const browserReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }) })
  .transform(({ stats }): Count => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  /** Printed when it is done, as two runs would print through each other. */
  readonly quiet: boolean;
}

async function run(command: string, args: readonly string[], { env = {}, quiet }: Run): Promise<boolean> {
  const stdout = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, { stdio: ['ignore', stdout, stdout], env: { ...process.env, ...env } });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => printed.push(data));
  const [status] = (await once(child, 'close')) as unknown[];
  process.stdout.write(Buffer.concat(printed));
  return status === 0;
}

/** A run that fails without a failing test (it stopped half way) counts as one. */
function countOf(file: string, report: z.ZodType<Count>, succeeded: boolean): Count {
  try {
    const count = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { ...count, failed: Math.max(count.failed, succeeded ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const unitTests = z
  .object({
    testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
  })
  .transform(({ testResults }): Ran[] =>
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => ({ title, passed: status === 'passed' })),
    ),
  );

const spec = z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) });
type Suite = { readonly specs?: z.infer<typeof spec>[] | undefined; readonly suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
);
const testsIn = ({ specs = [], suites = [] }: Suite): Ran[] => [
  ...specs.map(({ title, tests }) => ({ title, passed: tests.every(({ status }) => status === 'expected') })),
  ...suites.flatMap(testsIn),
];
const browserTests = suite.transform(testsIn);

/** For the page of promises; nothing when a part of the run has no report, as then not every test was seen. */
function notePromises(): void {
  try {
    const tests = [
      ...unitTests.parse(JSON.parse(readFileSync(unitFile, 'utf8'))),
      ...browserTests.parse(JSON.parse(readFileSync(browserFile, 'utf8'))),
    ];
    writeFileSync(SEEN_FILE, JSON.stringify(promisesOf(tests, new Date().toISOString().slice(0, 10)), null, 2));
  } catch (error) {
    console.error('The promises were not written down:', error);
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// Both wait more than they work (for clocks, races, the browser): together they take little longer than one.
const [unit, browser] = await Promise.all([
  run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitFile}`], { quiet: true }),
  run('playwright', ['test', '--reporter=line,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserFile },
    quiet: false,
  }),
]);
notePromises();

const counts = [countOf(unitFile, unitReport, unit), countOf(browserFile, browserReport, browser)];
const total = (kind: keyof Count) => counts.reduce((sum, count) => sum + count[kind], 0);
if (total('skipped') > 0) console.log(`${total('skipped')} skipped: their names say what they need.`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && unit && browser ? 0 : 1);
