/**
 * The attacks and the faults in their long form: all of them that need no root. About three quarters of an hour on two
 * cores that do nothing else. `node scripts/fortress.ts [name]...` runs the steps whose name begins so.
 * Needs TEST_DATABASE_URL (a PostgreSQL that takes new databases); the pages need Chromium, and sqlmap itself.
 */
import { run } from './run.ts';

interface Step {
  name: string;
  run: () => Promise<number>;
}

const base = process.env.TEST_DATABASE_URL;
if (!base) {
  console.error('Set TEST_DATABASE_URL: postgres://postgres@127.0.0.1:5432/postgres');
  process.exit(2);
}

/** Tests of the server, on PostgreSQL unless it is said otherwise. */
const server = (name: string, files: string[], env: Record<string, string | undefined> = {}): Step => ({
  name,
  run: async () =>
    (
      await run('vitest', ['run', ...files], {
        in: 'packages/server',
        live: true,
        env: { FORTRESS: '1', ...env },
      })
    ).code,
});

/** What holds for whatever is put in: magic tags, names, addresses, HTML, quoted links, passwords. */
const properties = [
  'find-tags',
  'compose-message',
  'render-message',
  'resolve-schedule',
  'html-of-messages',
  'hide-login-links',
  'hidden-secrets',
  'connection.types',
  'email-address',
  'username.test',
  'without-own-names',
];

const embedded = { TEST_DATABASE_URL: undefined };

const steps: Step[] = [
  server('graphql', [
    'test/graphql-attacks',
    'test/document-limits',
    'test/access-table',
    'test/ownership',
    'test/http.test',
  ]),
  server('logs and secrets', [
    'test/logs',
    'test/secrets',
    'test/hidden-secrets',
    'test/copies-matrix',
    'test/replies-attacked',
  ]),
  // Alone: it is a measurement.
  server('flood', ['test/login-flood']),
  server('pressure', ['test/under-pressure']),
  server('spraying', ['test/password-spraying'], { SPRAYED_PASSWORDS: '5000' }),
  server('timing idle', ['test/timing'], { TIMING_PAIRS: '1000' }),
  server('timing under load', ['test/timing'], { TIMING_PAIRS: '1000', TIMING_LOAD: '4' }),
  server('faults', ['test/faults', 'test/killed-workers', 'test/delivery-bad-days']),
  server('faults, embedded database', ['test/faults'], embedded),
  server('fuzz', ['test/fuzz', 'test/raw-http', 'test/webhook-fuzz'], {
    FUZZ_REQUESTS: '20000',
    FUZZ_CONNECTIONS: '3000',
    FUZZ_RUNS: '600',
  }),
  server('properties', properties, { ...embedded, FUZZ_RUNS: '2000' }),
  {
    name: 'sqlmap',
    run: async () => (await run('node', ['scripts/attacks/sqlmap.ts'], { live: true })).code,
  },
  {
    name: 'pages',
    run: async () => {
      const built = await run('node', ['scripts/build.ts'], { live: true });
      return (
        built.code || (await run('node', ['src/lighthouse.ts'], { in: 'packages/e2e', live: true })).code
      );
    },
  },
];

const wanted = process.argv.slice(2);
const lines: string[] = [];
let failed = 0;
for (const step of steps) {
  if (wanted.length > 0 && !wanted.some((name) => step.name.startsWith(name))) continue;
  console.log(`\n== ${step.name}`);
  const start = performance.now();
  const code = await step.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  lines.push(`${code === 0 ? '✔' : '✖'} ${step.name} (${seconds} s)`);
  if (code !== 0) failed += 1;
}
console.log(
  `\n${lines.join('\n')}\n${failed === 0 ? 'It holds.' : `${String(failed)} of these do not hold.`}`,
);
process.exitCode = failed === 0 ? 0 : 1;
