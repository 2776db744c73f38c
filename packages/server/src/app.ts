import 'reflect-metadata';
import { join } from 'node:path';
import { loadDemo } from './demo/load-demo.ts';
import type { Env } from './env.ts';
import { product } from './features.ts';
import { loadTokenViewer, refuseMissingKeys } from './features/login/index.ts';
import { openRequest } from './open-request.ts';
import { SECOND_MS, systemClock, type Clock } from './platform/clock.ts';
import { connectDatabase, migrateDatabase, type Database } from './platform/database/connect.ts';
import { lockDataDir } from './platform/database/lock-data-dir.ts';
import { refuseUnusable } from './platform/database/schema-state.ts';
import { serverSecret } from './platform/database/server-secret.ts';
import { createGraphQLServer } from './platform/graphql/graphql-server.ts';
import { createHttpServer, type HttpServer } from './platform/http/http-server.ts';
import { createJobs, type JobClock } from './platform/jobs/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { hearProvider } from './platform/mail/hear-provider.ts';
import { createMailbox } from './platform/mail/mailbox.ts';
import { createMailer, type MailTransport } from './platform/mail/mail.ts';
import { createMailgun } from './platform/mail/mailgun.ts';
import { createMetrics, type Metrics } from './platform/metrics/metrics.ts';
import { createPasswords } from './platform/passwords/passwords.ts';
import { createRateLimits } from './platform/rate-limits/rate-limits.ts';
import { createKeptReleases } from './platform/releases/kept-releases.ts';
import { createSealing } from './platform/sealing/sealing.ts';
import { webhooksOf } from './provider-webhooks.ts';
import type { Mechanisms, RequestContext } from './request-context.ts';
import { createSchema } from './schema.ts';
import { openSignals, type Signals } from './signals/open-signals.ts';
import { beginWork, queues } from './work.ts';

export interface AppOptions {
  env: Env;
  /**
   * api: answers requests. worker: does the jobs. migrate: brings the database up to date first, which in production the
   * command `migrate` alone does.
   */
  parts: { api: boolean; worker: boolean; migrate: boolean };
  log?: Log;
  clock?: Clock;
  jobClock?: JobClock;
  /** How often a worker looks for what has come due; 0: only when it is told. Default: every second. */
  lookEveryMs?: number;
  /** How often a worker polls for jobs that no notification announces. Default: every second. */
  pollEveryMs?: number;
}

export interface App {
  /** Null for a worker alone. */
  http: HttpServer | null;
  /** Where metrics are read; null: nowhere. */
  metricsPort: number | null;
  /** What a request or a job would get: for the administrator's commands. */
  open(): Mechanisms;
  stop(): Promise<void>;
}

