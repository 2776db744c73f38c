import {
  LoginDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RenewLoginLinkDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  SiteDocument,
} from '@latchstring/operations';
import { getNamedType, isEnumType } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { argumentsWith, documentsFor, rootFields, type RootField } from '../world/ask-everything.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { tellTo, type ToldEvent } from '../world/provider-event.ts';
import { Provider } from '../world/provider.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, webhookKey: key } as const;
// Without limits nothing is held back that could be seen.
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' }, settings: withoutLimits });
const queries = rootFields(await createSchema()).filter(({ operation }) => operation === 'query');

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
  client: Person;
  messageId: string;
}

/** All that a query can be asked with: each value of each filter and order, and what finds this client. */
function askedWith({ field }: RootField, { client, messageId }: Desk): Record<string, unknown>[] {
  const ids = { id: field.name === 'message' ? messageId : client.id, ownClient: client.id };
  const path = field.args.some(({ name }) => name === 'id') ? ['id'] : [];
  const plain = argumentsWith(field.args, path, ids);
  const others = field.args.flatMap(({ name, type }): Record<string, unknown>[] => {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues().map((value) => ({ ...plain, [name]: value.name }));
    if (name === 'search')
      return [client.email, client.username, 'Maria'].map((text) => ({ ...plain, search: text }));
    return name === 'first' ? [{ ...plain, first: 100 }] : [];
  });
  return [plain, ...others];
}

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
  return read;
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

/** How the address stands when the stranger begins, and what becomes of the letters that follow. */
const addresses: ['unknown' | 'good' | 'bounced' | 'spam', 'arrive' | 'come back' | 'are called spam'][] = [
  ['unknown', 'arrive'],
  ['unknown', 'come back'],
  ['good', 'come back'],
  ['good', 'are called spam'],
  ['bounced', 'arrive'],
  ['bounced', 'come back'],
  ['spam', 'arrive'],
];

async function aDesk(stands: (typeof addresses)[number][0], traits: { registered?: boolean }): Promise<Desk> {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  const other = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, lastName: 'Aalto' });
  const browser = await loggedInBrowser(world, coach);
  if (stands === 'bounced') provider.nobodyHas.add(client.email);
  if (stands === 'spam') provider.calledSpam.add(client.email);
  const clientIds = stands === 'unknown' ? [other.id] : [client.id, other.id];
  const input = {
    ...{ subject: 'Your link', body: '[loginLink]', bodyFormat: 'TEXT' as const, copyToMe: false },
    recipients: { clientIds, allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  await world.settle();
  provider.nobodyHas.clear();
  provider.calledSpam.clear();
  world.clock.advance(60_000);
  return { browser, client, messageId: sendMessage.acceptedMessage.id };
}

it.each(addresses)(
  'C126 nothing that a coach can read moves by a stranger’s guess, right or wrong, where the address is %s and letters %s',
  async (stands, letters) => {
    for (const registered of stands === 'unknown' ? [true, false] : [true]) {
      const desk = await aDesk(stands, { registered });
      const { client } = desk;
      if (letters === 'come back') provider.nobodyHas.add(client.email);
      if (letters === 'are called spam') provider.calledSpam.add(client.email);
      const stranger = world.browser();
      await stranger.run(SiteDocument, {});
      const before = await everythingReadBy(desk);
      expect(before.length).toBeGreaterThan(20);
      await guess(stranger, { username: 'nobody.of.that.name', email: 'nobody@nowhere.test' });
      expect(firstDifference(before, await everythingReadBy(desk))).toBeNull();
      const sent = provider.seen.length;
      await guess(stranger, client);
      // They were right: letters went.
      expect(provider.seen.length).toBeGreaterThan(sent + TIMES);
      expect(firstDifference(before, await everythingReadBy(desk))).toBeNull();
    }
  },
  300_000,
);

it('C126 the same from a browser in which both the client and their coach have logged in', async () => {
  const desk = await aDesk('bounced', {});
  const { client } = desk;
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
