/**
 * Every test that needs no browser: those of the scripts, of the texts, of the message language, of the app, and of the server. With TEST_DATABASE_URL the
 * server's tests run on that PostgreSQL, and on the embedded database only those where the two could differ.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { closingLine, type Counts, runNodeTests } from './node-tests.ts';
import { forgetRan, noteRan, ranInVitest, type Ran } from './ran.ts';
import { root, run } from './run.ts';

const results = await mkdtemp(join(tmpdir(), 'latchstring-test-'));

/** The part of Vitest's JSON report that is counted here. */
type Report = {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

const ran: Ran[] = [];

/** What failed, told once more at the very end: a long run's middle is easily lost. */
const failures: string[] = [];

interface Run {
  env?: Record<string, string | undefined>;
  args?: string[];
  /** Beside others: what it prints is told once it is over. */
  beside?: boolean;
}

/** Runs a package's Vitest. A file that could not be loaded counts as one failed test. */
async function vitest(
  name: string,
  directory: string,
  { env = {}, args = [], beside = false }: Run = {},
): Promise<Counts> {
  if (!beside) console.log(`\n── ${name}`);
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const options = { in: directory, env, live: !beside };
  const { code, output } = await run('vitest', ['run', ...reporters, ...args], options);
  if (beside) console.log(`\n── ${name}\n${output}`);
  const text = await readFile(file, 'utf8').catch(() => null);
  const report = text === null ? null : (JSON.parse(text) as Report);
  const failed = (report?.testResults ?? []).flatMap((result) => {
    const tests = result.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${test.fullName}\n${test.failureMessages.join('\n')}`);
    const told = tests.length === 0 && result.status === 'failed' ? [result.message] : tests;
    return told.map((what) => `${name}: ${relative(root, result.name)}: ${what}`);
  });
  // An error outside of any test, or no report: the run failed although no test did.
  if (code !== 0 && failed.length === 0) failed.push(`${name}: exit code ${String(code)}, see above`);
  failures.push(...failed);
  if (report) ran.push(...ranInVitest(report));
  return { passed: report?.numPassedTests ?? 0, failed: failed.length };
}

/** On both databases: transactions, jobs, deliveries, what a start makes of the files it finds. `fortress` runs more there. */
const onBoth = ['messages/messages.test', 'faults/full-disk'].map((name) => `test/${name}`);
/** Starts houses of its own, all on the embedded database. */
const NEVER_ON_POSTGRES = ['--exclude', 'test/faults/full-disk.test.ts'];

const url = process.env.TEST_DATABASE_URL;
const embedded = { TEST_DATABASE_URL: undefined };

forgetRan('test');
// Once, before tests that start the built server: they look too, and two at once would take away each other's files.
await run('node', ['scripts/build.ts', 'server'], { live: true });
// One process that nobody waits for: the embedded database is made first, and that takes one core a while.
const besides = url
  ? vitest('server, embedded database', 'packages/server', {
      env: embedded,
      args: ['--maxWorkers=1', ...onBoth],
      beside: true,
    })
  : null;
const app = vitest('app', 'packages/web', { beside: true });
console.log('── scripts');
const scripts = await runNodeTests(['scripts/*.test.ts', 'packages/texts/*.test.ts'], root);
ran.push(...scripts.ran);
const all: Counts[] = [scripts, await app, await vitest('message language', 'packages/message-language')];
all.push(
  url
    ? await vitest('server, PostgreSQL', 'packages/server', { args: NEVER_ON_POSTGRES })
    : await vitest('server, embedded database', 'packages/server', { env: embedded }),
);
if (besides) all.push(await besides);

noteRan('test', ran);
await rm(results, { recursive: true, force: true });
const sum = {
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
};
for (const failure of failures) console.log(`\n✗ ${failure}`);
if (!url)
  console.log(
    '\nTEST_DATABASE_URL is not set: everything ran on the embedded database, nothing on PostgreSQL.',
  );
console.log(`\n${closingLine(sum)}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