/** The composition root: builds every mechanism and hands them to the features. */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, parts, clock = systemClock } = options;
  const database = await openDatabase(env, clock, parts.migrate);
  try {
    return await furnish(database, { ...options, clock });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function furnish(database: Database, options: AppOptions & { clock: Clock }): Promise<App> {
  const { env, parts, clock, lookEveryMs = SECOND_MS } = options;
  const log = options.log ?? createLog(env.logLevel);
  const metrics = createMetrics({ ofProcess: env.metrics !== null });
  const mailbox = env.mail.kind === 'mailbox' ? createMailbox(join(env.dataDir, 'mailbox'), clock) : null;
  const shared = await mechanismsOf(env, clock, database);
  if (parts.worker) await refuseUnusable(database.em());
  if (parts.api || parts.worker) await lookAtKeys({ em: database.em(), sealing: shared.sealing }, log);
  const jobs = await createJobs({
    ...{ database, log, metrics, queues },
    migrate: parts.migrate || !env.databaseUrl,
    pollEveryMs: options.pollEveryMs ?? SECOND_MS,
    ...(options.jobClock ? { clock: options.jobClock } : {}),
  });
  const open = (): Mechanisms => ({ ...shared, em: database.em(), jobs });
  const provider = hearProvider(mailbox ?? carrierOf(env, clock), { clock, metrics });
  const post = createMailer(provider.carrier, env.mailFrom);
  const work = parts.worker ? await beginWork({ open, log, post, word: provider.word }, lookEveryMs) : null;
  if (env.demoData) await loadDemo(open());
  const signals = await openSignals({
    env,
    parts,
    lookEveryMs,
    ...{ log, clock, metrics, database, open, passwords: shared.passwords },
  });
  const http = parts.api ? await openHttp(options, { log, database, open, mailbox, metrics, signals }) : null;
  return {
    http,
    metricsPort: signals.metricsPort,
    open,
    async stop() {
      work?.beginEnding();
      await http?.close();
      await jobs.stop();
      await work?.sayThatItEnded();
      await signals.close();
      await database.close();
    },
  };
}

/** What every request and every job shares. */
async function mechanismsOf(env: Env, clock: Clock, database: Database) {
  const { settings, publicUrl, siteName, supportEmail } = env;
  const secret = await serverSecret(database.em());
  return {
    clock,
    settings,
    publicUrl,
    siteName,
    supportEmail,
    replyDomain: env.inbound?.domain ?? null,
    passwords: await createPasswords(env.hashesInFlight, settings.passwordHashing),
    sealing: createSealing({ environment: env.sealingKeys, database: secret }),
    limits: createRateLimits(database.em, clock, secret, settings.limits),
  };
}

/** Before anybody with an authenticator app finds out. */
async function lookAtKeys(tools: Pick<Mechanisms, 'em' | 'sealing'>, log: Log): Promise<void> {
  const apps = await refuseMissingKeys(tools);
  if (apps > 0) log.error({ apps }, 'authenticator apps open under none of the keys in SEALING_KEY');
}

function carrierOf({ mail, mailFrom }: Env, clock: Clock): MailTransport {
  if (mail.kind !== 'mailgun') throw new Error('Only a provider carries mail without a mailbox');
  return createMailgun({ ...mail, clock, fromDomain: mailFrom.slice(mailFrom.lastIndexOf('@') + 1) });
}

/** The embedded database is locked first: a second process would lose its rows without a word. */
async function openDatabase(env: Env, clock: Clock, migrate: boolean): Promise<Database> {
  const release = env.databaseUrl ? null : await lockDataDir(env.dataDir, clock.now());
  const where = {
    ...{ url: env.databaseUrl, directUrl: env.databaseDirectUrl, connections: env.databaseConnections },
    ...{ dataDir: env.dataDir, entities: product.entities },
  };
  if (migrate && env.databaseUrl) await migrateDatabase({ ...where, url: env.databaseDirectUrl });
  const database = await connectDatabase(where);
  if (!env.databaseUrl) await database.orm.migrator.up();
  return {
    ...database,
    async close() {
      await database.close();
      await release?.();
    },
  };
}

interface HttpParts {
  log: Log;
  database: Database;
  open: () => Mechanisms;
  mailbox: ReturnType<typeof createMailbox> | null;
  metrics: Metrics;
  signals: Signals;
}

async function openHttp(
  { env }: AppOptions,
  { log, database, open, mailbox, metrics, signals }: HttpParts,
): Promise<HttpServer> {
  const apollo = createGraphQLServer<RequestContext>({
    schema: await createSchema(),
    log,
    production: env.production,
    limits: env.settings.documents,
  });
  await apollo.start();
  // Not with the first request, which would take the longer for it.
  await database.isUnsettled();
  const http = await createHttpServer<RequestContext>({
    apollo,
    openRequest: (request, reply) => openRequest(open(), request, reply),
    log,
    publicUrl: env.publicUrl,
    production: env.production,
    trustedProxies: env.trustedProxies,
    localOnly: isLocalOnly(env),
    mailbox,
    kept: createKeptReleases(database.em),
    isGoodToken: async (authorization) => (await loadTokenViewer(open(), authorization)) !== null,
    webhooks: webhooksOf(env, open, log),
    whyNotReady: () => database.whyNotReady(),
    isClosed: () => database.isUnsettled(),
    mailStanding: signals.mailStanding,
    requestEnded: metrics.requestEnded,
    appDir: env.appDir,
  });
  http.addHook('onClose', () => apollo.stop());
  return http;
}

/** With letters or accounts that anybody could read or use, nobody but this machine may ask. */
export function isLocalOnly(env: Env): boolean {
  return env.demoData || env.mail.kind === 'mailbox';
}
