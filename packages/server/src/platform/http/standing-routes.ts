import type { FastifyInstance } from 'fastify';
import { sendError } from './send-error.ts';

/** How this server stands, for whoever sends people to it. */
export interface Standing {
  /** Null: it is ready. */
  whyNotReady(): Promise<string | null>;
  /** Nothing of the API is served for now. */
  isClosed(): Promise<boolean>;
  /** Whether somebody does what is asked for here, and what there is to say about it. */
  mailStanding(): Promise<{ isWorkedOn: boolean; words: string }>;
}

/** Says how the server stands, and serves nothing of the API while it is closed. */
export function serveStanding(app: FastifyInstance, standing: Standing): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(graphql|webhooks)\b/.test(request.routeOptions.url ?? '') || !(await standing.isClosed()))
      return;
    await sendError(reply.header('retry-after', '60'), 503, 'UNAVAILABLE', 'Try again in some minutes.');
  });
  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const why = await standing.whyNotReady();
    return reply
      .code(why === null ? 200 : 503)
      .type('text/plain')
      .send(why === null ? 'ready\n' : `not ready: ${why}\n`);
  });
  app.get('/readyz/mail', async (_request, reply) => {
    const { isWorkedOn, words } = await standing.mailStanding();
    return reply
      .code(isWorkedOn ? 200 : 503)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`${words}\n`);
  });
}
