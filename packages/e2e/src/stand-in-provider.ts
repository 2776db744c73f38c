/** The stand-in for the mail provider, as a person starts it for a demo: a process of its own that speaks its HTTP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Mailbox } from './mailbox.ts';

const program = join(import.meta.dirname, '../../server/test/world/stand-in-provider.ts');
const webhookKey = 'signing-key';

export type Orders = { nobodyHas?: string[]; mood?: string; webhook?: string };

export interface StandIn {
  /** What a server needs to send through it. */
  env: Record<string, string>;
  /** What it delivered. */
  mailbox: Mailbox;
  /** What it shall do from now on; see the program. */
  order(orders: Orders): Promise<void>;
  stop(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const child = spawn(process.execPath, [program, '--port', '0', '--webhook-key', webhookKey], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(greeting.toString())?.[0];
  if (url === undefined) throw new Error(`The stand-in said: ${greeting.toString()}`);
  return {
    env: {
      MAIL: 'mailgun',
      MAILGUN_KEY: 'key',
      MAILGUN_DOMAIN: 'mail.test',
      MAILGUN_URL: url,
      MAILGUN_WEBHOOK_KEY: webhookKey,
    },
    mailbox: new Mailbox(url),
    async order(orders) {
      const answer = await fetch(`${url}/stand-in`, { method: 'PUT', body: JSON.stringify(orders) });
      if (!answer.ok) throw new Error(`The stand-in answered ${String(answer.status)}`);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
