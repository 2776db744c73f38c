import {
  ClientDocument,
  ClientsDocument,
  InviteClientDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RenewLoginLinkDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { keepHouse } from '../world/keep-house.ts';
import { loggedInBrowser, logIn } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Desk {
  coach: Person;
  own: { coachId: string; practiceId: string };
  browser: Browser;
}

async function aDesk(): Promise<Desk> {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return { coach, own, browser: await loggedInBrowser(world, coach) };
}

/** A browser that has been to the site, so that it is told apart from others. */
async function visitor(): Promise<Browser> {
  const browser = world.browser();
  await browser.post({ query: '{ site { name } }' });
  expect(browser.cookies.size).toBe(1);
  return browser;
}

/** All that a coach can see of a client, as bytes; what differs between twins from the start is taken out. */
async function seen({ browser }: Desk, { id, email }: Person): Promise<string> {
  await world.settle();
  const { response } = await browser.ask(ClientDocument, { id });
  expect(response.body).toContain('"verdict"');
  const list = await browser.run(ClientsDocument, { first: 100, orderBy: 'NEEDS_ATTENTION' });
  const place = list.clients.nodes.filter((node) => node.id === id);
  return (response.body + JSON.stringify(place)).replaceAll(id, 'ID').replaceAll(email, 'EMAIL');
}

/** Twins were made one after the other, and what was sent to them has ids of its own. */
function alike(bytes: string): string {
  return bytes.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID').replaceAll(/T[\d:.]+Z/g, '');
}

/** Everything that can be tried with a username and an address. */
async function tryAll(
  browser: Browser,
  username: string,
  email: string,
  times = longOr(12, 7),
): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    world.clock.advance(1_000);
    await logIn(browser, username, `guess ${n}`);
    if (n >= 6) continue;
    await browser.run(RequestLoginLinkDocument, { username });
    await browser.run(RedeemLoginCodeDocument, { username, code: 'ABCD-EFGH' });
    await browser.run(RecoverUsernameDocument, { email });
  }
  await world.settle();
}

async function wrongPasswords(browser: Browser, { username }: Person, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    world.clock.advance(1_000);
    await logIn(browser, username, `slip ${n}`);
  }
}

async function sendLink({ browser }: Desk, { id }: Person): Promise<void> {
  const input = {
    subject: 'Your link',
    body: 'Here: [loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [id], allActive: false },
  };
  await browser.run(SendMessageDocument, { input });
}

/** How a client can stand when the coach begins to try. */
const situations: Record<string, (desk: Desk) => Promise<Person>> = {
  'has never been seen in a browser': ({ own }) => aClient(world, own),
  'typed wrong passwords on their phone': async ({ own }) => {
    const client = await aClient(world, own);
    await wrongPasswords(await loggedInBrowser(world, client), client, 3);
    return client;
  },
  'asked for a link on their phone': async ({ own }) => {
    const client = await aClient(world, own);
    const phone = await loggedInBrowser(world, client);
    world.clock.advance(MINUTE_MS);
    await phone.run(RequestLoginLinkDocument, { username: client.username });
    return client;
  },
  'was sent a link by the coach': async (desk) => {
    const client = await aClient(world, desk.own);
    await sendLink(desk, client);
    return client;
  },
  'was invited and has not come': async (desk) => {
    const client = await aClient(world, { ...desk.own, registered: false, password: null });
    await desk.browser.run(InviteClientDocument, { id: client.id });
    return client;
  },
  'was never invited': ({ own }) => aClient(world, { ...own, registered: false, password: null }),
  'is deactivated': ({ own }) => aClient(world, { ...own, status: 'INACTIVE' }),
  'has a new address to confirm': async ({ own, browser }) => {
    const client = await aClient(world, own);
    const input = { email: `new.${client.email}`, onDuplicateEmail: 'ADD_ANYWAY' as const };
    await browser.run(UpdateClientDocument, { id: client.id, input });
    return client;
  },
  'will start over': async ({ own, browser }) => {
    const client = await aClient(world, own);
    await browser.run(RequestFreshStartDocument, { id: client.id, email: `new.${client.email}` });
    return client;
  },
  'wants no links': ({ own }) => aClient(world, { ...own, loginLinkPolicy: 'NEVER' }),
};

/** Who stands above whom. */
async function order({ browser }: Desk): Promise<string[]> {
  await world.settle();
  const { clients } = await browser.run(ClientsDocument, { first: 100, orderBy: 'NEEDS_ATTENTION' });
  return clients.nodes.map(({ id }) => id);
}

