/**
 * The attacks and the faults in their long form. About three quarters of an hour on two cores that do nothing else.
 * `node scripts/fortress.ts [name]...` runs the steps whose name begins so.
 * Needs TEST_DATABASE_URL (a PostgreSQL that takes new databases). Some need more of the machine: Chromium, sqlmap, caddy,
 * root for a disk of its own, PostgreSQL's programs for a server of its own. What could not run is told at the end.
 * Exits with 0 where all of it ran and holds, with 1 where something does not hold, with 3 where something was not run.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testsOfCases } from './cases.ts';
import { faultsOfProofs } from './proofs.ts';
import { forgetRan, noteRan, ranInVitest, type Ran } from './ran.ts';
import { run } from './run.ts';
import { closing, NOT_RUN, readReport, type Report, type Result } from './verdicts.ts';

type Outcome = Pick<Result, 'broken' | 'notRun'>;

/** Which cases are made up: others each time, and the same ones again where it is set. */
const seed = process.env.FUZZ_SEED ?? String(randomInt(2 ** 31));

interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

const base = process.env.TEST_DATABASE_URL;
if (!base) {
  console.error('Set TEST_DATABASE_URL: postgres://postgres@127.0.0.1:5432/postgres');
  process.exit(2);
}

const ran: Ran[] = [];

/** Tests of the server, on PostgreSQL unless it is said otherwise. */
const server = (
  name: string,
  files: string[],
  { env = {}, elsewhere = [] }: { env?: Record<string, string | undefined>; elsewhere?: string[] } = {},
): Step => ({
  name,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchstring-fortress-'));
    const file = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const options = { in: 'packages/server', live: true, env: { FORTRESS: '1', FUZZ_SEED: seed, ...env } };
    const { code } = await run('vitest', ['run', ...reporters, ...files], options);
    const text = await readFile(file, 'utf8').catch(() => null);
    await rm(folder, { recursive: true, force: true });
    const report = text === null ? null : (JSON.parse(text) as Report);
    if (report) ran.push(...ranInVitest(report));
    return readReport(report, { code, filters: files, elsewhere });
  },
});

/** A program of its own, which says itself why it could not run, and ends with the first thing that does not hold. */
const script = (name: string, file: string): Step => ({
  name,
  run: async () => {
    const { code } = await run('node', [file], { live: true });
    const titles = [...testsOfCases().values()].flat().filter((test) => test.file === file);
    ran.push(...titles.map(({ title }) => ({ title, passed: code === 0 })));
    return ofCode(code);
  },
});

/** What a browser sees of the built house: here the journeys that are tagged as matrix run as well. */
const browser = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const built = await run('node', ['scripts/build.ts'], { live: true });
    if (built.code !== 0) return ofCode(built.code);
    const options = { in: 'packages/e2e', live: true, env: { FORTRESS: '1' } };
    return ofCode((await run(program, args, options)).code);
  },
});

function ofCode(code: number): Outcome {
  if (code === NOT_RUN) return { broken: [], notRun: ['a program is missing, see above'] };
  return { broken: code === 0 ? [] : [`exit code ${String(code)}, see above`], notRun: [] };
}

/** Asks the registry what is known of the packages that the server runs with: from "high" on it has to be mended. */
async function knownVulnerabilities(): Promise<Outcome> {
  const args = ['--yes', 'pnpm@12.4.2', 'audit', '--prod', '--audit-level', 'high'];
  const { code, output } = await run('npx', args);
  console.log(output.trim());
  if (code === 127 || /ERR_PNPM_AUDIT|ENOTFOUND|ECONN|EAI_AGAIN|fetch failed/.test(output))
    return { broken: [], notRun: ['the registry did not say what is known of these versions'] };
  return ofCode(code);
}

