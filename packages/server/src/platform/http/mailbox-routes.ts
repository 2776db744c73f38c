import type { FastifyInstance } from 'fastify';
import type { Mailbox } from '../mail/mailbox.ts';

/** The letters of this machine. The page at /dev/mailbox is the app's; these are what it reads. */
export function serveMailbox(app: FastifyInstance, mailbox: Mailbox): void {
  app.get('/dev/mailbox.json', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return mailbox.letters();
  });
  app.get<{ Params: { id: string } }>('/dev/mailbox/:id.html', async (request, reply) => {
    const letter = (await mailbox.letters()).find(({ id }) => id === request.params.id);
    if (!letter) return reply.callNotFound();
    // Letters style themselves inline, as mail must; shown in a frame that may do nothing else.
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups",
      })
      .type('text/html; charset=utf-8')
      .send(letter.html);
  });
}
