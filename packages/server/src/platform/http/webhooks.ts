import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FORM_TYPES, readForm, type PostedForm } from './form-body.ts';

export interface Webhooks {
  /** Takes what the mail provider tells of our mails: the status of the answer. Null: nothing is taken. */
  events: ((body: unknown) => Promise<number>) | null;
  /** Takes the mails that come in. Null: none are taken. */
  inbound: ((form: PostedForm) => Promise<number>) | null;
}

const EVENT_LIMIT_BYTES = 1024 * 1024;
// Mailgun takes mails of up to 25 MB, attachments included; some more for the form around them.
const MAIL_LIMIT_BYTES = 30 * 1024 * 1024;

/** The addresses that the mail provider calls. */
export async function serveWebhooks(app: FastifyInstance, { events, inbound }: Webhooks): Promise<void> {
  if (events)
    app.post('/webhooks/mailgun', { bodyLimit: EVENT_LIMIT_BYTES }, async (request, reply) =>
      reply
        .code(await events(request.body))
        .type('text/plain')
        .send(''),
    );
  if (!inbound) return;
  await app.register(async (forms) => {
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser(FORM_TYPES, (request: FastifyRequest, payload: IncomingMessage) =>
      readForm(request.headers, payload, MAIL_LIMIT_BYTES),
    );
    // What is left of a body that was refused is not waited for.
    forms.addHook('onRequest', async (_request, reply) => void reply.header('connection', 'close'));
    forms.post<{ Body: PostedForm }>('/webhooks/mailgun/inbound', async (request, reply) =>
      reply
        .code(await inbound(request.body))
        .type('text/plain')
        .send(''),
    );
    await Promise.resolve();
  });
}
