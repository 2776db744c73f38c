import type { FastifyInstance } from 'fastify';
import { sendError } from './send-error.ts';

interface Entrance {
  publicUrl: string;
  localOnly: boolean;
}

/**
 * Refuses what another site sends in a visitor's name (Origin, Sec-Fetch-Site) and, where this server is for this
 * machine alone, any other Host: a name that somebody points at 127.0.0.1 must not open it (DNS rebinding).
 */
export function refuseForeignRequests(app: FastifyInstance, { publicUrl, localOnly }: Entrance): void {
  const own = new URL(publicUrl);
  app.addHook('onRequest', (request, reply, done) => {
    if (localOnly && !isLocal(request.headers.host, own.host)) {
      sendError(reply, 421, 'BAD_USER_INPUT', 'This server answers to its own name only.');
      return;
    }
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (!safe && !isOwnOrigin(request.headers, own.origin, localOnly)) {
      sendError(reply, 403, 'FORBIDDEN', 'This request comes from another site.');
      return;
    }
    done();
  });
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
