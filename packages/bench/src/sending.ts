/**
 * How fast a message goes out: `pnpm bench sending [--recipients 5000] [--workers 1] [--delay 50]`.
 *
 * Stands up API and workers as processes of their own, as in production, over a PostgreSQL of this machine (BENCH_DATABASE_URL,
 * default the local one) in a database of its own, with a provider on loopback that answers after `delay` milliseconds,
 * sends one personal message with a login link to so many clients, and prints mails a second, what each mail costs in
 * CPU of the worker and of PostgreSQL, and the worker's memory. `--profile DIR` writes the worker's CPU profile there.
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import {
  atWork,
  children,
  commits,
  cpuMs,
  databaseUrl,
  freePort,
  memoryMb,
  migrate,
  postgresMs,
  sql,
  start,
  within,
} from './house.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    recipients: { type: 'string', default: '5000' },
    workers: { type: 'string', default: '1' },
    delay: { type: 'string', default: '50' },
    profile: { type: 'string' },
  },
});
const recipients = Number(values.recipients);
interface Seen {
  mails: number;
  readers: number;
  first: number;
  last: number;
  most: number;
}

async function startProvider(): Promise<{ port: number; look: () => Promise<Seen> }> {
  const provider = fork(join(import.meta.dirname, 'provider.ts'), {
    env: { ...process.env, DELAY_MS: values.delay },
  });
  children.push(provider);
  const [{ port }] = (await once(provider, 'message')) as [{ port: number }];
  return {
    port,
    look: async () => {
      provider.send('look');
      return ((await once(provider, 'message')) as [Seen])[0];
    },
  };
}

/** A coach with so many clients, all of whom have logged in before; answers a token that may send. */
function seed(name: string, clients: number): string {
  const random = randomBytes(32).toString('hex');
  const secret = `lst_${random}${crc32(random).toString(16).padStart(8, '0')}`;
  const [practice, coach] = [randomUUID(), randomUUID()];
  const hash = createHash('sha256').update(secret).digest('base64url');
  const account = `insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key,
    locale, username, username_key, status, may_log_in_while_inactive, login_link_policy, registered_at, login_count,
    email_state, created_at)`;
  sql(`
    insert into practice (id, name, support_email, created_at)
      values ('${practice}', 'Northwind Coaching', 'hello@northwind.test', now());
    ${account} values ('${coach}', 'COACH', '${practice}', null, 'Dana', 'Okafor', 'dana okafor', '${name}@northwind.test',
      '${name}@northwind.test', 'en', '${name}', '${name}', 'ACTIVE', false, 'ALLOWED', now(), 1, 'UNKNOWN', now());
    ${account} select gen_random_uuid(), 'CLIENT', '${practice}', '${coach}', 'Maria', 'Keller ' || n, 'maria keller ' || n,
      '${name}' || n || '@client.test', '${name}' || n || '@client.test', 'en', '${name}.' || n, '${name}.' || n, 'ACTIVE',
      false, 'ALLOWED', now(), 1, 'UNKNOWN', now() from generate_series(1, ${clients}) n;
    insert into api_token (id, token_hash, account_id, name, scopes, created_at)
      values ('${randomUUID()}', '${hash}', '${coach}', 'bench',
        '["CLIENTS_READ","MESSAGES_READ","MESSAGES_SEND"]', now());
    analyze;`);
  return secret;
}

const BODY = `Hi [firstName],

the recordings of our last session are up, and your notes from the week before are in the same place. Take your time with
them: there is no hurry, and we will go through what is unclear when we meet on Thursday.

[loginLink]

Should anything not work, answer this mail.

[coachName]`;

