import type { Env } from './env.ts';
import { applyProviderEvent, takeInboundMail } from './features/messages/index.ts';
import type { PostedForm } from './platform/http/form-body.ts';
import type { Webhooks } from './platform/http/webhooks.ts';
import type { Log } from './platform/log.ts';
import { readMailgunEvent } from './platform/mail/mailgun-event.ts';
import { readMailgunInbound } from './platform/mail/mailgun-inbound.ts';
import type { Mechanisms } from './request-context.ts';

/** What the mail provider may tell this server, as its settings say. */
export function webhooksOf(env: Env, open: () => Mechanisms, log: Log): Webhooks {
  return { events: webhookOf(env, open, log), inbound: inboundOf(env, open, log) };
}

/** Bad signature: 406, so that the provider gives up; a replay is answered like the first time. */
function webhookOf(
  { mail }: Env,
  open: () => Mechanisms,
  log: Log,
): ((body: unknown) => Promise<number>) | null {
  const keys = mail.kind === 'mailgun' ? (mail.webhookKeys ?? []) : [];
  if (keys.length === 0) return null;
  return async (body) => {
    const context = open();
    const event = readMailgunEvent(body, keys, context.clock.now());
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
    const mail = readMailgunInbound(form, inbound.keys, context.clock.now());
    if (!mail) {
      log.warn('an incoming mail without a good signature was refused');
      return 406;
    }
    log.info({ outcome: await takeInboundMail(context, mail) }, 'a mail came in');
    return 200;
  };
}
