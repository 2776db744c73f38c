import { fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLContext, GraphQLServer } from '../graphql/graphql-server.ts';
import { masked } from '../graphql/mask-errors.ts';
import type { Log } from '../log.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { newId } from '../random-token.ts';
import { serveApp } from './app-files.ts';
import { serveMailbox } from './mailbox-routes.ts';
import { refuseForeignRequests } from './origin-check.ts';
import { headersFor, securityHeaders } from './security-headers.ts';
import { sendError } from './send-error.ts';

export type HttpServer = FastifyInstance;
export type HttpRequest = FastifyRequest;
export type HttpReply = FastifyReply;

export interface HttpOptions<Context extends GraphQLContext> {
  apollo: GraphQLServer<Context>;
  openRequest(request: HttpRequest, reply: HttpReply): Promise<Context>;
  log: Log;
  publicUrl: string;
  trustedProxies: string[];
  /** Only this machine may ask: demo data or the mailbox are here. */
  localOnly: boolean;
  mailbox: Mailbox | null;
  /** Takes what the mail provider tells: the status of the answer. Null: nothing is taken. */
  webhook: ((body: unknown) => Promise<number>) | null;
  isReady(): Promise<boolean>;
  appDir: string;
}

// A message of some length fits; a flood does not.
const BODY_LIMIT_BYTES = 256 * 1024;

const WEBHOOK_LIMIT_BYTES = 1024 * 1024;

function emptyServer({
  trustedProxies,
  publicUrl,
}: Pick<HttpOptions<GraphQLContext>, 'trustedProxies' | 'publicUrl'>) {
  return fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    logger: false,
    // An address that can't be decoded meets no hook: answered here, with the headers and without the address.
    frameworkErrors(_error, _request, reply) {
      sendError(reply.headers(headersFor(publicUrl)), 400, 'BAD_USER_INPUT', 'This address can not be read.');
    },
  });
}

export async function createHttpServer<Context extends GraphQLContext>(options: HttpOptions<Context>) {
  const app = emptyServer(options);
  await app.register(cookie);
  securityHeaders(app, options.publicUrl);
  refuseForeignRequests(app, options);
  answerErrorsInGraphQLShape(app, options.log);
  logRequests(app, options.log);

  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const ready = await options.isReady();
    return reply
      .code(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n');
  });
  const graphql = fastifyApolloHandler(options.apollo, { context: options.openRequest });
  app.post('/graphql', (request, reply) => {
    reply.header('cache-control', 'no-store');
    return graphql.call(app, request, reply);
  });
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (_request, reply) =>
      sendError(reply.header('allow', 'POST'), 405, 'BAD_USER_INPUT', 'Use POST with application/json.'),
  });
  const { webhook } = options;
  if (webhook)
    app.post('/webhooks/mailgun', { bodyLimit: WEBHOOK_LIMIT_BYTES }, async (request, reply) =>
      reply
        .code(await webhook(request.body))
        .type('text/plain')
        .send(''),
    );
  if (options.mailbox) serveMailbox(app, options.mailbox);
  await serveApp(app, options.appDir, { mailbox: options.mailbox !== null });
  return app;
}

function answerErrorsInGraphQLShape(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) return reply.code(500).send({ errors: [masked(log, error)] });
    return sendError(
      reply,
      status,
      'BAD_USER_INPUT',
      ENTRANCE_WORDS[status] ?? 'This request can not be read.',
    );
  });
}

const ENTRANCE_WORDS: Record<number, string> = {
  413: 'The request is too large.',
  415: 'Send application/json.',
};

/** One line for each request: no address, no query, no body, nothing that was typed. */
function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { id, method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    log.info(
      { request: id, method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms },
      'request',
    );
    done();
  });
}