describe('C119 what a coach tries changes no byte of the report', () => {
  it.each(Object.entries(situations))(
    'nor the place in the list, of a client who %s',
    async (_title, arrange) => {
      const desk = await aDesk();
      await aClient(world, { ...desk.own, lastName: 'Aalto' });
      const client = await arrange(desk);
      await sendLink(desk, await aClient(world, { ...desk.own, lastName: 'Zorn' }));
      const before = await order(desk);
      expect(before).toHaveLength(3);
      await tryAll(await visitor(), client.username, client.email);
      expect(await order(desk)).toEqual(before);
    },
  );

  it.each(Object.entries(situations))('of a client who %s', async (_title, arrange) => {
    const desk = await aDesk();
    const client = await arrange(desk);
    const before = await seen(desk, client);
    await tryAll(await visitor(), client.username, client.email);
    await tryAll(await visitor(), 'nobody.of.that.name', client.email, 2);
    expect(await seen(desk, client)).toBe(before);
  });

  it('also from the browser that the coach is logged in with, and from one without a cookie', async () => {
    const desk = await aDesk();
    const client = await aClient(world, desk.own);
    const before = await seen(desk, client);
    for (const browser of [desk.browser, world.browser()])
      await tryAll(browser, client.username, client.email);
    expect(await seen(desk, client)).toBe(before);
  });

  it.each(Object.entries(situations))('nor later, of a client who %s', async (_title, arrange) => {
    const desk = await aDesk();
    const target = await arrange(desk);
    const twin = await arrange(desk);
    await tryAll(await visitor(), target.username, target.email, 3);
    for (const days of [0, 1, 6, 8, 14, 2, 15, 40]) {
      world.clock.advance(days * DAY_MS);
      await keepHouse(world);
      desk.browser = await loggedInBrowser(world, desk.coach);
      expect(alike(await seen(desk, target))).toBe(alike(await seen(desk, twin)));
    }
  });

  it('also when the limits are filled before the client tries', async () => {
    const desk = await aDesk();
    const people = [await aClient(world, desk.own), await aClient(world, desk.own)] as const;
    const phones = await Promise.all(people.map((person) => loggedInBrowser(world, person)));
    world.clock.advance(MINUTE_MS);
    const stranger = await visitor();
    for (let n = 0; n < 110; n += 1) await logIn(stranger, people[0].username, 'guess');
    await tryAll(await visitor(), people[0].username, 'nobody@client.test');
    for (const [n, person] of people.entries()) {
      const phone = phones[n];
      if (!phone) throw new Error('A client without a phone');
      await wrongPasswords(phone, person, 2);
      await phone.run(RequestLoginLinkDocument, { username: person.username });
    }
    expect(await seen(desk, people[0])).toBe(await seen(desk, people[1]));
  });

  it('also in a browser that both have logged in with, whoever was first', async () => {
    for (const coachFirst of [true, false]) {
      const desk = await aDesk();
      const client = await aClient(world, desk.own);
      const shared = await visitor();
      const [first, second] = coachFirst ? [desk.coach, client] : [client, desk.coach];
      for (const person of [first, second]) await logIn(shared, person.username, person.password);
      const before = await seen(desk, client);
      await tryAll(shared, client.username, client.email, 3);
      expect(await seen(desk, client)).toBe(before);
    }
  });

  it('also when the client logs in, afterwards, in the browser that the coach tried from', async () => {
    const desk = await aDesk();
    const [target, twin] = [await aClient(world, desk.own), await aClient(world, desk.own)];
    const [one, other] = [await visitor(), await visitor()];
    await tryAll(one, target.username, target.email);
    world.clock.advance(61 * MINUTE_MS);
    for (const [browser, person] of [
      [one, target],
      [other, twin],
    ] as const)
      expect((await logIn(browser, person.username, person.password)).__typename).toBe('LoggedIn');
    expect(await seen(desk, target)).toBe(await seen(desk, twin));
  });

  it('also when the client renews a link, or uses the one that the coach had asked for', async () => {
    const desk = await aDesk();
    const [target, twin] = [await aClient(world, desk.own), await aClient(world, desk.own)];
    const phones = [await visitor(), await visitor()] as const;
    await (await visitor()).run(RequestLoginLinkDocument, { username: target.username });
    await sendLink(desk, twin);
    await sendLink(desk, target);
    const [asked] = await world.letters(target.email);
    await phones[0].run(RenewLoginLinkDocument, { token: asked?.token() ?? '' });
    await phones[1].run(RenewLoginLinkDocument, { token: 'A'.repeat(22) });
    expect(alike(await seen(desk, target))).toBe(alike(await seen(desk, twin)));
  });
});
