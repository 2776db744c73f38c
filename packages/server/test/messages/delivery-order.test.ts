import { ClientDocument, MessageDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { Delivery } from '../../src/features/messages/sending/delivery.entity.ts';
import { newId } from '../../src/platform/random-token.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { aMessage, MINUTE_MS } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

async function aDesk() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return { coach, own, browser: await loggedInBrowser(world, coach) };
}

/** A message that went to these people, so many minutes ago. */
async function aSentMessage(coach: Person, people: Person[], minutes = 0, subject = 'News'): Promise<string> {
  const at = new Date(world.clock.now().getTime() - minutes * MINUTE_MS);
  const id = newId();
  const clientIds = people.map((person) => person.id);
  await aMessage(world, coach, { id, subject, state: 'SENT', clientIds, sentAt: at, createdAt: at });
  await world.em.insertMany(
    Delivery,
    people.map(({ id: client, email }) => ({
      id: newId(),
      mailId: newId(),
      message: id,
      client,
      email,
      isCopy: false,
      state: 'SENT' as const,
      ...{
        reason: null,
        fault: null,
        attempts: 1,
        nextAttemptAt: at,
        heldUntil: null,
        claimedUntil: null,
        uncertainSince: null,
        asks: 0,
      },
      createdAt: at,
      updatedAt: at,
    })),
  );
  return id;
}

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** All nodes, one page after the other. */
async function allPages<Node>(total: number, load: (after: string | null) => Promise<Page<Node>>) {
  const nodes: Node[] = [];
  for (let page = await load(null); ; page = await load(page.pageInfo.endCursor)) {
    expect(page.totalCount).toBe(total);
    expect(page.nodes.length).toBeGreaterThan(0);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
  }
}

describe('the deliveries to a client', () => {
  it('are the newest first, 30 of them page by page, and none is missing or there twice', async () => {
    const { coach, own, browser } = await aDesk();
    const client = await aClient(world, own);
    const expected = Array.from({ length: 30 }, (_, i) => `${i} minutes ago`);
    for (const minutes of expected.map((_, i) => (i * 7) % 30))
      await aSentMessage(coach, [client], minutes, `${minutes} minutes ago`);
    const shown = await browser.run(ClientDocument, { id: client.id });
    const onPage = shown.client?.deliveries.nodes.map(({ message }) => message.subject);
    expect(onPage).toEqual(expected.slice(0, 25));
    expect(shown.client?.deliveries.totalCount).toBe(30);
    const query = `query ($id: ID!, $after: String) { client(id: $id) { deliveries(first: 7, after: $after) {
        nodes { message { subject } } pageInfo { hasNextPage endCursor } totalCount } } }`;
    const all = await allPages(30, async (after) => {
      const { data } = await browser.post({ query, variables: { id: client.id, after } });
      return (data as { client: { deliveries: Page<{ message: { subject: string } }> } }).client.deliveries;
    });
    expect(all.map(({ message }) => message.subject)).toEqual(expected);
  });
});

describe('the deliveries of a message', () => {
  it('stand by the names of its recipients, page by page, and two of one name both', async () => {
    const { coach, own, browser } = await aDesk();
    const names = ['Zoe Abel', 'ana baker', 'Leo Baker', 'Leo Baker', 'Mia Cole', 'Bo de Vries', 'Al Dunn'];
    const people: Person[] = [];
    for (const name of names.toReversed()) {
      const [firstName = '', ...lastName] = name.split(' ');
      people.push(await aClient(world, { ...own, firstName, lastName: lastName.join(' ') }));
    }
    const id = await aSentMessage(coach, people);
    const all = await allPages(7, async (after) => {
      const { message } = await browser.run(MessageDocument, { id, deliveries: 3, after });
      if (!message) throw new Error('There is no such message');
      return message.deliveries;
    });
    expect(all.map(({ client }) => `${client.firstName} ${client.lastName}`)).toEqual(names);
    expect(new Set(all.map((delivery) => delivery.id)).size).toBe(7);
  });
});
