import {
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { enqueueDueFreshStarts } from '../../src/features/access-changes/due-fresh-starts.ts';
import { enqueueDueJobs } from '../../src/platform/jobs/waiting-jobs.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/platform/clock.ts';
import { askForLink, browserByLink, logIn, loggedInBrowser, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
let client: Person;

/** What a worker does each second. */
async function look(): Promise<void> {
  await enqueueDueJobs(world.app.open());
  await enqueueDueFreshStarts(world.app.open());
  await world.settle();
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await look();
}

/** So many requests, each from another place. */
async function strangersAsk(times: number, act: (browser: Browser) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) await act(world.browser());
  await world.settle();
}

const forLink =
  ({ username }: Person) =>
  (browser: Browser) =>
    browser.run(RequestLoginLinkDocument, { username });
const forNames =
  ({ email }: Person) =>
  (browser: Browser) =>
    browser.run(RecoverUsernameDocument, { email });
const linksTo = async ({ email }: Person) =>
  (await world.letters(email)).filter((letter) => letter.links().length > 0);
const subjectsTo = async ({ email }: Person) => (await world.letters(email)).map(({ subject }) => subject);

async function byCode(browser: Browser, { username }: Person, code: string) {
  return (await browser.run(RedeemLoginCodeDocument, { username, code })).redeemLoginCode.__typename;
}

describe('letters that a stranger can cause', () => {
  it('C120 asking for the usernames of an address for hours keeps no login link from its owner', async () => {
    client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    for (let hour = 1; hour <= 4; hour += 1) {
      await strangersAsk(5, forNames(client));
      for (const browser of [world.browser(), home]) {
        const before = (await linksTo(client)).length;
        const letter = await askForLink(world, client, browser);
        expect(await linksTo(client)).toHaveLength(before + 1);
        expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
      }
      await pass(HOUR_MS);
    }
    // Five at once, then one an hour.
    const names = (await subjectsTo(client)).filter((subject) => subject.includes('your username'));
    expect(names).toHaveLength(5 + 4);
  });

  it('C120 asking for login links uses up those of strangers: the owner has one within the hour, at home at once', async () => {
    client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    await strangersAsk(20, forLink(client));
    expect(await linksTo(client)).toHaveLength(5);
    const atHome = await askForLink(world, client, home);
    expect(await linksTo(client)).toHaveLength(6);
    expect((await redeem(world.browser(), atHome.token())).__typename).toBe('LoggedIn');
    // That login ended all the links there were: whoever asks from a new browser now has none, and asks once.
    await forLink(client)(world.browser());
    await world.settle();
    expect(await linksTo(client)).toHaveLength(6);
    await pass(HOUR_MS);
    const letters = await linksTo(client);
    expect(letters).toHaveLength(7);
    expect((await redeem(world.browser(), letters.at(-1)?.token() ?? '')).__typename).toBe('LoggedIn');
  });

  it('C120 day after day the way in stays open, and the mailbox gets one letter an hour', async () => {
    client = await aClient(world);
    await strangersAsk(5, forLink(client));
    for (let hour = 0; hour < 30; hour += 1) {
      await strangersAsk(2, forLink(client));
      await pass(HOUR_MS);
      const letters = await linksTo(client);
      expect(letters).toHaveLength(6 + hour);
    }
    expect((await redeem(world.browser(), (await linksTo(client)).at(-1)?.token() ?? '')).__typename).toBe(
      'LoggedIn',
    );
  });

  it('C120 one account at an address does not use up what another has there', async () => {
    const email = 'house.of.two@client.test';
    const [one, other] = [await aClient(world, { email }), await aClient(world, { email })];
    await strangersAsk(6, forLink(one));
    expect(await linksTo(one)).toHaveLength(5);
    await forLink(other)(world.browser());
    expect(await linksTo(one)).toHaveLength(6);
  });
});

describe('a code that the owner asked for', () => {
  it('C120 from a known browser is neither replaced nor locked by what strangers ask for and try', async () => {
    client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    const code = (await askForLink(world, client, home)).code();
    await strangersAsk(2, forLink(client));
    for (let n = 0; n < 6; n += 1) await byCode(world.browser(), client, 'ABCD-EFGH');
    expect(await byCode(world.browser(), client, code)).toBe('TooManyAttempts');
    expect(await byCode(home, client, code)).toBe('LoggedIn');
  });

  it('C120 is the only one: a newer one of theirs ends it, and ends what strangers asked for', async () => {
    client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    const older = (await askForLink(world, client, home)).code();
    const strangers = (await askForLink(world, client)).code();
    const newest = (await askForLink(world, client, home)).code();
    expect(await byCode(home, client, older)).toBe('LoginLinkUnusable');
    expect(await byCode(home, client, strangers)).toBe('LoginLinkUnusable');
    expect(await byCode(home, client, newest)).toBe('LoggedIn');
  });

  it('C120 a known browser has five tries and no more', async () => {
    client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    const code = (await askForLink(world, client, home)).code();
    for (let n = 0; n < 5; n += 1) expect(await byCode(home, client, 'ABCD-EFGH')).toBe('LoginLinkUnusable');
    expect(await byCode(home, client, code)).toBe('TooManyAttempts');
  });
});

describe('letters that tell an owner what happened', () => {
  it('C120 are under nobody’s quota: they come at once while strangers and the coach have letters sent', async () => {
    const coach = await aCoach(world);
    client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const recipients = { clientIds: [client.id], allActive: false };
    const input = { subject: 'Hello', body: 'Hi', bodyFormat: 'TEXT' as const, copyToMe: false, recipients };
    const noticed: number[] = [];
    const HOURS = longOr(6, 24);
    for (let hour = 0; hour < 7 * 24; hour += HOURS) {
      const browser = await loggedInBrowser(world, coach);
      for (let n = 0; n < 5; n += 1) await browser.run(SendMessageDocument, { input });
      if (hour === 0) {
        await browser.run(RequestFreshStartDocument, { id: client.id, email: 'elsewhere@client.test' });
        await strangersAsk(8, forLink(client));
      }
      await look();
      const starts = (await subjectsTo(client)).filter((subject) => /start over|starts over/.test(subject));
      noticed.push(starts.length);
      await pass(HOURS * HOUR_MS - MINUTE_MS);
      world.clock.advance(MINUTE_MS);
    }
    expect(noticed[0]).toBe(1);
    // The second on day six, at the first look after it has come due.
    expect(noticed[(6 * 24) / HOURS]).toBe(2);
  }, 300_000);

  it('C120 several of one kind within ten minutes are one letter, which lists them', async () => {
    client = await aClient(world);
    const told = async () =>
      (await world.letters(client.email)).filter(({ subject }) => subject.includes('a new login'));
    for (let n = 0; n < 4; n += 1) await browserByLink(world, client);
    // The first at once, by itself.
    expect((await told()).map(({ prose }) => prose.includes('It happened'))).toEqual([false]);
    await pass(9 * MINUTE_MS);
    expect(await told()).toHaveLength(1);
    await pass(MINUTE_MS);
    const letters = await told();
    expect(letters).toHaveLength(2);
    expect(letters[1]?.prose).toContain('It happened 3 times:');
    expect(letters[1]?.text.match(/^- /gm)).toHaveLength(3);
    await pass(DAY_MS);
    expect(await told()).toHaveLength(2);
  });

  it('C120 one that waits for others goes to the address of its moment', async () => {
    client = await aClient(world);
    for (let n = 0; n < 4; n += 1) await browserByLink(world, client);
    await world.settle();
    const next = `moved.${client.email}`;
    await world.rows('update account set email = ?, email_key = ? where id = ?', [next, next, client.id]);
    await pass(10 * MINUTE_MS);
    expect(await world.letters(next)).toHaveLength(0);
    const told = (await subjectsTo(client)).filter((subject) => subject.includes('a new login'));
    expect(told).toHaveLength(2);
  });
});

describe('asking for the usernames of addresses', () => {
  /** Of a stranger who owns every address of a domain: how many of them hear that no account has them. */
  const lettersTo = async (domain: string) =>
    (await world.letters()).filter(({ to }) => to.endsWith(`@${domain}`)).length;

  it('C121 C015 an address that is known counts for the cap of a source as one that is not: what arrives after it is as much', async () => {
    client = await aClient(world);
    const arrived: number[] = [];
    for (const [n, target] of [client.email, 'nobody.there@client.test'].entries()) {
      const stranger = world.browser();
      await stranger.run(RecoverUsernameDocument, { email: target });
      for (let i = 0; i < 10; i += 1)
        await stranger.run(RecoverUsernameDocument, { email: `mine${i}@catch-all-${n}.test` });
      arrived.push(await lettersTo(`catch-all-${n}.test`));
    }
    expect(arrived).toEqual([9, 9]);
  });

  it('C121 nor does asking for it again and again', async () => {
    client = await aClient(world);
    const arrived: number[] = [];
    for (const [n, target] of [client.email, 'nobody.either@client.test'].entries()) {
      const stranger = world.browser();
      for (let i = 0; i < 4; i += 1) await stranger.run(RecoverUsernameDocument, { email: target });
      for (let i = 0; i < 10; i += 1)
        await stranger.run(RecoverUsernameDocument, { email: `mine${i}@again-${n}.test` });
      arrived.push(await lettersTo(`again-${n}.test`));
    }
    expect(arrived).toEqual([9, 9]);
  });

  it('a login afterwards works as ever', async () => {
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
  });
});
