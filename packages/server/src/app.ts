import 'reflect-metadata';
import { join } from 'node:path';
import { loadDemo } from './demo/load-demo.ts';
import type { Env } from './env.ts';
import { housekeeping } from './housekeeping.ts';
import type { JobContext } from './job.ts';
import { product } from './features.ts';
import { loadTokenViewer } from './features/login/index.ts';
import { applyProviderEvent, takeInboundMail } from './features/messages/index.ts';
import { openRequest } from './open-request.ts';
import { SECOND_MS, systemClock, type Clock } from './platform/clock.ts';
import { connectDatabase, migrateDatabase, type Database } from './platform/database/connect.ts';
import { lockDataDir } from './platform/database/lock-data-dir.ts';
import { refuseSchemaBehind } from './platform/database/schema-state.ts';
import { serverSecret } from './platform/database/server-secret.ts';
import { createGraphQLServer } from './platform/graphql/graphql-server.ts';
import type { PostedForm } from './platform/http/form-body.ts';
import { createHttpServer, type HttpServer } from './platform/http/http-server.ts';
import { createJobs, type JobClock } from './platform/jobs/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMailbox } from './platform/mail/mailbox.ts';
import { createMailer, type MailTransport } from './platform/mail/mail.ts';
import { readMailgunEvent } from './platform/mail/mailgun-event.ts';
import { readMailgunInbound } from './platform/mail/mailgun-inbound.ts';
import { createMailgun } from './platform/mail/mailgun.ts';
import { createPasswords } from './platform/passwords/passwords.ts';
import { createRateLimits } from './platform/rate-limits/rate-limits.ts';
import { createSealing } from './platform/sealing/sealing.ts';
import type { Mechanisms, RequestContext } from './request-context.ts';
import { createSchema } from './schema.ts';

/** Everything a worker does, and so every queue: each is touched at the start, so that no first job has to make its own. */
const work = [...product.jobs, housekeeping];

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
  /** What a request or a job would get: for the administrator's commands. */
  open(): Mechanisms;
  stop(): Promise<void>;
}

/** The composition root: builds every mechanism and hands them to the features. */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, parts, clock = systemClock } = options;
  const { settings } = env;
  const log = options.log ?? createLog(env.logLevel);
  const database = await openDatabase(env, clock, parts.migrate);
  const secret = await serverSecret(database.em());
  if (parts.worker) await refuseSchemaBehind(database.em());
  const mailbox = env.mail.kind === 'mailbox' ? createMailbox(join(env.dataDir, 'mailbox'), clock) : null;
  const shared = {
    clock,
    settings,
    publicUrl: env.publicUrl,
    siteName: env.siteName,
    supportEmail: env.supportEmail,
    replyDomain: env.inbound?.domain ?? null,
    passwords: await createPasswords(env.hashesInFlight, settings.passwordHashing),
    sealing: createSealing({ environment: env.sealingKeys, database: secret }),
    limits: createRateLimits(database.em, clock, secret, settings.limits),
  };
  const jobs = await createJobs({
    database,
    log,
    queues: work.map(({ queue }) => queue),
    migrate: parts.migrate || !env.databaseUrl,
    pollEveryMs: options.pollEveryMs ?? SECOND_MS,
    ...(options.jobClock ? { clock: options.jobClock } : {}),
  });
  const open = (): Mechanisms => ({ ...shared, em: database.em(), jobs });
  const ending = new AbortController();
  const post = createMailer(mailbox ?? carrierOf(env, clock), env.mailFrom);
  const worker = (): JobContext => ({ ...open(), post, log, ending: ending.signal, withOwnEm: worker });
  if (parts.worker)
    await jobs.work(
      work.map(({ run, ...job }) => ({ ...job, handle: (data, facts) => run(worker(), data, facts) })),
    );
  const stopLooking = parts.worker
    ? lookForDue(open, log, options.lookEveryMs ?? SECOND_MS)
    : () => undefined;
  if (env.demoData) await loadDemo(open());
  const http = parts.api ? await openHttp(options, { log, database, open, mailbox }) : null;
  return {
    http,
    open,
    async stop() {
      ending.abort();
      stopLooking();
      await http?.close();
      await jobs.stop();
      await database.close();
    },
  };
}

