import { fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type preHandlerHookHandler,
} from 'fastify';
import type { GraphQLContext, GraphQLServer } from '../graphql/graphql-server.ts';
import { masked } from '../graphql/mask-errors.ts';
import { maskedUnavailable, orUnavailable, RETRY_AFTER_S } from '../graphql/tell-unavailable.ts';
import type { Log } from '../log.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { SECOND_MS } from '../clock.ts';
import { newId } from '../random-token.ts';
import { speaking } from '../language/say.ts';
import type { KeptReleases } from '../releases/kept-releases.ts';
import { serveApp } from './app-files.ts';
import { serveExplorer } from './explorer-routes.ts';
import { requestLanguage } from './request-language.ts';
import { serveMailbox } from './mailbox-routes.ts';
import { refuseForeignRequests } from './origin-check.ts';
import { headersFor, securityHeaders } from './security-headers.ts';
import { sendError } from './send-error.ts';
import { serveStanding, type Standing } from './standing-routes.ts';
import { chooseDocument, readTrustedDocuments } from './trusted-documents.ts';
import { serveWebhooks, type Webhooks } from './webhooks.ts';

export type HttpServer = FastifyInstance;
export type HttpRequest = FastifyRequest;
export type HttpReply = FastifyReply;

export interface HttpOptions<Context extends GraphQLContext> extends Standing {
  apollo: GraphQLServer<Context>;
  openRequest(request: HttpRequest, reply: HttpReply): Promise<Context>;
  log: Log;
  publicUrl: string;
  production: boolean;
  trustedProxies: string[];
  /** Only this machine may ask: demo data or the mailbox are here. */
  localOnly: boolean;
  mailbox: Mailbox | null;
  webhooks: Webhooks;
  kept: KeptReleases;
  isGoodToken(authorization: string): Promise<boolean>;
  /** Counts one request to the API. */
  requestEnded(operation: string, outcome: string, seconds: number): void;
  appDir: string;
}

// A message of some length fits; a flood does not.
const BODY_LIMIT_BYTES = 256 * 1024;
// A client that is slower than that on purpose keeps a connection from others. Node looks every half minute by itself.
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

function emptyServer({
  trustedProxies,
  publicUrl,
}: Pick<HttpOptions<GraphQLContext>, 'trustedProxies' | 'publicUrl'>) {
  return fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: PATIENCE.requestTimeout,
    // A small machine that starts many things at once takes longer than the usual ten seconds.
    pluginTimeout: 60_000,
    http: PATIENCE,
    logger: false,
    // An address that can't be decoded meets no hook: answered here, with the headers and without the address.
    frameworkErrors(_error, _request, reply) {
      sendError(reply.headers(headersFor(publicUrl)), 400, 'BAD_USER_INPUT', 'This address can not be read.');
    },
  });
}

export async function createHttpServer<Context extends GraphQLContext>(options: HttpOptions<Context>) {
  const app = emptyServer(options);
  // Before whatever may refuse one.
  tellOfRequests(app, options);
  await app.register(cookie);
  securityHeaders(app, options.publicUrl);
  refuseForeignRequests(app, options);
  answerErrorsInGraphQLShape(app, options.log);
  letConnectionsGo(app);
  serveStanding(app, options);
  // As a preHandler: reading the body loses the AsyncLocalStorage that carries the language.
  const inLanguage: preHandlerHookHandler = (request, _reply, done) =>
    speaking(requestLanguage(request), done);
  const graphql = fastifyApolloHandler(options.apollo, { context: orUnavailable(options.openRequest) });
  const preValidation = chooseDocument(readTrustedDocuments(options.appDir), options);
  app.post(API, { preValidation, preHandler: inLanguage }, (request, reply) => {
    reply.header('cache-control', 'no-store');
    return graphql.call(app, request, reply);
  });
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: API,
    handler: (_request, reply) =>
      sendError(reply.header('allow', 'POST'), 405, 'BAD_USER_INPUT', 'Use POST with application/json.'),
  });
  await serveWebhooks(app, options.webhooks);
  // Refused in production, and only for this machine: where letters are kept there is a developer.
  if (options.mailbox) {
    serveMailbox(app, options.mailbox);
    serveExplorer(app);
  }
  await serveApp(app, options.appDir, { mailbox: options.mailbox !== null, kept: options.kept });
  return app;
}

function answerErrorsInGraphQLShape(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    // A connection that somebody else cut is told of in the same words, and is no fault of ours.
    const away = status >= 500 && maskedUnavailable(log, error);
    if (away)
      return reply
        .code(503)
        .header('retry-after', RETRY_AFTER_S)
        .send({ errors: [away] });
    if (status >= 500) return reply.code(500).send({ errors: [masked(log, error)] });
    return sendError(
      reply,
      status,
      'BAD_USER_INPUT',
      ENTRANCE_WORDS[status] ?? 'This request can not be read.',
    );
  });
}

/** A connection that is kept alive after its last answer would hold up the end for longer than a host waits. */
function letConnectionsGo(app: FastifyInstance): void {
  let isEnding = false;
  app.addHook('preClose', (done) => {
    isEnding = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isEnding) reply.header('connection', 'close');
    done();
  });
}

const ENTRANCE_WORDS: Record<number, string> = {
  413: 'The request is too large.',
  415: 'Send application/json.',
};

const API = '/graphql';

/** One line for each request: no address, no query, no body, nothing that was typed. Those to the API are counted too. */
function tellOfRequests(
  app: FastifyInstance,
  { log, requestEnded }: Pick<HttpOptions<GraphQLContext>, 'log' | 'requestEnded'>,
): void {
  app.decorateRequest('told');
  app.addHook('onRequest', (request, _reply, done) => {
    request.told = { operation: request.routeOptions.url === API ? 'other' : 'none', outcome: null };
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { id, method, routeOptions, told } = request;
    const { operation, outcome } = told;
    const { statusCode: status, elapsedTime } = reply;
    const route = routeOptions.url ?? 'none';
    log.info({ request: id, method, route, operation, status, ms: Math.round(elapsedTime) }, 'request');
    if (route === API && method === 'POST')
      requestEnded(operation, outcome ?? `status_${status}`, elapsedTime / SECOND_MS);
    done();
  });
}
