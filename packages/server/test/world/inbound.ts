import { createHmac, randomUUID } from 'node:crypto';
import type { World } from './world.ts';

export const INBOUND = { domain: 'reply.test', keys: ['signing-key'] };

export interface MailIn {
  recipient: string;
  sender?: string;
  from?: string;
  text?: string;
  stripped?: string;
  html?: string;
  headers?: Record<string, string>;
  subject?: string;
  /** Names of files, or what they hold as well. */
  attachments?: (string | { name: string; holds: string })[];
  token?: string;
  ageSeconds?: number;
  signWith?: string;
  messageId?: string | null;
}

/** The fields of a form that is signed as the route signs it. */
export function signedFields(world: World, mail: MailIn): Record<string, string> {
  const { token = randomUUID(), ageSeconds = 0, signWith = INBOUND.keys.join() } = mail;
  const { messageId = `<${randomUUID()}@client.test>` } = mail;
  const sender = mail.sender ?? 'maria@client.test';
  const timestamp = String(Math.floor(world.clock.now().getTime() / 1_000) - ageSeconds);
  const signature = createHmac('sha256', signWith)
    .update(timestamp + token)
    .digest('hex');
  const headers = { ...(messageId ? { 'Message-Id': messageId } : {}), ...mail.headers };
  return {
    recipient: mail.recipient,
    sender,
    from: mail.from ?? `Maria Keller <${sender}>`,
    subject: mail.subject ?? 'Re: Hello',
    ...(mail.text === undefined ? {} : { 'body-plain': mail.text }),
    ...(mail.stripped === undefined ? {} : { 'stripped-text': mail.stripped }),
    ...(mail.html === undefined ? {} : { 'body-html': mail.html }),
    'message-headers': JSON.stringify(Object.entries(headers)),
    timestamp,
    token,
    signature,
  };
}

/** Hands a mail in as Mailgun's route does, and gives the status of the answer. */
export async function mailIn(world: World, mail: MailIn): Promise<number> {
  const fields = Object.entries(signedFields(world, mail));
  if (!mail.attachments) {
    const payload = new URLSearchParams(fields).toString();
    return post(world, payload, 'application/x-www-form-urlencoded');
  }
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const [at, file] of mail.attachments.entries()) {
    const { name, holds } = typeof file === 'string' ? { name: file, holds: 'what it holds' } : file;
    form.append(`attachment-${at + 1}`, new File([holds], name));
  }
  const response = new Response(form);
  return post(world, await response.text(), response.headers.get('content-type') ?? '');
}

export async function post(world: World, payload: string, type: string): Promise<number> {
  const headers = { 'content-type': type };
  const response = await world.browser().send('POST', '/webhooks/mailgun/inbound', { payload, headers });
  return response.statusCode;
}
