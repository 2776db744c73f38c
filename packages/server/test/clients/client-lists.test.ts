import '../world/same-seed.ts';
import {
  AddClientDocument,
  CancelFreshStartDocument,
  ClientCountsDocument,
  ClientsDocument,
  DeactivateClientDocument,
  InviteClientDocument,
  LoginDocument,
  ReactivateClientDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  RetryEmailAddressDocument,
  RevokeLoginLinksDocument,
  SendMessageDocument,
  UpdateClientDocument,
  UpdateMyProfileDocument,
  type ClientsQueryVariables,
  type ClientsShown,
} from '@latchstring/operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser, logIn, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useTellingProvider } from '../world/telling-provider.ts';
import { deliverNow, tokenOf } from '../world/sending.ts';
import { statementsDuring } from '../world/statements.ts';

const { provider, world } = await useTellingProvider();

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

async function aRoster() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const browser = await loggedInBrowser(world, coach);
  /** The coach's session may have ended meanwhile. */
  const desk = async () => {
    await logIn(browser, coach.username, coach.password);
    return browser;
  };
  return { coach, own, browser, desk };
}

async function list(browser: Browser, wish: Partial<ClientsQueryVariables> = {}) {
  return (await browser.run(ClientsDocument, { first: 100, orderBy: 'NAME', ...wish })).clients;
}

const names = async (browser: Browser, search: string) =>
  (await list(browser, { search })).nodes.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim());

const counts = async (browser: Browser, search: string | null = null) =>
  (await browser.run(ClientCountsDocument, { search })).clientCounts;

