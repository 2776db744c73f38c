import {
  CancelScheduledMessageDocument,
  CheckMessageDocument,
  DiscardDraftDocument,
  MessageCountsDocument,
  MessageDeliveriesDocument,
  MessageDocument,
  MessageRowsDocument,
  RevokeLoginLinksDocument,
  SaveDraftDocument,
  SendMessageDocument,
  type DeliveryOutcome,
  type LoginLinkState,
  type MessageInput,
  type MessageRowsQueryVariables,
} from '@latchstring/operations';
import { beforeEach, describe, expect, it } from 'vitest';
import { loggedInBrowser, logIn, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { keepHouse } from '../world/keep-house.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useTellingProvider } from '../world/telling-provider.ts';
import { deliverNow, tokenOf } from '../world/sending.ts';
import { statementsDuring } from '../world/statements.ts';

const { provider, world } = await useTellingProvider();
beforeEach(() => provider.nobodyHas.clear());

const DAY_MS = 24 * 60 * 60_000;

async function aDesk() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const browser = await loggedInBrowser(world, coach);
  const client = (firstName: string, lastName: string, more = {}) =>
    aClient(world, { ...own, firstName, lastName, ...more });
  return { coach, browser, client, again: () => logIn(browser, coach.username, coach.password) };
}

const text = (people: Person[], more: Partial<MessageInput> = {}): MessageInput => ({
  ...{ subject: 'Your way in', body: '[loginLink]', bodyFormat: 'TEXT', copyToMe: false },
  recipients: { clientIds: people.map(({ id }) => id), allActive: false },
  ...more,
});

async function send(browser: Browser, input: MessageInput): Promise<string> {
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  await deliverNow(world);
  return sendMessage.acceptedMessage.id;
}

async function list(browser: Browser, wish: Partial<MessageRowsQueryVariables> = {}) {
  world.clock.advance(1_000);
  return (await browser.run(MessageRowsDocument, { first: 50, show: 'ALL', ...wish })).messages;
}

const subjects = async (browser: Browser, wish: Partial<MessageRowsQueryVariables> = {}) =>
  (await list(browser, wish)).nodes.map(({ subject }) => subject);

async function deliveries(
  browser: Browser,
  id: string,
  link: LoginLinkState[] | null = null,
  orderBy: 'NAME' | 'NEED_YOU' = 'NAME',
  outcome: DeliveryOutcome | null = null,
) {
  const wish = { id, first: 50, link, orderBy, outcome };
  const { message } = await browser.run(MessageDeliveriesDocument, wish);
  if (!message) throw new Error('There is no such message');
  const { linkCounts, outcomeCounts } = message;
  return { ...message.deliveries, linkCounts, outcomeCounts };
}

