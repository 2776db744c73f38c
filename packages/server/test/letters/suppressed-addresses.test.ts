import {
  CheckMessageDocument,
  ClientDocument,
  MessageDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  RetryDeliveryDocument,
  RetryEmailAddressDocument,
  SendMessageDocument,
  SiteDocument,
} from '@latchstring/operations';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { securityLetterQueue } from '../../src/features/accounts/security-letter-job.ts';
import { enqueueDueJobs } from '../../src/platform/jobs/waiting-jobs.ts';
import { hashToken } from '../../src/platform/random-token.ts';
import { logIn, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { tellTo, type ToldEvent } from '../world/provider-event.ts';
import { Provider } from '../world/provider.ts';
import { deliverNow, MINUTE_MS, sendTo, tokenOf } from '../world/sending.ts';
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
const HOUR_MS = 60 * MINUTE_MS;

async function tell(told: ToldEvent): Promise<void> {
  expect(await tellTo(world, told, key)).toBe(200);
}
beforeAll(() => void (provider.tell = tell));
afterAll(() => provider.close());
afterEach(async () => {
  provider.listMood = 'accepts';
  provider.nobodyHas.clear();
  provider.calledSpam.clear();
  await world.settle();
});

const arrivedAt = (address: string) =>
  provider.delivered.map(({ form }) => form).filter((form) => form.get('to') === address);

/** A browser that this client has logged in with. */
async function homeOf({ id }: { id: string }): Promise<Browser> {
  const home = world.browser();
  await home.run(SiteDocument, {});
  const hash = hashToken([...home.cookies.values()][0] ?? '');
  const values = [id, hash, world.clock.now()];
  await world.rows(
    'insert into known_browser (account_id, browser_hash, last_login_at) values (?, ?, ?)',
    values,
  );
  return home;
}

/** As long as a letter that anybody may have asked for is given to get through. */
async function halfAnHour(): Promise<void> {
  world.clock.advance(HOUR_MS / 2);
  await enqueueDueJobs(world.app.open());
  await world.settle();
}

/** A coach whose message came back from, or was called spam by, their only client. */
async function aMarkedClient(mark: 'nobodyHas' | 'calledSpam') {
  const address = `marked.${mark.toLowerCase()}.${world.clock.now().getTime()}@client.test`;
  provider[mark].add(address);
  const sent = await sendTo(world, 1, {}, { email: address });
  await world.settle();
  provider[mark].clear();
  const { browser, people, input } = sent;
  const client = people[0] ?? { id: '', username: '', email: '' };
  const state = async () => {
    await world.settle();
    return (await browser.run(ClientDocument, { id: client.id })).client?.emailState;
  };
  const send = async () => {
    const { sendMessage } = await browser.run(SendMessageDocument, { input });
    const id = sendMessage.__typename === 'MessageAccepted' ? sendMessage.acceptedMessage.id : '';
    await world.settle();
    const look = async () =>
      (await browser.run(MessageDocument, { id, deliveries: 1 })).message?.deliveries.nodes[0];
    return { look, delivery: await look() };
  };
  const askForLink = async () => {
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await world.settle();
  };
  const retry = () => browser.run(RetryEmailAddressDocument, { clientId: client.id });
  world.clock.advance(MINUTE_MS);
  return { ...sent, client, state, send, askForLink, retry };
}

describe('an address from which a mail came back', () => {
  it('C079 retryEmailAddress lifts the provider’s suppression too, and the next message arrives and clears the mark', async () => {
    const { client, state, retry, send } = await aMarkedClient('nobodyHas');
    expect(await state()).toBe('BOUNCED');
    expect(provider.lists.bounces).toContain(client.email);
    expect((await send()).delivery?.state).toBe('HELD');
    expect(await retry()).toMatchObject({ retryEmailAddress: { client: { emailState: 'UNKNOWN' } } });
    await world.settle();
    expect(provider.lists.bounces).not.toContain(client.email);
    expect((await send()).delivery?.state).toBe('DELIVERED');
    expect(await state()).toBe('DELIVERED');
    expect(arrivedAt(client.email)).toHaveLength(1);
  });

  it('waits with its mails while the provider can not be told, and loses neither them nor the wish', async () => {
    const { client, retry, send, state } = await aMarkedClient('nobodyHas');
    provider.listMood = 'answers 500';
    const calls = provider.calls;
    await retry();
    const sending = send();
    await expect
      .poll(() => world.rows('select 1 from delivery where attempts > 0 and client_id = ?', [client.id]), {
        timeout: 10_000,
      })
      .toHaveLength(2);
    expect(provider.calls).toBe(calls);
    provider.listMood = 'accepts';
    const { look } = await sending;
    world.clock.advance(MINUTE_MS);
    await deliverNow(world);
    expect((await look())?.state).toBe('DELIVERED');
    expect(provider.lists.bounces).not.toContain(client.email);
    expect(await state()).toBe('DELIVERED');
    expect(await world.rows('select 1 from account where email_retry_at is not null')).toHaveLength(0);
  });

  it('does not wait for a provider that will never lift it: what it knows decides', async () => {
    const { retry, send } = await aMarkedClient('nobodyHas');
    provider.listMood = 'answers 403';
    await retry();
    const { delivery } = await send();
    expect(delivery?.state).toBe('BOUNCED');
    expect(delivery?.reason).toContain('suppressed');
  });

  it('is lifted for its owner’s own request, once an hour and from a known browser always; only the latter moves the mark', async () => {
    const { client, askForLink } = await aMarkedClient('nobodyHas');
    const mark = async () => {
      await world.settle();
      return (await world.rows('select email_state from account where id = ?', [client.id]))[0];
    };
    const home = await homeOf(client);
    provider.nobodyHas.add(client.email);
    await askForLink();
    expect(provider.lists.bounces).toContain(client.email);
    provider.nobodyHas.clear();
    // The hour's one try is over, for strangers.
    await askForLink();
    expect(arrivedAt(client.email)).toHaveLength(0);
    world.clock.advance(HOUR_MS + MINUTE_MS);
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    expect(await mark()).toEqual({ email_state: 'BOUNCED' });
    expect(arrivedAt(client.email)).toHaveLength(1);
    provider.lists.bounces.add(client.email);
    await home.run(RequestLoginLinkDocument, { username: client.username });
    expect(await mark()).toEqual({ email_state: 'DELIVERED' });
    expect(arrivedAt(client.email)).toHaveLength(2);
  });

  it('stays marked when an older mail is told of late', async () => {
    const { client, state, retry, look } = await aMarkedClient('nobodyHas');
    const older = new Date(world.clock.now().getTime() - 5 * MINUTE_MS);
    const messageId = `${(await look())?.deliveries.nodes[0]?.id ?? ''}@mail.test`;
    const told = { recipient: client.email, messageId, at: older };
    await tell({ ...told, event: 'delivered' });
    expect(await state()).toBe('BOUNCED');
    await retry();
    await tell({ ...told, event: 'failed' });
    expect(await state()).toBe('UNKNOWN');
  });

  it('has its deliveries retried as new mails: what is told of the old one changes nothing', async () => {
    const { browser, id, look, people, retry } = await aMarkedClient('nobodyHas');
    const delivery = (await look())?.deliveries.nodes[0];
    expect(delivery?.state).toBe('BOUNCED');
    await retry();
    await browser.run(RetryDeliveryDocument, { id: delivery?.id ?? '' });
    expect((await look())?.deliveries.nodes[0]?.state).toBe('DELIVERED');
    const recipient = people[0]?.email ?? '';
    await tell({ event: 'failed', recipient, messageId: `${delivery?.id ?? ''}@mail.test` });
    expect((await look())?.deliveries.nodes[0]?.state).toBe('DELIVERED');
    const mails = provider.to(recipient).map((form) => form.get('h:Message-ID'));
    expect(new Set(mails).size).toBe(2);
    expect(await world.rows('select 1 from message where id = ? and state <> ?', [id, 'SENT'])).toEqual([]);
  });
});

describe('a client who called a mail spam', () => {
  it('gets no message of their coach’s, and no retry of the coach’s changes that', async () => {
    const { browser, input, client, state, retry, send } = await aMarkedClient('calledSpam');
    expect(await state()).toBe('COMPLAINED');
    await retry();
    expect(await state()).toBe('COMPLAINED');
    expect(provider.lists.complaints).toContain(client.email);
    const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 1 });
    expect(checkMessage).toMatchObject({ problems: [{ kind: 'RECIPIENT_UNDELIVERABLE' }] });
    expect((await send()).delivery).toMatchObject({ state: 'HELD', loginLink: 'NONE' });
  });

  it('gets the letter they ask for themselves, which arrives and clears the mark', async () => {
    const { client, state, askForLink, send } = await aMarkedClient('calledSpam');
    await askForLink();
    const letters = arrivedAt(client.email);
    expect(letters).toHaveLength(2);
    await halfAnHour();
    expect(provider.lists.complaints).toContain(client.email);
    // Where no letter about a new browser follows.
    const home = await homeOf(client);
    expect((await redeem(home, tokenOf(letters[1]))).__typename).toBe('LoggedIn');
    expect(await state()).toBe('DELIVERED');
    expect(provider.lists.complaints).not.toContain(client.email);
    expect((await send()).delivery?.state).toBe('DELIVERED');
  });

  it('is warned all the same while the provider has not heard yet that they took it back', async () => {
    const { client, state, askForLink } = await aMarkedClient('calledSpam');
    await askForLink();
    const letters = arrivedAt(client.email);
    await redeem(await homeOf(client), tokenOf(letters[1]));
    await world.settle();
    expect(await state()).toBe('DELIVERED');
    provider.lists.complaints.add(client.email);
    const { jobs, em } = world.app.open();
    await jobs.enqueue(em, securityLetterQueue, {
      kind: 'PASSWORD_CHANGED',
      accountId: client.id,
      at: world.clock.now().toISOString(),
      device: 'Firefox on Windows',
    });
    await world.settle();
    expect(arrivedAt(client.email)).toHaveLength(letters.length + 1);
  });

  it('C079 stays one, whoever asks for a letter in their name: it arrives, and no message is let through by it', async () => {
    const { client, state, send } = await aMarkedClient('calledSpam');
    // Their coach, logged out, knows the address.
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    expect(await state()).toBe('COMPLAINED');
    expect(arrivedAt(client.email)).toHaveLength(2);
    expect((await send()).delivery).toMatchObject({ state: 'HELD' });
    // Lifted for that letter alone: nobody else's mail gets through by it either.
    await halfAnHour();
    expect(provider.lists.complaints).toContain(client.email);
    // The client's next login by password says nothing of mail.
    const password = 'paper boats at noon';
    const passwordHash = await world.app.open().passwords.hash(password);
    await world.rows('update account set password_hash = ? where id = ?', [passwordHash, client.id]);
    expect((await logIn(world.browser(), client.username, password)).__typename).toBe('LoggedIn');
    expect(await state()).toBe('COMPLAINED');
    // In the browser that asked, it does.
    const phone = world.browser();
    await phone.run(SiteDocument, {});
    await phone.run(RecoverUsernameDocument, { email: client.email });
    await world.settle();
    await logIn(phone, client.username, password);
    expect(await state()).toBe('DELIVERED');
    await halfAnHour();
    expect((await send()).delivery?.state).toBe('DELIVERED');
  });

  it('stays one when a message arrives late, and when another comes back because of the complaint', async () => {
    const { client, state, look } = await aMarkedClient('calledSpam');
    const messageId = `${(await look())?.deliveries.nodes[0]?.id ?? ''}@mail.test`;
    await tell({ event: 'delivered', recipient: client.email, messageId });
    expect(await state()).toBe('COMPLAINED');
    await tell({ recipient: client.email, messageId, event: 'failed', reason: 'suppress-complaint' });
    await tell({ recipient: client.email, messageId, event: 'failed' });
    expect(await state()).toBe('COMPLAINED');
  });
});

describe('an event that is faster than the answer', () => {
  it('stands for it: the message is done, and the link is in the diary once', async () => {
    const { look, people } = await sendTo(world, 1);
    expect(await look()).toMatchObject({ state: 'SENT', deliveryCounts: { delivered: 1 } });
    provider.mood = 'hangs after accepting';
    const silent = await sendTo(world, 1);
    await expect.poll(() => provider.to(silent.first), { timeout: 10_000 }).toHaveLength(1);
    await expect
      .poll(() => world.rows('select 1 from message where id = ? and state = ?', [silent.id, 'SENT']), {
        timeout: 10_000,
      })
      .toHaveLength(1);
    provider.mood = 'accepts';
    for (const id of [people[0]?.id, silent.people[0]?.id])
      expect(
        await world.rows(`select 1 from access_event where account_id = ? and kind like '%BY_COACH'`, [id]),
      ).toHaveLength(1);
  });
});
