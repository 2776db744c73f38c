/** The product beside others: everybody's servers stand at once, and rounds go from one to the next. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import own from '../package.json' with { type: 'json' };
import { chartOf } from './chart.ts';
import { databaseUrl, freePort, migrate, sql, start, startNode, within } from './house.ts';
import { measureRound, type Server } from './measure.ts';
import {
  betterAuthCookie,
  CONTENDERS,
  OPERATIONS,
  plansWith,
  type Contender,
  type Operation,
} from './plans.ts';
import { emptyMeasured, rowsOf, tableOf, type Report } from './report.ts';
import { seedBetterAuth, seedProduct, SESSIONS } from './seed.ts';

const isQuick = process.argv.includes('quick');
const effort = isQuick ? { rounds: 3, seconds: 2, warmUp: 1 } : { rounds: 7, seconds: 5, warmUp: 3 };
// Many enough that no server waits for the next request; one more login each would only wait for its hash.
const CONNECTIONS: Record<Operation, number> = {
  login: 8,
  'login link request': 16,
  me: 16,
  'redeem a login link': 16,
};

const CONDITIONS = [
  'Each contender is one process in production form; all use one PostgreSQL, through ten connections each.',
  'By hand: the rows that the product reads, counts and writes, in as many round trips, by prepared statements.',
  'Apollo, mercurius and yoga run those statements in the resolver, and nothing else, under the schema of the product.',
  'argon2id with 19,456 KiB, two passes and one lane, by the same package, for everybody.',
  'CPU is user and system time of the server process, its threads included, over the answers that it gave in a round.',
  'Workers of the product do not run: what a request queues piles up. Better Auth mails nothing either.',
  'The product writes its line per request into a pipe, and counts tries in the database; Better Auth counts in memory.',
  'Nobody is refused: every answer is read, and one that is not the right one is an error.',
];

/** Production wants addresses with TLS: that of the mail provider is never used, since no worker runs. */
const productEnv = {
  PUBLIC_URL: 'https://login.example.com',
  MAIL: 'mailgun',
  MAILGUN_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.test',
  MAILGUN_URL: 'https://mail.invalid',
  SEALING_KEY: 'a-sealing-key-for-the-bench-of-32',
  SUPPORT_EMAIL: 'help@login.example.com',
  TRUSTED_PROXIES: '127.0.0.1',
};

async function startContender(contender: Contender): Promise<Server> {
  const port = await freePort();
  const env = { NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl };
  const { pid = 0 } =
    contender === 'product'
      ? start('main.js', { ...env, ...productEnv })
      : startNode([join(import.meta.dirname, `contenders/${contender}.ts`)], env);
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(origin)); tries += 1) {
    if (tries > 300) throw new Error(`${contender} did not start: what it said stands above.`);
    await pause(100);
  }
  return { pid, origin };
}

const answers = (origin: string) =>
  fetch(`${origin}/readyz`, { headers: { 'x-forwarded-for': '10.0.0.1' } })
    .then(() => true)
    .catch(() => false);

async function startAll(): Promise<Record<Contender, Server>> {
  migrate({ NODE_ENV: 'production', DATABASE_URL: databaseUrl, ...productEnv });
  sql('create schema better_auth');
  seedProduct();
  const started = await Promise.all(
    CONTENDERS.map(async (contender) => [contender, await startContender(contender)] as const),
  );
  seedBetterAuth();
  return Object.fromEntries(started) as Record<Contender, Server>;
}

async function cookiesOf({ origin }: Server): Promise<string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < SESSIONS; n += 1) cookies.push(await betterAuthCookie(origin, n));
  return cookies;
}

async function measureAll() {
  const servers = await startAll();
  const plans = plansWith(await cookiesOf(servers['better-auth']));
  const measured = emptyMeasured();
  for (const operation of OPERATIONS)
    for (let round = 0; round <= effort.rounds; round += 1) {
      console.error(`${operation}: ${round === 0 ? 'warming up' : `round ${round} of ${effort.rounds}`}`);
      for (const contender of CONTENDERS) {
        const plan = plans[operation][contender];
        if (!plan) continue;
        const seconds = round === 0 ? effort.warmUp : effort.seconds;
        const one = await measureRound(servers[contender], plan, {
          seconds,
          connections: CONNECTIONS[operation],
        });
        const before = measured[operation].get(contender) ?? [];
        measured[operation].set(contender, round === 0 ? [] : [...before, one]);
      }
    }
  return { measured, postgres: sql('show server_version').split('.')[0] ?? '' };
}

function machineWith(postgres: string): string {
  const at = process.argv.indexOf('--machine');
  const named = at === -1 ? undefined : process.argv[at + 1];
  return `${named ?? `${availableParallelism()} cores`}, PostgreSQL ${postgres}, Node ${process.versions.node}`;
}

const from = performance.now();
const { measured, postgres } = await within(measureAll);
const report: Report = {
  day: new Date().toISOString().slice(0, 10),
  machine: machineWith(postgres),
  release: own.version,
  rounds: effort.rounds,
  secondsPerRound: effort.seconds,
  tookSeconds: Math.round((performance.now() - from) / 1_000),
  conditions: CONDITIONS,
  operations: OPERATIONS.map((operation) => ({
    operation,
    connections: CONNECTIONS[operation],
    rows: rowsOf(measured[operation]),
  })),
};
const results = join(import.meta.dirname, '../results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(join(results, 'latest.svg'), chartOf(report));
console.log(`${tableOf(report)}\n\n${report.day}, ${report.machine}; ${report.tookSeconds} s in all.\n`);
console.log(CONDITIONS.map((condition) => `- ${condition}`).join('\n'));
if (report.operations.some(({ rows }) => rows.some(({ errors }) => errors > 0))) process.exitCode = 1;