describe('the lists of messages', () => {
  it('show drafts, what is scheduled, what was sent, and what needs the coach; and count them', async () => {
    const { browser, client, again } = await aDesk();
    const ana = await client('Ana', 'Ruiz');
    const gone = await client('Bo', 'Lind');
    await browser.run(SaveDraftDocument, { input: text([ana], { subject: 'A draft' }) });
    world.clock.advance(1_000);
    const schedule = { localTime: '2030-01-01T09:00', timeZone: 'Europe/Madrid' };
    await send(browser, text([ana], { subject: 'Next year', schedule }));
    world.clock.advance(1_000);
    await send(browser, text([ana], { subject: 'Went well' }));
    provider.nobodyHas.add(gone.email);
    world.clock.advance(1_000);
    await send(browser, text([ana, gone], { subject: 'Came back' }));
    expect(await subjects(browser)).toEqual(['Came back', 'Went well', 'Next year', 'A draft']);
    expect(await subjects(browser, { show: 'DRAFTS' })).toEqual(['A draft']);
    expect(await subjects(browser, { show: 'SCHEDULED' })).toEqual(['Next year']);
    expect(await subjects(browser, { show: 'SENT' })).toEqual(['Came back', 'Went well']);
    expect(await subjects(browser, { show: 'NEED_YOU' })).toEqual(['Came back']);
    const counts = async () => (await browser.run(MessageCountsDocument, {})).messageCounts;
    const all = { all: 4, drafts: 1, scheduled: 1, sent: 2 };
    expect(await counts()).toEqual(expect.objectContaining({ ...all, needYou: 1 }));
    world.clock.advance(31 * DAY_MS);
    await again();
    expect(await counts()).toEqual(expect.objectContaining({ ...all, needYou: 0 }));
  });

  it('C163 are searched by subject and by who reads them, without accents', async () => {
    const { browser, client } = await aDesk();
    const jan = await client('Jan', 'Šilhavý');
    const other = await client('Uwe', 'Groß');
    await browser.run(SaveDraftDocument, { input: text([jan], { subject: 'Résumé of autumn' }) });
    await send(browser, text([jan, other], { subject: 'News' }));
    await send(browser, text([other], { subject: 'Other news' }));
    expect((await subjects(browser, { search: 'resume' })).sort()).toEqual(['Résumé of autumn']);
    expect((await subjects(browser, { search: 'silhavy' })).sort()).toEqual(['News', 'Résumé of autumn']);
    expect((await subjects(browser, { search: 'gross' })).sort()).toEqual(['News', 'Other news']);
    expect(await subjects(browser, { search: 'news other' })).toEqual(['Other news']);
    expect(await subjects(browser, { search: '%' })).toEqual([]);
    expect((await list(browser, { search: 'news' })).totalCount).toBe(2);
  });

  it('C176 a cursor of another list is refused', async () => {
    const { browser, client } = await aDesk();
    const ana = await client('Ana', 'Ruiz');
    for (const subject of ['One', 'Two']) await send(browser, text([ana], { subject }));
    const { endCursor } = (await list(browser, { first: 1 })).pageInfo;
    expect(await subjects(browser, { first: 1, after: endCursor ?? '' })).toHaveLength(1);
    for (const other of [{ show: 'SENT' }, { show: 'ALL', search: 'one' }] as const) {
      const { errors } = await browser.ask(MessageRowsDocument, {
        first: 1,
        after: endCursor ?? '',
        ...other,
      });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('name the first readers of each, by as many statements for many messages as for one', async () => {
    const { browser, client } = await aDesk();
    const people = [
      await client('Ana', 'Ruiz'),
      await client('Bo', ''),
      await client('', '', { email: 'x@y.test' }),
    ];
    await browser.run(SaveDraftDocument, { input: text(people.toReversed(), { subject: 'Draft' }) });
    await send(browser, text([...people, await client('Cleo', 'Castle')], { subject: 'Sent' }));
    const named = Object.fromEntries(
      (await list(browser)).nodes.map((one) => [one.subject, one.recipientNames]),
    );
    expect(named['Draft']).toEqual(['x@y.test', 'Bo', 'Ana Ruiz']);
    expect(named['Sent']).toHaveLength(3);
    for (const name of named['Sent'] ?? [])
      expect(['Ana Ruiz', 'Bo', 'x@y.test', 'Cleo Castle']).toContain(name);
  });

  it('tell all of a row by as many statements for many messages as for one', async () => {
    const { browser, client } = await aDesk();
    const ana = await client('Ana', 'Ruiz');
    const look = () => list(browser);
    await send(browser, text([ana]));
    const ofOne = await statementsDuring(world, look);
    for (const subject of ['Two', 'Three']) await send(browser, text([ana], { subject }));
    expect(await statementsDuring(world, look)).toHaveLength(ofOne.length);
  });

  it('lose what nobody was sent, a draft or what was stopped, and nothing else', async () => {
    const { browser, client } = await aDesk();
    const theirs = await aDesk();
    const ana = await client('Ana', 'Ruiz');
    const schedule = { localTime: '2030-01-01T09:00', timeZone: 'Europe/Madrid' };
    const stopped = { input: text([ana], { subject: 'Stopped', schedule }), idempotencyKey: 'once' };
    await browser.run(SendMessageDocument, stopped);
    await send(browser, text([ana], { subject: 'Later', schedule }));
    await send(browser, text([ana], { subject: 'Sent' }));
    await browser.run(SaveDraftDocument, { input: text([ana], { subject: 'Draft' }) });
    const ids = Object.fromEntries((await list(browser)).nodes.map(({ subject, id }) => [subject, id]));
    await browser.run(CancelScheduledMessageDocument, { id: ids['Stopped'] ?? '' });
    const discard = async (by: Browser) => {
      const answers: Record<string, boolean> = {};
      for (const [subject, id] of Object.entries(ids))
        answers[subject] = (await by.run(DiscardDraftDocument, { id })).discardDraft;
      return answers;
    };
    const none = { Stopped: false, Later: false, Sent: false, Draft: false };
    expect(await discard(theirs.browser)).toEqual(none);
    expect(await discard(browser)).toEqual({ ...none, Stopped: true, Draft: true });
    expect((await subjects(browser)).sort()).toEqual(['Later', 'Sent']);
    // The key is still known: it makes no second message of it.
    const { sendMessage } = await browser.run(SendMessageDocument, stopped);
    expect(sendMessage).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'idempotencyKey' }] });
  });
});