async function send(browser: Browser, clientIds: string[], body = '[loginLink]'): Promise<string> {
  const input = {
    ...{ subject: 'Your link', body, bodyFormat: 'TEXT' as const, copyToMe: false },
    recipients: { clientIds, allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  return sendMessage.__typename === 'MessageAccepted' ? sendMessage.acceptedMessage.id : '';
}

describe('the search for a client', () => {
  it('C163 finds names without their accents, apostrophes and spaces, in the roster and among recipients', async () => {
    const { browser, own } = await aRoster();
    const people = [
      ['Jan', 'Šilhavý'],
      ['Álvaro', 'Núñez'],
      ['Ann', 'D’Arcy'],
      ['Uwe', 'Groß'],
      ['Leo', 'Tolstoy'],
    ] as const;
    for (const [firstName, lastName] of people) await aClient(world, { ...own, firstName, lastName });
    for (const [typed, found] of [
      ['Silhavy', 'Jan Šilhavý'],
      ['ŠILHAVÝ', 'Jan Šilhavý'],
      ['Alvaro Nunez', 'Álvaro Núñez'],
      ['nunez  alvaro', 'Álvaro Núñez'],
      ["d'arcy", 'Ann D’Arcy'],
      ['D’Arcy', 'Ann D’Arcy'],
      ['darcy', 'Ann D’Arcy'],
      ['Gross', 'Uwe Groß'],
      ['groß', 'Uwe Groß'],
      ['  Leo   Tolstoy ', 'Leo Tolstoy'],
    ] as const)
      expect([typed, await names(browser, typed)]).toEqual([typed, [found]]);
    for (const nobody of ['Silhavy Gross', '%', '_', '’', 'a%y', '\\'])
      expect(await names(browser, nobody)).toEqual([]);
  });

  it('C163 offers whole words first, then beginnings, then parts, page after page', async () => {
    const { browser, own } = await aRoster();
    for (const [firstName, lastName] of [
      ['Cleo', 'Abbot'],
      ['Leonard', 'Bell'],
      ['Leo', 'Castle'],
      ['Maria', 'Leo'],
      ['Galileo', 'Galilei'],
    ] as const)
      await aClient(world, { ...own, firstName, lastName, email: `${lastName}@plain.test` });
    const found = ['Leo Castle', 'Maria Leo', 'Leonard Bell', 'Cleo Abbot', 'Galileo Galilei'];
    expect(await names(browser, 'leo')).toEqual(found);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(browser, { search: 'leo', first: 2, after });
      paged.push(...page.nodes.map(({ firstName, lastName }) => `${firstName} ${lastName}`));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    expect(paged).toEqual(found);
    expect(await counts(browser, 'leo')).toMatchObject({ all: 5 });
  });

  it('C163 goes by what a name has become, whoever changed it', async () => {
    const { desk, own } = await aRoster();
    const client = await aClient(world, { ...own, firstName: 'Ana', lastName: 'Ruiz' });
    const browser = await desk();
    await browser.run(UpdateClientDocument, {
      id: client.id,
      input: { lastName: 'Peña', onDuplicateEmail: 'ASK' },
    });
    expect(await names(browser, 'ana pena')).toEqual(['Ana Peña']);
    const theirs = await loggedInBrowser(world, client);
    await theirs.run(UpdateMyProfileDocument, { input: { firstName: 'Zoë' } });
    expect(await names(browser, 'zoe pena')).toEqual(['Zoë Peña']);
    expect(await names(browser, 'ana')).toEqual([]);
  });

  it('finds an address as it is written', async () => {
    const { browser, own } = await aRoster();
    await aClient(world, { ...own, email: "Maria.O'Neil-Ruiz@Plain.test" });
    for (const typed of ["o'neil-ruiz@", 'MARIA.O', 'plain.test', 'keller plain'])
      expect([typed, await names(browser, typed)]).toEqual([typed, ['Maria Keller']]);
  });
});

describe('the lists of clients', () => {
  it('shows who has never logged in, who was not invited, who is deactivated, and counts them', async () => {
    const { browser, own } = await aRoster();
    await aClient(world, { ...own, lastName: 'Abel' });
    await aClient(world, { ...own, lastName: 'Baker', status: 'INACTIVE' });
    const add = (lastName: string, invite: boolean) =>
      browser.run(AddClientDocument, {
        input: {
          ...{ firstName: '', lastName, email: `${lastName}@plain.test`, invite, locale: 'es' },
          onDuplicateEmail: 'ASK',
        },
      });
    await add('Cole', true);
    await add('Dunn', false);
    await world.settle();
    const shown = async (show: ClientsShown) =>
      (await list(browser, { show })).nodes.map(({ lastName, state }) => `${lastName} ${state}`);
    expect(await shown('ALL')).toEqual([
      'Abel CAN_LOG_IN',
      'Baker DEACTIVATED',
      'Cole INVITED',
      'Dunn NOT_INVITED',
    ]);
    expect(await shown('NEED_YOU')).toEqual([]);
    expect(await shown('NEVER_LOGGED_IN')).toEqual(['Cole INVITED', 'Dunn NOT_INVITED']);
    expect(await shown('NOT_INVITED')).toEqual(['Dunn NOT_INVITED']);
    expect(await shown('DEACTIVATED')).toEqual(['Baker DEACTIVATED']);
    const all = { all: 4, needYou: 0, neverLoggedIn: 2, notInvited: 1, deactivated: 1 };
    expect(await counts(browser)).toEqual(expect.objectContaining(all));
    expect((await list(browser, { show: 'NOT_INVITED' })).nodes[0]).toMatchObject({
      locale: 'es',
      invitedAt: null,
    });
    expect((await list(browser, { search: 'cole' })).nodes[0]?.invitedAt).toBe(
      world.clock.now().toISOString(),
    );
  });

  it('comes right by itself as the clock goes on: a link that runs out, an invite, a proposal', async () => {
    const { own, desk } = await aRoster();
    const [linked, proposed] = [await aClient(world, own), await aClient(world, own)];
    const invited = await aClient(world, { ...own, registered: false, password: null });
    let browser = await desk();
    await send(browser, [linked.id]);
    await browser.run(InviteClientDocument, { id: invited.id });
    await browser.run(UpdateClientDocument, {
      id: proposed.id,
      input: { email: 'new@plain.test', onDuplicateEmail: 'ASK' },
    });
    await world.settle();
    const needing = async () => {
      browser = await desk();
      const { nodes } = await list(browser, { show: 'NEED_YOU' });
      expect(await counts(browser)).toMatchObject({ needYou: nodes.length });
      return new Map(nodes.map(({ id, state }) => [id, state]));
    };
    expect(await needing()).toEqual(new Map([[proposed.id, 'NEW_ADDRESS_WAITS']]));
    world.clock.advance(DAY_MS + 1);
    expect(await needing()).toEqual(new Map());
    world.clock.advance(2 * DAY_MS);
    expect(await needing()).toEqual(new Map([[linked.id, 'LINK_RAN_OUT']]));
    world.clock.advance(11 * DAY_MS);
    const both = new Map([
      [linked.id, 'LINK_RAN_OUT'],
      [invited.id, 'INVITE_RAN_OUT'],
    ]);
    expect(await needing()).toEqual(both);
    world.clock.advance(20 * DAY_MS);
    expect(await needing()).toEqual(new Map([[invited.id, 'INVITE_RAN_OUT']]));
  });

  it('tells the states of a whole page by as many statements as of one client', async () => {
    const { browser, own } = await aRoster();
    await aClient(world, own);
    const look = () => list(browser, { first: 50 });
    const ofOne = await statementsDuring(world, look);
    for (let n = 0; n < 9; n += 1) await aClient(world, own);
    expect(await statementsDuring(world, look)).toHaveLength(ofOne.length);
  });
});

interface Story {
  browser: Browser;
  coach: Person;
  /** With the browsers in which they log in. */
  clients: { person: Person; phone: Browser }[];
  messages: string[];
}

type Act = (story: Story, who: Story['clients'][number]) => Promise<unknown>;

/** What moves a client's state, or looks as if it did. */
const acts: Record<string, Act> = {
  link: async ({ browser, messages }, { person }) => messages.push(await send(browser, [person.id])),
  news: ({ browser }, { person }) => send(browser, [person.id], 'News'),
  revoke: ({ browser, messages }) =>
    browser.run(RevokeLoginLinksDocument, { messageId: messages.findLast((id) => id !== '') ?? '' }),
  login: (_, { person, phone }) => logIn(phone, person.username, person.password),
  'wrong password': (_, { person, phone }) => logIn(phone, person.username, 'wrong'),
  'stranger’s password': (_, { person }) => logIn(world.browser(), person.username, 'wrong'),
  'coach there': ({ coach }, { phone }) => logIn(phone, coach.username, coach.password),
  redeem: (_, { person, phone }) => redeem(phone, tokenOf(provider.to(person.email).at(-1))),
  helper: (_, { person, phone }) => phone.run(RequestLoginLinkDocument, { username: person.username }),
  propose: ({ browser }, { person }) =>
    browser.run(UpdateClientDocument, {
      id: person.id,
      input: { email: `new.${person.email}`, onDuplicateEmail: 'ADD_ANYWAY' },
    }),
  withdraw: ({ browser }, { person }) =>
    browser.run(UpdateClientDocument, {
      id: person.id,
      input: { email: person.email, onDuplicateEmail: 'ADD_ANYWAY' },
    }),
  'fresh start': ({ browser }, { person }) =>
    browser.run(RequestFreshStartDocument, { id: person.id, email: `fresh.${person.email}` }),
  'no fresh start': ({ browser }, { person }) => browser.run(CancelFreshStartDocument, { id: person.id }),
  invite: ({ browser }, { person }) => browser.run(InviteClientDocument, { id: person.id }),
  close: ({ browser }, { person }) =>
    browser.run(DeactivateClientDocument, { id: person.id, mayLogIn: false }),
  'may look': ({ browser }, { person }) =>
    browser.run(DeactivateClientDocument, { id: person.id, mayLogIn: true }),
  open: ({ browser }, { person }) => browser.run(ReactivateClientDocument, { id: person.id }),
  'address dies': (_, { person }) => Promise.resolve(provider.nobodyHas.add(person.email)),
  'address lives': (_, { person }) => Promise.resolve(provider.nobodyHas.delete(person.email)),
  'mail is spam': (_, { person }) => Promise.resolve(provider.calledSpam.add(person.email)),
  'retry address': ({ browser }, { person }) =>
    browser.run(RetryEmailAddressDocument, { clientId: person.id }),
  refuse: () => Promise.resolve((provider.mood = 'answers 400')),
  accept: () => Promise.resolve((provider.mood = 'accepts')),
  hour: () => Promise.resolve(world.clock.advance(HOUR_MS)),
  'three days': () => Promise.resolve(world.clock.advance(3 * DAY_MS)),
  'two weeks': () => Promise.resolve(world.clock.advance(14 * DAY_MS)),
};

async function aStory(): Promise<Story & { desk: () => Promise<Browser> }> {
  const { coach, own, browser, desk } = await aRoster();
  const clients: Story['clients'] = [];
  for (const registered of [true, true, false]) {
    const person = await aClient(world, { ...own, registered });
    clients.push({ person, phone: world.browser() });
  }
  return { browser, coach, clients, messages: [], desk };
}

/** Each turn that a link, an invite, a try, a proposal or a fresh start can take; by chance they are seldom met. */
const turns = [
  'link|revoke|link|three days|link|redeem',
  'link|close|open|link|may look|open',
  'address dies|link|address lives|retry address|hour|link|three days',
  'refuse|link|accept|hour|link|login',
  'mail is spam|news|link',
  'login|hour|wrong password|link|hour|three days|login',
  'login|wrong password|helper|redeem|stranger’s password',
  'login|wrong password|coach there|wrong password',
  'login|wrong password|two weeks|two weeks|three days',
  'propose|withdraw|propose|two weeks|propose|link',
  'fresh start|no fresh start|fresh start|login',
  'fresh start|two weeks|two weeks|invite|two weeks',
  'login|link|fresh start|hour|login|three days',
];
const asSteps = (turn: string, who: number) => turn.split('|').map((act) => ({ act, who }));
const invitedStories = [
  'invite|hour|three days|two weeks|invite',
  'invite|propose|three days|invite',
  'invite|close|open|two weeks',
];

it('P120 the list of those who need the coach, its count and each client’s state never part, whatever happens', async () => {
  const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), who: fc.nat(2) });
  const story = fc.array(step, { minLength: 12, maxLength: 25 });
  const stories = [
    ...turns.map((turn) => asSteps(turn, 0)),
    ...invitedStories.map((turn) => asSteps(turn, 2)),
  ];
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      provider.mood = 'accepts';
      const { desk, ...tale } = await aStory();
      for (const { act, who } of steps) {
        const browser = await desk();
        await acts[act]?.(tale, tale.clients[who] as Story['clients'][number]);
        world.clock.advance(1_000);
        await deliverNow(world);
        await desk();
        const { nodes } = await list(browser);
        for (const { state } of nodes) seen.add(state);
        const needing = nodes.filter(({ needsYou }) => needsYou).map(({ id }) => id);
        expect((await list(browser, { show: 'NEED_YOU' })).nodes.map(({ id }) => id)).toEqual(needing);
        expect(await counts(browser)).toMatchObject({ all: nodes.length, needYou: needing.length });
      }
    }),
    { numRuns: longOr(100, 18), endOnFailure: true, examples: stories.map((steps) => [steps]) },
  );
  // The stories were no quiet ones.
  expect(seen.size).toBeGreaterThan(7);
}, 600_000);

it('C126 a wrong password in a browser of the client’s own needs the coach; a coach’s there, and a stranger’s, is nothing', async () => {
  const { own, desk, coach } = await aRoster();
  const client = await aClient(world, own);
  const phone = await loggedInBrowser(world, client);
  const needing = async () => {
    await world.settle();
    return (await counts(await desk())).needYou;
  };
  world.clock.advance(1_000);
  await logIn(world.browser(), client.username, 'wrong');
  expect(await needing()).toBe(0);
  await logIn(phone, client.username, 'wrong');
  expect(await needing()).toBe(1);
  await phone.run(LoginDocument, { username: coach.username, password: coach.password });
  expect(await needing()).toBe(0);
}, 60_000);