/** Bad signature: 406, so that the provider gives up; a replay is answered like the first time. */
function webhookOf(
  { mail }: Env,
  open: () => Mechanisms,
  log: Log,
): ((body: unknown) => Promise<number>) | null {
  const key = mail.kind === 'mailgun' ? mail.webhookKey : undefined;
  if (!key) return null;
  return async (body) => {
    const context = open();
    const event = readMailgunEvent(body, key, context.clock.now());
    if (!event) {
      log.warn('a webhook without a good signature was refused');
      return 406;
    }
    if (event.fault === 'ACCOUNT' || event.fault === 'REPUTATION')
      log.warn({ mail: event.mailId, about: event.fault }, 'a mail was turned away for who we are');
    await applyProviderEvent(context, event);
    return 200;
  };
}

/** The same for the mails that come in: whoever sent one learns nothing of what became of it. */
function inboundOf(
  { inbound }: Env,
  open: () => Mechanisms,
  log: Log,
): ((form: PostedForm) => Promise<number>) | null {
  if (!inbound) return null;
  return async (form) => {
    const context = open();
    const mail = readMailgunInbound(form, inbound.key, context.clock.now());
    if (!mail) {
      log.warn('an incoming mail without a good signature was refused');
      return 406;
    }
    log.info({ outcome: await takeInboundMail(context, mail) }, 'a mail came in');
    return 200;
  };
}

/** What is due stands in tables, by our own clock: somebody has to look. */
function lookForDue(open: () => Mechanisms, log: Log, everyMs: number): () => void {
  if (everyMs === 0) return () => undefined;
  const look = () =>
    Promise.all(product.due.map((enqueue) => enqueue(open()))).catch((error: unknown) =>
      log.error({ err: error }, 'could not look for what is due'),
    );
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}

function carrierOf({ mail, mailFrom }: Env, clock: Clock): MailTransport {
  if (mail.kind !== 'mailgun') throw new Error('Only a provider carries mail without a mailbox');
  return createMailgun({ ...mail, clock, fromDomain: mailFrom.slice(mailFrom.lastIndexOf('@') + 1) });
}

/** The embedded database is locked first: a second process would lose its rows without a word. */
async function openDatabase(env: Env, clock: Clock, migrate: boolean): Promise<Database> {
  const release = env.databaseUrl ? null : await lockDataDir(env.dataDir, clock.now());
  const where = { url: env.databaseUrl, dataDir: env.dataDir, entities: product.entities };
  if (migrate && env.databaseUrl) await migrateDatabase(where);
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
}

async function openHttp(
  { env }: AppOptions,
  { log, database, open, mailbox }: HttpParts,
): Promise<HttpServer> {
  const apollo = createGraphQLServer<RequestContext>({
    schema: await createSchema(),
    log,
    production: env.production,
    limits: env.settings.documents,
  });
  await apollo.start();
  const http = await createHttpServer<RequestContext>({
    apollo,
    openRequest: (request, reply) => openRequest(open(), request, reply),
    log,
    publicUrl: env.publicUrl,
    production: env.production,
    trustedProxies: env.trustedProxies,
    localOnly: isLocalOnly(env),
    mailbox,
    webhooks: { events: webhookOf(env, open, log), inbound: inboundOf(env, open, log) },
    isGoodToken: async (authorization) => (await loadTokenViewer(open(), authorization)) !== null,
    whyNotReady: () => database.whyNotReady(),
    appDir: env.appDir,
  });
  http.addHook('onClose', () => apollo.stop());
  return http;
}

/** With letters or accounts that anybody could read or use, nobody but this machine may ask. */
export function isLocalOnly(env: Env): boolean {
  return env.demoData || env.mail.kind === 'mailbox';
}
