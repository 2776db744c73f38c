import { RevokeOtherSessionsDocument, RevokeSessionDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import {
  askForLink,
  browserByLink,
  diaryOf,
  loggedInBrowser,
  me,
  redeem,
  sessionsOf,
} from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

describe('the list of sessions', () => {
  it('P064 names device, method and times of each, the one that asks first', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const phone = world.browser({ userAgent: PHONE });
    await redeem(phone, letter.token());
    world.clock.advance(HOUR_MS);
    const desk = await loggedInBrowser(world, client);
    const now = world.clock.now().getTime();
    expect(await sessionsOf(phone)).toMatchObject([
      { current: true, device: 'Safari on iOS', method: 'LOGIN_LINK' },
      { current: false, device: 'Firefox on Windows', method: 'PASSWORD' },
    ]);
    const [own, other] = await sessionsOf(desk);
    expect(own).toMatchObject({ current: true, createdAt: new Date(now).toISOString() });
    expect(other).toMatchObject({ current: false, createdAt: new Date(now - HOUR_MS).toISOString() });
  });

  it('gives the earlier of the two ends, idle or absolute', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const born = world.clock.now().getTime();
    expect((await sessionsOf(browser))[0]?.expiresAt).toBe(new Date(born + 14 * DAY_MS).toISOString());
    for (let day = 0; day < 50; day += 10) {
      world.clock.advance(10 * DAY_MS);
      expect(await me(browser)).not.toBeNull();
    }
    expect((await sessionsOf(browser))[0]?.expiresAt).toBe(new Date(born + 60 * DAY_MS).toISOString());
  });

  it('is shorter for a coach, and leaves out what has run out', async () => {
    const coach = await aCoach(world);
    const old = await loggedInBrowser(world, coach);
    world.clock.advance(11 * HOUR_MS);
    const fresh = await loggedInBrowser(world, coach);
    expect(await sessionsOf(fresh)).toHaveLength(2);
    world.clock.advance(2 * HOUR_MS);
    expect(await sessionsOf(fresh)).toHaveLength(1);
    expect(await me(old)).toBeNull();
  });

  it("never holds somebody else's", async () => {
    const [one, other] = [await aClient(world), await aClient(world)];
    await loggedInBrowser(world, other);
    expect(await sessionsOf(await loggedInBrowser(world, one))).toHaveLength(1);
  });
});

describe('ending a login', () => {
  it('P065 takes effect with its next request, for good, and stands in the diary once', async () => {
    const client = await aClient(world);
    const lost = await loggedInBrowser(world, client);
    const kept = await loggedInBrowser(world, client);
    const id = (await sessionsOf(kept))[1]?.id ?? '';
    const { revokeSession } = await kept.run(RevokeSessionDocument, { id });
    expect(revokeSession).toMatchObject({
      __typename: 'MyAccountChanged',
      me: { sessions: [{ current: true }] },
    });
    expect(await me(lost)).toBeNull();
    expect(await me(kept)).not.toBeNull();
    const diary = await diaryOf(world, kept);
    expect(diary[0]).toMatchObject({ kind: 'SESSION_REVOKED', actor: 'You', device: 'Firefox on Windows' });
    const again = await kept.run(RevokeSessionDocument, { id });
    expect(again.revokeSession).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'id' }] });
    expect(await diaryOf(world, kept)).toHaveLength(diary.length);
  });

  it('C044 a session that a scanner opened by link stays dead when the same browser comes again', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const scanner = world.browser({ userAgent: PHONE });
    await redeem(scanner, letter.token());
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    const owner = await browserByLink(world, client);
    const used = (await diaryOf(world, owner)).filter(({ kind }) => kind === 'LOGGED_IN');
    expect(used.map(({ device }) => device)).toEqual(['Firefox on Windows', 'Safari on iOS']);
    const id = (await sessionsOf(owner)).find(({ device }) => device === 'Safari on iOS')?.id ?? '';
    await owner.run(RevokeSessionDocument, { id });
    expect(await me(scanner)).toBeNull();
    expect((await redeem(scanner, letter.token())).__typename).toBe('LoginLinkUnusable');
    expect(await me(scanner)).toBeNull();
  });

  it("answers alike for somebody else's, an invented and a broken id, and ends nothing", async () => {
    const [one, other] = [await aClient(world), await aClient(world)];
    const theirs = await loggedInBrowser(world, other);
    const browser = await loggedInBrowser(world, one);
    const foreign = (await sessionsOf(theirs))[0]?.id ?? '';
    const answers = new Set<string>();
    for (const id of [foreign, '00000000-0000-4000-8000-000000000000', "x' or 1=1", ''])
      answers.add(JSON.stringify((await browser.run(RevokeSessionDocument, { id })).revokeSession));
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain('InvalidInput');
    expect(await me(theirs)).not.toBeNull();
  });

  it('of oneself is what logging out is for', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const id = (await sessionsOf(browser))[0]?.id ?? '';
    const { revokeSession } = await browser.run(RevokeSessionDocument, { id });
    expect(revokeSession).toMatchObject({ __typename: 'InvalidInput' });
    expect(await me(browser)).not.toBeNull();
  });

  it('all others at once: the one that asks stays, nobody else is touched', async () => {
    const [client, stranger] = [await aClient(world), await aClient(world)];
    const others = [await loggedInBrowser(world, client), await loggedInBrowser(world, client)];
    const away = await loggedInBrowser(world, stranger);
    const kept = await loggedInBrowser(world, client);
    await kept.run(RevokeOtherSessionsDocument, {});
    for (const other of others) expect(await me(other)).toBeNull();
    expect(await me(away)).not.toBeNull();
    expect(await sessionsOf(kept)).toHaveLength(1);
    await kept.run(RevokeOtherSessionsDocument, {});
    const ends = (await diaryOf(world, kept)).filter(({ kind }) => kind === 'SESSION_REVOKED');
    expect(ends).toHaveLength(1);
  });

  it('may a client with read-only access too: it only takes access away', async () => {
    const client = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true });
    const other = await loggedInBrowser(world, client);
    const browser = await loggedInBrowser(world, client);
    const { revokeOtherSessions } = await browser.run(RevokeOtherSessionsDocument, {});
    expect(revokeOtherSessions.__typename).toBe('MyAccountChanged');
    expect(await me(other)).toBeNull();
  });

  it('needs a login of one’s own', async () => {
    const { errors } = await world.browser().ask(RevokeOtherSessionsDocument, {});
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
