import {
  AddClientDocument,
  CheckMessageDocument,
  ImportClientsDocument,
  InviteClientDocument,
  MessageDocument,
  SendMessageDocument,
  UpdateClientDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { apiToken, bearer, loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { deliverNow, MINUTE_MS } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const HOUR_MS = 60 * MINUTE_MS;
let addresses = 0;
const anAddress = () => `somebody${(addresses += 1)}@elsewhere.test`;

const toAll: MessageInput = {
  subject: 'News',
  body: 'Hello',
  bodyFormat: 'TEXT',
  copyToMe: false,
  recipients: { clientIds: [], allActive: true },
};
const arrived = async (address: string) => (await world.letters(address)).length;

async function aDesk() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return { coach, own, browser: await loggedInBrowser(world, coach) };
}

/** So many accounts of one address that belongs to nobody here, from a list, without invitations. */
async function fill(browser: Browser, address: string, count: number, headers = {}) {
  const rows = Array.from({ length: count }, (_, i) => ({
    firstName: `N${i}`,
    lastName: 'Haddad',
    email: address,
  }));
  const variables = { rows, invite: false, onDuplicateEmail: 'ADD_ANYWAY' as const };
  const { data } = await browser.ask(ImportClientsDocument, variables, headers);
  expect(data?.importClients.__typename).toBe('ClientRows');
}

async function send(browser: Browser, input: MessageInput = toAll) {
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  const { id } = sendMessage.acceptedMessage;
  await world.settle();
  return async () => {
    await world.settle();
    return (await browser.run(MessageDocument, { id, deliveries: 100 })).message;
  };
}

const later = async (ms: number) => {
  world.clock.advance(ms);
  await deliverNow(world);
};

describe('mails of one coach to one address that nobody has come in from', () => {
  it('C125 are five an hour over all accounts that have it: the rest is held with a reason, as pre-flight said, and goes later by itself', async () => {
    const { browser } = await aDesk();
    const address = anAddress();
    await fill(browser, address, 12);
    const { checkMessage } = await browser.run(CheckMessageDocument, { input: toAll, previews: 0 });
    expect(checkMessage).toMatchObject({ ok: true, problems: [{ severity: 'WARNING', kind: 'TOO_OFTEN' }] });
    const problems = checkMessage.__typename === 'MessageCheck' ? checkMessage.problems : [];
    expect(problems[0]?.clients).toHaveLength(7);
    const look = await send(browser);
    expect(await arrived(address)).toBe(5);
    const message = await look();
    expect(message).toMatchObject({ deliveryCounts: { sent: 5, held: 7, queued: 0, failed: 0 } });
    for (const { state, reason } of message?.deliveries.nodes ?? [])
      if (state === 'HELD') expect(reason).toMatch(/as often as an hour allows.*goes by itself later/);
    await later(HOUR_MS - MINUTE_MS);
    expect(await arrived(address)).toBe(5);
    await later(MINUTE_MS + 1_000);
    expect(await arrived(address)).toBe(10);
    expect(await look()).toMatchObject({ deliveryCounts: { sent: 10, held: 2 } });
    await later(HOUR_MS + 1_000);
    expect(await look()).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 12, held: 0 } });
    expect(await arrived(address)).toBe(12);
  });

  it('C125 are counted together with invitations and proposed addresses, whichever comes first', async () => {
    const { browser, own } = await aDesk();
    const address = anAddress();
    const registered = await aClient(world, own);
    const add = {
      firstName: 'Noor',
      lastName: 'Haddad',
      email: address,
      onDuplicateEmail: 'ADD_ANYWAY' as const,
    };
    const added = [];
    for (let i = 0; i < 2; i += 1) {
      const { addClient } = await browser.run(AddClientDocument, { input: { ...add, invite: i === 0 } });
      added.push(addClient.__typename === 'ClientSaved' ? addClient.client.id : '');
    }
    // One invitation, two mails of two messages each: five.
    const both: MessageInput = { ...toAll, recipients: { clientIds: added, allActive: false } };
    await send(browser, both);
    await send(browser, both);
    expect(await arrived(address)).toBe(5);
    const { inviteClient } = await browser.run(InviteClientDocument, { id: added[0] ?? '' });
    expect(inviteClient.__typename).toBe('TooManyAttempts');
    const input = { email: address, onDuplicateEmail: 'ADD_ANYWAY' as const };
    const { updateClient } = await browser.run(UpdateClientDocument, { id: registered.id, input });
    expect(updateClient.__typename).toBe('TooManyAttempts');
    const look = await send(browser, both);
    expect(await look()).toMatchObject({ deliveryCounts: { sent: 0, held: 2 } });
    expect(await arrived(address)).toBe(5);
  });

  it('C125 are as few through a token that may add clients and send messages', async () => {
    const { coach, browser } = await aDesk();
    const headers = bearer(await apiToken(world, coach, ['CLIENTS_WRITE', 'MESSAGES_SEND']));
    const address = anAddress();
    const program = world.browser();
    await fill(program, address, 9, headers);
    const query = 'mutation ($input: MessageInput!) { sendMessage(input: $input) { __typename } }';
    const sent = await program.post({ query, variables: { input: toAll } }, headers);
    expect(sent.data).toEqual({ sendMessage: { __typename: 'MessageAccepted' } });
    expect(await arrived(address)).toBe(5);
    const { checkMessage } = await browser.run(CheckMessageDocument, { input: toAll, previews: 0 });
    const problems = checkMessage.__typename === 'MessageCheck' ? checkMessage.problems : [];
    expect(problems.map(({ kind, clients }) => [kind, clients.length])).toEqual([['TOO_OFTEN', 9]]);
  });
});

describe('mails of one coach to people who have come in', () => {
  it('C125 a family of six at one address gets its six mails of one message at once', async () => {
    const { browser, own } = await aDesk();
    const address = anAddress();
    for (let i = 0; i < 6; i += 1) await aClient(world, { ...own, email: address });
    const { checkMessage } = await browser.run(CheckMessageDocument, { input: toAll, previews: 0 });
    expect(checkMessage).toMatchObject({ ok: true, problems: [] });
    const look = await send(browser);
    expect(await look()).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 6, held: 0 } });
    expect(await arrived(address)).toBe(6);
  });

  it('C125 are five an hour to each account; what another coach or the owner causes counts for none of them', async () => {
    const { browser, own } = await aDesk();
    const other = await aDesk();
    const address = anAddress();
    await aClient(world, { ...own, email: address });
    await aClient(world, { ...other.own, email: address });
    for (let i = 0; i < 5; i += 1) await send(browser);
    const sixth = await send(browser);
    expect(await sixth()).toMatchObject({ deliveryCounts: { sent: 0, held: 1 } });
    expect((await sixth())?.deliveries.nodes[0]?.reason).toMatch(/this client as often as an hour allows/);
    const theirs = await send(other.browser);
    expect(await theirs()).toMatchObject({ deliveryCounts: { sent: 1, held: 0 } });
    await later(HOUR_MS + 1_000);
    expect(await sixth()).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1, held: 0 } });
  });
});
