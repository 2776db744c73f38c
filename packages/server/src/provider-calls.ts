import type { Env } from './env.ts';
import { applyProviderEvent, takeInboundMail } from './features/messages/index.ts';
import type { PostedForm } from './platform/http/form-body.ts';
import type { Log } from './platform/log.ts';
import { readMailgunEvent } from './platform/mail/mailgun-event.ts';
import { readMailgunInbound } from './platform/mail/mailgun-inbound.ts';
import type { Mechanisms } from './request-context.ts';

/** Bad signature: 406, so that the provider gives up; a replay is answered like the first time. */
export function webhookOf(
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
export function inboundOf(
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
