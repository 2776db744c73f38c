import {
  LoginDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RenewLoginLinkDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  SiteDocument,
} from '@latchstring/operations';
import { getNamedType, isEnumType, isNonNullType, isObjectType, type GraphQLEnumType } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { argumentsWith, documentsFor, rootFields, type RootField } from '../world/ask-everything.ts';
import type { Answer, Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { tellTo, type ToldEvent } from '../world/provider-event.ts';
import { Provider } from '../world/provider.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, webhookKeys: [key] } as const;
// Without limits nothing is held back that could be seen.
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' }, settings: withoutLimits });
const schema = await createSchema();
const queries = rootFields(schema).filter(({ operation }) => operation === 'query');

async function tell(told: ToldEvent): Promise<void> {
  expect(await tellTo(world, told, key)).toBe(200);
}
beforeAll(() => void (provider.tell = tell));
afterAll(() => provider.close());
afterEach(() => {
  provider.nobodyHas.clear();
  provider.calledSpam.clear();
});

interface Desk {
  browser: Browser;
  clients: Person[];
  messageId: string;
}

/** All that a query can be asked with: each value of each filter and order, and what finds each of these clients. */
function askedWith({ field }: RootField, { clients, messageId }: Desk): Record<string, unknown>[] {
  const isOfMessage = field.name === 'message';
  const takesId = field.args.some(({ name }) => name === 'id');
  const about = (client: Person | undefined) => {
    const ids = { id: isOfMessage ? messageId : (client?.id ?? ''), ownClient: client?.id ?? '' };
    return argumentsWith(field.args, takesId ? ['id'] : [], ids);
  };
  const [first] = clients;
  const plain = about(first);
  const others = field.args.flatMap(({ name, type }): Record<string, unknown>[] => {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues().map((value) => ({ ...plain, [name]: value.name }));
    if (name === 'search')
      return ['Maria', ...clients.flatMap(({ email, username }) => [email, username])].map((text) => ({
        ...plain,
        search: text,
      }));
    return name === 'first' ? [{ ...plain, first: 100 }] : [];
  });
  return [...(takesId && !isOfMessage ? clients.map(about) : [plain]), ...others];
}

type Choice = Record<string, string>;

/** Each mixture of the values of these, one of each. */
function mixtures(choices: readonly [name: string, values: readonly string[]][]): Choice[] {
  return choices.reduce<Choice[]>(
    (mixed, [name, values]) => mixed.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

const valuesOf = (type: GraphQLEnumType) => type.getValues().map(({ name }) => name);

/** What a list can be asked for beside a page of it: which it shows, and in which order. */
function listsOf({ field }: RootField): Choice[] {
  return mixtures(
    field.args.flatMap(({ name, type }): [string, string[]][] => {
      const named = getNamedType(type);
      return isNonNullType(type) && isEnumType(named) ? [[name, valuesOf(named)]] : [];
    }),
  );
}

const quoted = (choice: Choice) => Object.entries(choice).map(([name, value]) => `, ${name}: ${value}`);

type Pages = Record<string, { pageInfo: { endCursor: string | null; hasNextPage: boolean } }>;

/** Every list in every order, one by one: who follows whom, each cursor, how many. */
async function everyPageReadBy({ browser }: Desk): Promise<string[]> {
  const read: string[] = [];
  for (const query of queries.filter(({ field }) => field.args.some(({ name }) => name === 'after')))
    for (const choice of listsOf(query)) {
      let after: string | null = '';
      while (after !== null) {
        const asked: string = `(first: 1${after && `, after: "${after}"`}${quoted(choice).join('')})`;
        const page: Answer<Pages> = await browser.post<Pages>({
          query: `{ list: ${query.field.name}${asked} { edges { cursor node { id } } ${PAGE_INFO} totalCount } }`,
        });
        expect(page.errors).toBeUndefined();
        read.push(`${query.field.name}${asked} ${page.response.body}`);
        const pageInfo = page.data?.['list']?.pageInfo;
        after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
      }
    }
  return read;
}

const PAGE_INFO = 'pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';

/** The lists within a message, in every order, and of each kind of delivery and link, and each outcome. */
async function everyDeliveryReadBy({ browser, messageId }: Desk): Promise<string[]> {
  const read: string[] = [];
  const kinds = INNER_LISTS.map(([name, type]): [string, string[]] => [
    name,
    valuesOf(schema.getType(type) as GraphQLEnumType),
  ]);
  const ofStates = mixtures(kinds.filter(([name]) => name !== 'outcome'));
  const ofOutcomes = mixtures(kinds.filter(([name]) => name === 'outcome' || name === 'orderBy'));
  for (const choice of [...ofStates, ...ofOutcomes]) {
    const list = `deliveries(first: 100${quoted(choice).join('')})`;
    const text = `{ message(id: "${messageId}") { ${list} { nodes { id loginLink state } pageInfo { endCursor } totalCount } } }`;
    const { errors, response } = await browser.post({ query: text });
    expect(errors).toBeUndefined();
    read.push(`${list} ${response.body}`);
  }
  return read;
}

const INNER_LISTS = [
  ['state', 'DeliveryState'],
  ['link', 'LoginLinkState'],
  ['outcome', 'DeliveryOutcome'],
  ['orderBy', 'DeliveryOrder'],
] as const;

it('C126 asks every list within an answer for all that it can be asked for', () => {
  const inner = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || ['Query', 'Mutation'].includes(type.name) || type.name.startsWith('__'))
      return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter((arg) => isEnumType(getNamedType(arg.type)))
        .map((arg) => `${type.name}.${field.name}(${arg.name}: ${getNamedType(arg.type).name})`),
    );
  });
  expect(inner.sort()).toEqual(
    INNER_LISTS.map(([name, type]) => `Message.deliveries(${name}: ${type})`).sort(),
  );
});