/** What holds for whatever is put in: magic tags, names, addresses, HTML, quoted links, passwords. */
const properties = [
  'find-tags',
  'compose-message',
  'render-message',
  'resolve-schedule',
  'html-of-messages',
  'own-words',
  'hidden-secrets',
  'connection.types',
  'email-address',
  'username.test',
  'without-own-names',
];

const embedded = { TEST_DATABASE_URL: undefined };

const steps: Step[] = [
  server('graphql', [
    'test/platform/graphql-attacks',
    'test/platform/document-limits',
    'test/platform/access-table',
    'test/clients/ownership',
    'test/platform/http.test',
  ]),
  server('logs and secrets', [
    'test/platform/logs',
    'test/platform/secrets',
    'test/messages/hidden-secrets',
    'test/messages/copies-matrix',
    'test/messages/replies-attacked',
  ]),
  // Alone: it is a measurement.
  server('flood', ['test/login/login-flood']),
  server('a roster of 20,000', ['test/clients/large-roster']),
  server('plans', ['test/platform/plans']),
  server('cost of reading', ['test/messages/reading-cost'], { env: { FORTRESS_CPU_MS: '50' } }),
  server('texts', ['test/messages/composing-limits', 'test/messages/texts-pressed']),
  server('pressure', ['test/platform/under-pressure', 'test/login/login-links']),
  server('spraying', ['test/login/password-spraying'], { env: { SPRAYED_PASSWORDS: '5000' } }),
  // Lock-outs by many requests, and who exists by caps: their figures are printed.
  server('shared', [
    'test/letters/letter-quotas',
    'test/letters/letter-caps',
    'test/login/guess-by-caps',
    'test/login/help-queues',
    'test/clients/coach-world',
  ]),
  // Alone: a measurement.
  server('own letter', ['test/login/own-letter-timing'], { env: { ARRIVAL_PAIRS: '200' } }),
  server('timing idle', ['test/login/timing'], { env: { TIMING_PAIRS: '1000' } }),
  server('timing under load', ['test/login/timing'], { env: { TIMING_PAIRS: '1000', TIMING_LOAD: '4' } }),
  server('faults', [
    'test/faults',
    'test/messages/killed-workers',
    'test/messages/delivery-bad-days',
    'test/platform/least-privilege',
    'test/messages/provider-refuses-us',
  ]),
  server('faults, embedded database', ['test/faults'], {
    env: embedded,
    elsewhere: ['frozen-worker', 'pooler'],
  }),
  server('logins and lists, embedded database', ['test/login/login-links', 'test/clients/clients.test'], {
    env: embedded,
  }),
  server('fuzz', ['test/platform/fuzz', 'test/platform/raw-http', 'test/platform/webhook-fuzz'], {
    env: { FUZZ_REQUESTS: '20000', FUZZ_CONNECTIONS: '3000', FUZZ_RUNS: '600' },
  }),
  server('properties', properties, { env: { ...embedded, FUZZ_RUNS: '2000' } }),
  script('sqlmap', 'scripts/attacks/sqlmap.ts'),
  script('proxy', 'scripts/attacks/proxy.ts'),
  { name: 'components', run: knownVulnerabilities },
  browser('journeys', 'playwright', 'test'),
  browser('pages', 'node', 'src/lighthouse.ts'),
];

const wanted = process.argv.slice(2);
const results: Result[] = [];
forgetRan('fortress');
console.log(`FUZZ_SEED=${seed}`);
for (const step of steps) {
  if (wanted.length > 0 && !wanted.some((name) => step.name.startsWith(name))) continue;
  console.log(`\n== ${step.name}`);
  const start = performance.now();
  const outcome = await step.run();
  results.push({ name: step.name, seconds: (performance.now() - start) / 1000, ...outcome });
}
noteRan('fortress', ran);
if (wanted.length === 0)
  results.push({ name: 'proofs', seconds: 0, broken: faultsOfProofs(['fortress']), notRun: [] });
const { text, code } = closing(results);
console.log(`\n${text}`);
process.exitCode = code;