async function send(port: number, secret: string): Promise<number> {
  const query = `mutation ($input: MessageInput!) { sendMessage(input: $input) { __typename
    ... on UserError { message } ... on MessageRejected { problems { message } } } }`;
  const input = {
    subject: 'Your recordings, [firstName]',
    body: BODY,
    bodyFormat: 'TEXT',
    copyToMe: false,
    recipients: { clientIds: [], allActive: true },
  };
  const from = Date.now();
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
      'x-forwarded-proto': 'https',
    },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  if (!text.includes('"MessageAccepted"')) throw new Error(`The message was not taken: ${text}`);
  return Date.now() - from;
}

const WARM_UP = 500;

async function allSettled(meanwhile: () => unknown = () => undefined): Promise<void> {
  const deadline = Date.now() + 600_000;
  while (sql(`select count(*) from delivery where state = 'QUEUED'`) !== '0' && Date.now() < deadline) {
    await pause(250);
    meanwhile();
  }
}

const env = (port: number, providerPort: number) => ({
  // Without NODE_ENV=production, which wants a provider with TLS: that would be measured too, and differs from machine to
  // machine. Nothing else that sends a message asks for it.
  PUBLIC_URL: 'https://login.example.com',
  PORT: String(port),
  DATABASE_URL: databaseUrl,
  MAIL: 'mailgun',
  MAILGUN_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.test',
  MAILGUN_URL: `http://127.0.0.1:${providerPort}`,
  MAILGUN_WEBHOOK_KEY: 'a-signing-key-for-the-bench',
  SEALING_KEY: 'a-sealing-key-for-the-bench-of-32',
  SUPPORT_EMAIL: 'help@login.example.com',
  LOG_LEVEL: 'info',
  RECIPIENTS_PER_HOUR: '1000000',
});

/** Starts API and workers, and sends a first message. */
async function warmUp(port: number, settings: Record<string, string>): Promise<number[]> {
  const profile = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
  start('main.js', settings);
  const workers = Array.from({ length: Number(values.workers) }, () => start('worker.js', settings, profile));
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false);
  while (atWork.size < workers.length || !(await isUp())) await pause(100);
  // What runs for the first time is measured no more than the start itself: workers live for weeks.
  await send(port, seed('first', WARM_UP));
  await allSettled();
  return workers.map(({ pid = 0 }) => pid);
}

async function measure(): Promise<object> {
  const provider = await startProvider();
  const port = await freePort();
  const settings = env(port, provider.port);
  migrate(settings);
  const pids = await warmUp(port, settings);
  const secret = seed('second', recipients);
  const workerMs = () => pids.reduce((sum, pid) => sum + (cpuMs(pid) ?? 0), 0);
  const before = {
    worker: workerMs(),
    memory: pids.map((pid) => memoryMb(pid, 'VmRSS')),
    links: Number(sql('select count(*) from login_link')),
  };
  postgresMs();
  await provider.look();
  const acceptedMs = await send(port, secret);
  const acceptedAt = Date.now();
  const [postgres, committed] = [postgresMs(), commits()];
  await allSettled(postgresMs);
  const settledMs = Date.now() - acceptedAt;
  const { mails, readers, first, last, most } = await provider.look();
  const per = (ms: number) => Math.round((ms / Math.max(1, mails)) * 100) / 100;
  return {
    recipients,
    workers: pids.length,
    delayMs: Number(values.delay),
    acceptedMs,
    firstMailMs: first - acceptedAt,
    lastMailMs: last - acceptedAt,
    settledMs,
    mailsPerSecond: Math.round((mails * 1_000) / Math.max(1, last - first)),
    mostInFlight: most,
    workerCpuMsPerMail: per(workerMs() - before.worker),
    postgresCpuMsPerMail: per(postgresMs() - postgres),
    commitsPerMail: per(commits() - committed),
    workerMemoryMb: { before: before.memory, most: pids.map((pid) => memoryMb(pid, 'VmHWM')) },
    mails,
    readers,
    links: Number(sql('select count(*) from login_link')) - before.links,
    states: sql('select state, count(*) from delivery group by 1'),
  };
}

console.log(JSON.stringify(await within(measure), null, 2));