describe('what became of a message', () => {
  it('is told of each link and counted, filtered by it, and stays when the links are removed', async () => {
    const { browser, client, again } = await aDesk();
    const used = await client('Uwe', 'Abel');
    const open = await client('Oda', 'Baker');
    const gone = await client('Bo', 'Cole');
    const closed = await client('Ida', 'Dunn', { status: 'INACTIVE' });
    provider.nobodyHas.add(gone.email);
    const id = await send(browser, text([used, open, gone, closed]));
    await redeem(world.browser(), tokenOf(provider.to(used.email)[0]));
    const look = async () => {
      const { nodes } = await deliveries(browser, id);
      for (const state of ['NONE', 'WAITING', 'ACTIVE', 'USED', 'EXPIRED', 'REVOKED'] as const)
        expect((await deliveries(browser, id, [state])).nodes).toEqual(
          nodes.filter(({ loginLink }) => loginLink === state),
        );
      return Object.fromEntries(nodes.map(({ client: { lastName }, loginLink }) => [lastName, loginLink]));
    };
    expect(await look()).toEqual({ Abel: 'USED', Baker: 'ACTIVE', Cole: 'ACTIVE', Dunn: 'NONE' });
    const { linkCounts, totalCount } = await deliveries(browser, id, ['ACTIVE', 'USED']);
    expect(linkCounts).toEqual(expect.objectContaining({ made: 3, used: 1, notIn: 2 }));
    expect(totalCount).toBe(3);
    const order = (await deliveries(browser, id, null, 'NEED_YOU')).nodes.map((one) => one.client.lastName);
    expect(order).toEqual(['Cole', 'Dunn', 'Baker', 'Abel']);
    const outcomes = { CAME_BACK: ['Cole'], HELD: ['Dunn'], ARRIVED: ['Baker'], CAME_IN: ['Abel'] };
    for (const outcome of ['CAME_IN', 'ARRIVED', 'ON_THE_WAY', 'CAME_BACK', 'NOT_SENT', 'HELD'] as const) {
      const those = await deliveries(browser, id, null, 'NEED_YOU', outcome);
      const names = outcome in outcomes ? outcomes[outcome as keyof typeof outcomes] : [];
      expect(those.nodes.map((one) => one.client.lastName)).toEqual(names);
      expect(those.totalCount).toBe(names.length);
    }
    const { outcomeCounts, nodes: all } = await deliveries(browser, id);
    const counted = { cameIn: 1, arrived: 1, onTheWay: 0, cameBack: 1, notSent: 0, held: 1 };
    expect(outcomeCounts).toEqual(expect.objectContaining(counted));
    expect(all.map((one) => [one.client.lastName, one.loginLinkUsedAt !== null])).toEqual([
      ['Abel', true],
      ['Baker', false],
      ['Cole', false],
      ['Dunn', false],
    ]);
    await browser.run(RevokeLoginLinksDocument, { messageId: id });
    expect(await look()).toEqual({ Abel: 'USED', Baker: 'REVOKED', Cole: 'REVOKED', Dunn: 'NONE' });
    world.clock.advance(40 * DAY_MS);
    await keepHouse(world);
    await again();
    expect(await look()).toEqual({ Abel: 'USED', Baker: 'EXPIRED', Cole: 'NONE', Dunn: 'NONE' });
    expect((await deliveries(browser, id)).linkCounts).toMatchObject({ made: 3, used: 1 });
  });
});

describe('writing to those not in of a message', () => {
  it('is worked out when it goes out, and means nobody who has come in, by any way', async () => {
    const { browser, client } = await aDesk();
    const [byLink, byPassword, later, never] = [
      await client('Ana', 'Abel'),
      await client('Ben', 'Baker'),
      await client('Cleo', 'Cole'),
      await client('Dan', 'Dunn'),
    ];
    const left = await client('Eva', 'Earl');
    const first = await send(browser, text([byLink, byPassword, later, never, left]));
    await world.rows(`update account set status = 'INACTIVE' where id = ?`, [left.id]);
    world.clock.advance(60_000);
    await redeem(world.browser(), tokenOf(provider.to(byLink.email)[0]));
    await logIn(world.browser(), byPassword.username, byPassword.password);
    const recipients = { allActive: false, notInOf: first };
    const inThreeHours = new Date(world.clock.now().getTime() + 3 * 60 * 60_000).toISOString();
    const schedule = { localTime: inThreeHours.slice(0, 16), timeZone: 'UTC' };
    const input = text([], { subject: 'Still waiting', recipients, schedule });
    const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 5 });
    expect(checkMessage).toMatchObject({ ok: true, recipientCount: 2 });
    expect((await deliveries(browser, first)).linkCounts.notIn).toBe(2);
    const second = await send(browser, input);
    await logIn(world.browser(), later.username, later.password);
    const hours = 4;
    for (let n = 0; n < hours; n += 1) world.clock.advance(60 * 60_000);
    await deliverNow(world);
    const { message } = await browser.run(MessageDocument, { id: second, deliveries: 10 });
    expect(message).toMatchObject({ recipients: { notInOf: first }, recipientCount: 1 });
    expect(message?.deliveries.nodes.map((one) => one.client.lastName)).toEqual(['Dunn']);
  });

  it('C113 not of a message that is another coach’s, or none', async () => {
    const { browser } = await aDesk();
    const theirs = await aDesk();
    const foreign = await send(theirs.browser, text([await theirs.client('Ana', 'Ruiz')]));
    for (const notInOf of [foreign, crypto.randomUUID(), 'x']) {
      const input = text([], { recipients: { allActive: false, notInOf } });
      const { sendMessage } = await browser.run(SendMessageDocument, { input });
      expect(sendMessage).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'input.recipients.notInOf' }],
      });
    }
  });
});
