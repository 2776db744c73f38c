/** Mail that comes in, handed over as the provider does it. */
import { createHmac, randomUUID } from 'node:crypto';

const key = 'signing-key';

/** Settings of a server that takes replies. */
export const receivingMail = { MAILGUN_INBOUND_DOMAIN: 'reply.example.com', MAILGUN_WEBHOOK_KEY: key };

type More = { attachments?: string[]; headers?: Record<string, string> };

/** What the provider writes into the head of a mail that nobody vouches for. */
export const unproven = { 'X-Mailgun-Spf': 'Fail', 'X-Mailgun-Dkim-Check-Result': 'Fail' };

/** Hands in a mail and gives the status of the answer. */
export async function mailIn(
  serverUrl: string,
  recipient: string,
  sender: string,
  text: string,
  { attachments = [], headers = {} }: More = {},
): Promise<number> {
  const [timestamp, token] = [String(Math.floor(Date.now() / 1000)), randomUUID()];
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  const form = new FormData();
  const fields = { timestamp, token, signature, recipient, sender, from: sender, 'body-plain': text };
  form.append('message-headers', JSON.stringify(Object.entries(headers)));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [at, name] of attachments.entries())
    form.append(`attachment-${String(at + 1)}`, new File(['a picture'], name));
  return (await fetch(`${serverUrl}/webhooks/mailgun/inbound`, { method: 'POST', body: form })).status;
}
