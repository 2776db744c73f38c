import { randomUUID } from 'node:crypto';
import {
  CheckMessageDocument,
  ClientDocument,
  MessageDocument,
  RequestLoginLinkDocument,
  RetryDeliveryDocument,
  RetryEmailAddressDocument,
  SendMessageDocument,
} from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { tellTo, type ToldEvent } from '../world/provider-event.ts';
import { Provider } from '../world/provider.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = {
  kind: 'mailgun',
  key: 'key',
  domain: 'mail.test',
  url,
  webhookKeys: [key],
  timeoutMs: 2_000,
} as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

const tell = ({ signWith = key, ...told }: ToldEvent & { signWith?: string }) =>
  tellTo(world, told, signWith);

function status(code: number, enhanced: string, message: string): Partial<ToldEvent> {
  return { status: { code, ...(enhanced ? { 'enhanced-code': enhanced } : {}), message } };
}

/** How the coach is told of each. */
const WORDS: Record<string, RegExp> = {
  ADDRESS: /^The address takes no mail/,
  CONTENT: /for what it says/,
  REPUTATION: /takes no mail of this site/,
  ACCOUNT: /this site’s account/,
  SERVER: /was not reached for hours/,
};

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
    expect(await look()).toMatchObject({
      state: 'BOUNCED',
      fault: 'ADDRESS',
      reason: 'The address takes no mail. Correct it, or try it again. (no such mailbox)',
    });
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

  const cases: [string, Partial<ToldEvent>, string, boolean][] = [
    // By the provider's own word for it.
    ['an address on its list of bounces', { reason: 'suppress-bounce' }, 'ADDRESS', true],
    ['a block by the mail host', { reason: 'espblock' }, 'REPUTATION', false],
    [
      'hours without an answer',
      { reason: 'old', status: { code: 602, message: 'Too old' } },
      'SERVER',
      false,
    ],
    ['a reader on its list of unsubscribed', { reason: 'suppress-unsubscribe' }, 'ACCOUNT', false],
    // By the enhanced status.
    ['nobody there', status(550, '5.1.1', 'user unknown'), 'ADDRESS', true],
    ['a full mailbox', status(552, '5.2.2', 'mailbox full'), 'ADDRESS', true],
    ['a mail that is too large', status(552, '5.2.3', 'message too large'), 'CONTENT', false],
    ['a text that looks like spam', status(550, '5.7.1', 'message contains spam'), 'CONTENT', false],
    ['a sender that is not trusted', status(550, '5.7.26', 'unauthenticated email'), 'REPUTATION', false],
    ['a rule of the host', status(554, '5.7.1', 'delivery not authorized'), 'REPUTATION', false],
    // By nothing but words.
    ['a list of blocked hosts', status(554, '', 'blocked using zen.spamhaus.org'), 'REPUTATION', false],
    ['a virus scanner', status(554, '', 'virus found'), 'CONTENT', false],
    ['a mailbox that is gone', status(550, '', 'no such user here'), 'ADDRESS', true],
    ['a domain without mail', status(498, '', 'No MX for gone.test'), 'ADDRESS', true],
    ['a server out of reach', status(421, '', 'Connection refused'), 'SERVER', false],
  ];

  it.each(cases)(
    'C156 reads "%s" for what it is about, and only an address is marked',
    async (_what, more, fault, marks) => {
      const { look, messageId, recipient, emailState } = await aDelivery();
      await tell({ event: 'failed', messageId, recipient, ...more });
      const delivery = await look();
      expect(delivery).toMatchObject({ state: 'BOUNCED', fault });
      expect(delivery?.reason).toMatch(WORDS[fault] ?? /^$/);
      expect(await emailState()).toBe(marks ? 'BOUNCED' : 'UNKNOWN');
    },
  );

  it.each([
    ['Sandbox subdomains are for test purposes only.', 'ACCOUNT'],
    ['Message content looks like spam', 'CONTENT'],
  ])(
    'C156 rejected, with "%s", of a mail that was taken: FAILED with that reason in words',
    async (reason, fault) => {
      const { look, messageId, recipient, emailState } = await aDelivery();
      world.logLines.length = 0;
      await tell({ event: 'rejected', messageId, recipient, reason });
      const delivery = await look();
      expect(delivery).toMatchObject({ state: 'FAILED', fault, loginLink: 'NONE' });
      expect(delivery?.reason).toContain(reason);
      expect(delivery?.reason).toMatch(WORDS[fault] ?? /^$/);
      expect(await emailState()).toBe('UNKNOWN');
      const told = world.logLines.filter((line) => line.includes('turned away for who we are'));
      expect(told).toHaveLength(fault === 'ACCOUNT' ? 1 : 0);
      expect(told.join()).not.toContain(recipient);
    },
  );

  it('C156 is known by our own variable where the Message-ID is another one', async () => {
    const { look, messageId, recipient } = await aDelivery();
    const own = messageId.split('@')[0] ?? '';
    await tell({ event: 'delivered', messageId: '', recipient, variables: { 'latchstring-mail': own } });
    expect((await look())?.state).toBe('DELIVERED');
    expect(provider.to(recipient)[0]?.get('v:latchstring-mail')).toBe(own);
  });

  it('C157 "try again" on a bounced delivery goes: its address is tried again with it', async () => {
    const { browser, look, messageId, recipient, emailState } = await aDelivery();
    await tell({ event: 'failed', messageId, recipient });
    expect(await emailState()).toBe('BOUNCED');
    const delivery = await look();
    const { retryDelivery } = await browser.run(RetryDeliveryDocument, { id: delivery?.id ?? '' });
    expect(retryDelivery.__typename).toBe('MessageAccepted');
    await world.settle();
    expect(await look()).toMatchObject({ state: 'SENT', fault: null, reason: null });
    expect(provider.to(recipient)).toHaveLength(2);
  });

  it.each<[string, string, Partial<Record<string, string>>]>([
    ['a deactivated client', 'RECIPIENT_INACTIVE', { status: 'INACTIVE' }],
    ['a client who called our mail spam', 'RECIPIENT_UNDELIVERABLE', { email_state: 'COMPLAINED' }],
  ])(
    'C157 "try again" for %s says why it can not, changes nothing, and goes once that is mended',
    async (_who, kind, change) => {
      const { browser, client, look, messageId, recipient } = await aDelivery();
      await tell({ event: 'failed', messageId, recipient, reason: 'espblock' });
      const [[column = '', value] = []] = Object.entries(change);
      const set = (to: string) =>
        world.rows(`update account set ${column} = ? where id = ?`, [to, client.id]);
      await set(value ?? '');
      const before = await look();
      const { retryDelivery } = await browser.run(RetryDeliveryDocument, { id: before?.id ?? '' });
      expect(retryDelivery).toMatchObject({
        __typename: 'MessageRejected',
        problems: [{ severity: 'ERROR', kind, clients: [{ id: client.id }] }],
      });
      expect(await look()).toEqual(before);
      await set(column === 'status' ? 'ACTIVE' : 'UNKNOWN');
      await browser.run(RetryDeliveryDocument, { id: before?.id ?? '' });
      await world.settle();
      expect((await look())?.state).toBe('SENT');
    },
  );

  it('C080 claims nothing of opens', async () => {
    const { look, messageId, recipient } = await aDelivery();
    expect(await tell({ event: 'opened', messageId, recipient })).toBe(200);
    expect((await look())?.state).toBe('SENT');
  });
});
