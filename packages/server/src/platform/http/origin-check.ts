import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './send-error.ts';

interface Entrance {
  publicUrl: string;
  localOnly: boolean;
  /** Whether the header `Authorization: Bearer …` holds an API token that works. */
  isGoodToken(authorization: string): Promise<boolean>;
}

/** Where pages of other sites may ask, by a token, which no browser sends by itself. */
const API = '/graphql';
const ANY_SITE = { 'access-control-allow-origin': '*' };

/**
 * Refuses what another site sends in a visitor's name (Origin, Sec-Fetch-Site) and, where this server is for this
 * machine alone, any other Host: a name that somebody points at 127.0.0.1 must not open it (DNS rebinding). Only an API
 * token that works is served across sites: no cookie is read beside it.
 */
export function refuseForeignRequests(app: FastifyInstance, entrance: Entrance): void {
  const own = new URL(entrance.publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers } = request;
    if (entrance.localOnly && !isLocal(headers.host, own.host))
      return sendError(reply, 421, 'BAD_USER_INPUT', 'This server answers to its own name only.');
    if (method === 'GET' || method === 'HEAD') return;
    if (isOwnOrigin(headers, own.origin, entrance.localOnly)) return;
    if (asksWhetherTokensMay(request)) return allowTokens(reply);
    if (!(await comesWithToken(request, entrance)))
      return sendError(reply, 403, 'FORBIDDEN', 'This request comes from another site.');
    reply.headers(ANY_SITE).header('access-control-expose-headers', 'retry-after');
  });
}

/** What a browser asks before a page of another site may send an API token. */
function asksWhetherTokensMay({ method, url, headers }: FastifyRequest): boolean {
  const named = String(headers['access-control-request-headers'] ?? '').toLowerCase();
  return (
    method === 'OPTIONS' &&
    url === API &&
    headers['access-control-request-method'] === 'POST' &&
    named.split(/\s*,\s*/).includes('authorization')
  );
}

function allowTokens(reply: FastifyReply): FastifyReply {
  const allowed = { 'access-control-allow-methods': 'POST', 'access-control-max-age': '600' };
  return reply
    .code(204)
    .headers({ ...ANY_SITE, ...allowed, 'access-control-allow-headers': 'authorization, content-type' })
    .send();
}

async function comesWithToken({ url, headers }: FastifyRequest, { isGoodToken }: Entrance): Promise<boolean> {
  return url === API && headers.authorization !== undefined && (await isGoodToken(headers.authorization));
}

function isLocal(host: string | undefined, ownHost: string): boolean {
  if (!host) return false;
  if (host === ownHost) return true;
  return ['localhost', '127.0.0.1', '[::1]'].includes(host.replace(/:\d+$/, ''));
}

type Headers = Record<string, string | string[] | undefined>;

/** Browsers always say where an unsafe request comes from; scripts, which carry no cookies by themselves, say nothing. */
function isOwnOrigin(headers: Headers, ownOrigin: string, localOnly: boolean): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers['origin'];
  if (origin === undefined || origin === ownOrigin) return true;
  // On a developer's machine the app may be open as 127.0.0.1 or localhost: the host was checked above.
  return localOnly && origin === `http://${String(headers['host'])}`;
}