it('C126 reads all that the lists say', () => {
  const asked = queries.flatMap((query) => documentsFor(query, [])).join('\n');
  for (const name of ['Client', 'ClientCounts', 'Delivery', 'LinkCounts', 'Message', 'MessageCounts']) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is not what it was`);
    for (const field of Object.keys(type.getFields())) expect(asked).toContain(`${name}_${field}: `);
  }
});

/** Everything that a coach can read, every field of every query, as bytes. When they were last seen is their own doing. */
async function everythingReadBy(desk: Desk): Promise<string[]> {
  await world.settle();
  const read: string[] = [];
  for (const query of queries)
    for (const variables of askedWith(query, desk))
      for (const document of documentsFor(query, Object.keys(variables))) {
        const { response } = await desk.browser.post({ query: document, variables });
        const body = response.body.replaceAll(/"(Session_(?:lastSeen|expires)At)":"[^"]*"/g, '"$1":""');
        read.push(`${query.field.name} ${JSON.stringify(variables)} ${body}`);
      }
  return [...read, ...(await everyPageReadBy(desk)), ...(await everyDeliveryReadBy(desk))];
}

/** Where two readings part, and nothing more of what is long. */
function firstDifference(before: string[], after: string[]): string | null {
  const at = before.findIndex((text, n) => text !== after[n]);
  if (at < 0) return before.length === after.length ? null : 'other queries';
  const [one, other] = [before[at] ?? '', after[at] ?? ''];
  const from = Math.max(0, [...one].findIndex((letter, n) => letter !== other[n]) - 120);
  return `${one.slice(0, 60)} … ${one.slice(from, from + 200)} | ${other.slice(from, from + 200)}`;
}

const helpers: Record<
  string,
  (browser: Browser, guess: Pick<Person, 'username' | 'email'>) => Promise<unknown>
> = {
  requestLoginLink: (browser, { username }) => browser.run(RequestLoginLinkDocument, { username }),
  recoverUsername: (browser, { email }) => browser.run(RecoverUsernameDocument, { email }),
  redeemLoginCode: (browser, { username }) =>
    browser.run(RedeemLoginCodeDocument, { username, code: '7K3M-9TQ4' }),
  login: (browser, { username }) => browser.run(LoginDocument, { username, password: 'not the password' }),
  renewLoginLink: (browser) => browser.run(RenewLoginLinkDocument, { token: 'A'.repeat(22) }),
};

const TIMES = longOr(20, 6);
const MAILING = { requestLoginLink: true, recoverUsername: true };

async function guess(browser: Browser, guessed: Pick<Person, 'username' | 'email'>): Promise<void> {
  for (let n = 0; n < TIMES; n += 1) {
    world.clock.advance(20_000);
    // What has letters sent each time; the others, of which some cost a hash, now and then.
    for (const [name, ask] of Object.entries(helpers))
      if (n % 5 === 0 || name in MAILING) await ask(browser, guessed);
  }
  await world.settle();
}

interface Address {
  /** How it stands when the stranger begins. */
  stands: 'unknown' | 'good' | 'bounced' | 'spam';
  /** What becomes of the letters that follow. */
  letters: 'arrive' | 'come back' | 'are called spam';
  registered?: boolean;
}

const addresses: Address[] = [
  { stands: 'unknown', letters: 'arrive' },
  { stands: 'unknown', letters: 'arrive', registered: false },
  { stands: 'unknown', letters: 'come back' },
  { stands: 'unknown', letters: 'come back', registered: false },
  { stands: 'good', letters: 'come back' },
  { stands: 'good', letters: 'are called spam' },
  { stands: 'bounced', letters: 'arrive' },
  { stands: 'bounced', letters: 'come back' },
  { stands: 'spam', letters: 'arrive' },
];

/** A coach with a client for each of these, and one more; all that are not unknown were written to. */
async function aDesk(wanted: readonly Address[]): Promise<Desk> {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const clients: Person[] = [];
  for (const { stands, registered = true } of wanted) {
    const client = await aClient(world, { ...own, registered });
    clients.push(client);
    if (stands === 'bounced') provider.nobodyHas.add(client.email);
    if (stands === 'spam') provider.calledSpam.add(client.email);
  }
  const other = await aClient(world, { ...own, lastName: 'Aalto' });
  const browser = await loggedInBrowser(world, coach);
  const written = clients.filter((_, at) => wanted[at]?.stands !== 'unknown');
  const input = {
    subject: 'Your link',
    body: '[loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [other, ...written].map(({ id }) => id), allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  await world.settle();
  provider.nobodyHas.clear();
  provider.calledSpam.clear();
  world.clock.advance(60_000);
  return { browser, clients, messageId: sendMessage.acceptedMessage.id };
}

/** In the long form each address has a coach of its own, so that none could hide what another shows. */
const desks = longOr(
  addresses.map((address) => [address]),
  [addresses],
);

it.each(
  desks.map((wanted) => ({ wanted, named: wanted.map((a) => `${a.stands}, ${a.letters}`).join('; ') })),
)(
  'C126 nothing that a coach can read moves by a stranger’s guess, right or wrong, however an address stands and whatever becomes of the letters: $named',
  async ({ wanted }) => {
    const desk = await aDesk(wanted);
    for (const [at, { letters }] of wanted.entries()) {
      const { email = '' } = desk.clients[at] ?? {};
      if (letters === 'come back') provider.nobodyHas.add(email);
      if (letters === 'are called spam') provider.calledSpam.add(email);
    }
    const stranger = world.browser();
    await stranger.run(SiteDocument, {});
    const before = await everythingReadBy(desk);
    expect(before.length).toBeGreaterThan(200);
    await guess(stranger, { username: 'nobody.of.that.name', email: 'nobody@nowhere.test' });
    expect(firstDifference(before, await everythingReadBy(desk))).toBeNull();
    for (const client of desk.clients) {
      const sent = provider.seen.length;
      await guess(stranger, client);
      // They were right: letters went.
      expect(provider.seen.length).toBeGreaterThan(sent + TIMES);
    }
    expect(firstDifference(before, await everythingReadBy(desk))).toBeNull();
  },
  300_000,
);

it('C126 the same from a browser in which both the client and their coach have logged in', async () => {
  const desk = await aDesk([{ stands: 'bounced', letters: 'arrive' }]);
  const [client] = desk.clients;
  if (!client) throw new Error('There is a client for each address');
  const shared = desk.browser;
  await shared.run(LoginDocument, { username: client.username, password: client.password });
  const [coach] = await world.rows<{ username: string }>(
    'select c.username from account c join account a on a.coach_id = c.id where a.id = ?',
    [client.id],
  );
  await shared.run(LoginDocument, { username: coach?.username ?? '', password: client.password });
  const before = await everythingReadBy(desk);
  const loggedOut = world.browser();
  for (const [name, value] of shared.cookies)
    if (name.endsWith('browser')) loggedOut.cookies.set(name, value);
  expect(loggedOut.cookies.size).toBe(1);
  await guess(loggedOut, client);
  expect(firstDifference(before, await everythingReadBy(desk))).toBeNull();
}, 120_000);
