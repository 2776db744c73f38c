import { AcceptInviteDocument, AddClientDocument, InspectInviteDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser, me } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const password = 'seven quiet tin boats';
let invited = 0;

/** Somebody whom a coach has just invited, and the token of that invite. */
async function anInvite() {
  const coach = await aCoach(world);
  const browser = await loggedInBrowser(world, coach);
  invited += 1;
  const email = `invited${invited}@client.test`;
  const input = {
    firstName: 'Noor',
    lastName: 'Haddad',
    email,
    invite: true,
    onDuplicateEmail: 'ASK' as const,
  };
  await browser.run(AddClientDocument, { input });
  const token = /\/welcome#([\w-]{22})$/m.exec((await world.latest(email)).text)?.[1];
  if (!token) throw new Error('No invite in the letter');
  return { coach, browser, email, token };
}

const inspect = async (browser: Browser, token: string) =>
  (await browser.run(InspectInviteDocument, { token })).inspectInvite;

const accept = async (browser: Browser, token: string, username: string) =>
  (await browser.run(AcceptInviteDocument, { token, username, password })).acceptInvite;

describe('an invite', () => {
  it("is of no use where a coach of that client's practice is logged in: it shows no name, and the client is told once", async () => {
    const { coach, browser, email, token } = await anInvite();
    const colleague = await loggedInBrowser(world, await aCoach(world, { practiceId: coach.practiceId }));
    for (const coaching of [browser, colleague])
      expect(await inspect(coaching, token)).toMatchObject({
        usable: false,
        problem: 'COACH_LOGGED_IN',
        mayRenew: false,
        accountLabel: null,
        suggestedUsername: null,
        invitedBy: null,
      });
    expect(await accept(browser, token, 'a.name.of.the.coach')).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'COACH_LOGGED_IN',
      mayRenew: false,
      message: expect.stringContaining('invitation') as string,
    });
    const warnings = (await world.letters(email)).filter(({ subject }) =>
      subject.includes('your invitation was opened by your coach'),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.text).not.toMatch(/#|login\/help/);
    const [account] = await world.rows<{ id: string; username: string }>(
      'select id, username from account where email = ?',
      [email],
    );
    expect(warnings[0]?.text).not.toContain(account?.username);
    expect(
      await world.rows(
        `select 1 from access_event where account_id = ? and kind = 'LOGIN_LINK_OPENED_BY_COACH'`,
        [account?.id],
      ),
    ).toHaveLength(1);
    expect((await accept(world.browser(), token, 'noor.herself')).__typename).toBe('LoggedIn');
  });

  it('says who invites and, where someone else is logged in, that accepting ends that session; looking leaves it', async () => {
    const { token } = await anInvite();
    const invite = { usable: true, problem: null, invitedBy: 'Dana Okafor' };
    expect(await inspect(world.browser(), token)).toMatchObject({ ...invite, replacesSession: false });
    const stranger = await loggedInBrowser(world, await aCoach(world));
    expect(await inspect(stranger, token)).toMatchObject({ ...invite, replacesSession: true });
    const other = await aClient(world);
    const shared = await loggedInBrowser(world, other);
    expect(await inspect(shared, token)).toMatchObject({ ...invite, replacesSession: true });
    expect((await me(shared))?.username).toBe(other.username);
    expect((await accept(shared, token, 'noor.shared')).__typename).toBe('LoggedIn');
    expect((await me(shared))?.username).toBe('noor.shared');
    const left = await world.rows('select 1 from session where account_id = ?', [other.id]);
    expect(left).toEqual([]);
    expect(await inspect(world.browser(), token)).toMatchObject({ usable: false, problem: 'USED' });
  });
});
