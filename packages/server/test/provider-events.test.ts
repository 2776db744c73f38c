import { randomUUID } from 'node:crypto';
import {
  CheckMessageDocument,
  ClientDocument,
  MessageDocument,
  RequestLoginLinkDocument,
  RetryEmailAddressDocument,
  SendMessageDocument,
} from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from './world/acts.ts';
import { aClient, aCoach } from './world/people.ts';
import { tellTo, type ToldEvent } from './world/provider-event.ts';
import { Provider } from './world/provider.ts';
import { useWorld } from './world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = {
  kind: 'mailgun',
  key: 'key',
  domain: 'mail.test',
  url,
  webhookKey: key,
  timeoutMs: 2_000,
} as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

const tell = ({ signWith = key, ...told }: ToldEvent & { signWith?: string }) =>
  tellTo(world, told, signWith);

async function aDelivery() {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const browser = await loggedInBrowser(world, coach);
  const input = {
    subject: 'Hi',
    body: 'Hello',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  const id = sendMessage.__typename === 'MessageAccepted' ? sendMessage.acceptedMessage.id : '';
  await world.settle();
  const look = async () =>
    (await browser.run(MessageDocument, { id, deliveries: 1 })).message?.deliveries.nodes[0];
  const delivery = await look();
  const emailState = async () => (await browser.run(ClientDocument, { id: client.id })).client?.emailState;
  return {
    browser,
    client,
    input,
    look,
    emailState,
    messageId: `${delivery?.id ?? ''}@mail.test`,
    recipient: client.email,
  };
}

describe('what the provider tells', () => {
  it('moves a delivery forward and never back', async () => {
    const { look, messageId, recipient, emailState } = await aDelivery();
    expect((await look())?.state).toBe('SENT');
    expect(await tell({ event: 'delivered', messageId, recipient: recipient.toUpperCase() })).toBe(200);
    expect((await look())?.state).toBe('DELIVERED');
    expect(await emailState()).toBe('DELIVERED');
    await tell({ event: 'failed', messageId, recipient });
    expect(await look()).toMatchObject({ state: 'BOUNCED', reason: 'no such mailbox' });
    await tell({ event: 'delivered', messageId, recipient });
    expect((await look())?.state).toBe('BOUNCED');
  });

  it('is refused with 406 when badly signed, too old, or no event at all, and changes nothing', async () => {
    const { look, messageId, recipient } = await aDelivery();
    expect(await tell({ event: 'failed', messageId, recipient, signWith: 'another-key' })).toBe(406);
    expect(await tell({ event: 'failed', messageId, recipient, ageSeconds: 25 * 3600 })).toBe(406);
    for (const payload of ['{}', '[]', 'null', '{"signature":{"timestamp":{},"token":[],"signature":1}}']) {
      const response = await world
        .browser()
        .send('POST', '/webhooks/mailgun', { payload, headers: { 'content-type': 'application/json' } });
      expect(response.statusCode).toBe(406);
    }
    expect((await look())?.state).toBe('SENT');
  });

  it('does nothing the second time, and nothing for a mail and an address that do not belong together', async () => {
    const { look, messageId, recipient } = await aDelivery();
    expect(await tell({ event: 'failed', messageId, recipient: 'somebody.else@client.test' })).toBe(200);
    expect((await look())?.state).toBe('SENT');
    const token = randomUUID();
    expect(await tell({ event: 'delivered', messageId, recipient, token })).toBe(200);
    expect(await tell({ event: 'failed', messageId, recipient, token })).toBe(200);
    expect((await look())?.state).toBe('DELIVERED');
  });

  it('C079 a bounce is shown to the coach before the next sending, and a stranger sees no difference', async () => {
    const { browser, client, input, messageId, recipient, emailState } = await aDelivery();
    await tell({ event: 'failed', messageId, recipient });
    const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 1 });
    expect(checkMessage).toMatchObject({
      problems: [{ kind: 'RECIPIENT_UNDELIVERABLE', clients: [{ id: client.id }] }],
    });
    const ask = async (username: string) =>
      (await world.browser().ask(RequestLoginLinkDocument, { username })).response.body;
    expect(await ask(client.username)).toBe(await ask('nobody.of.that.name'));
    await browser.run(RetryEmailAddressDocument, { clientId: client.id });
    expect(await emailState()).toBe('UNKNOWN');
  });

  it('C080 claims nothing of opens', async () => {
    const { look, messageId, recipient } = await aDelivery();
    expect(await tell({ event: 'opened', messageId, recipient })).toBe(200);
    expect((await look())?.state).toBe('SENT');
  });
});
