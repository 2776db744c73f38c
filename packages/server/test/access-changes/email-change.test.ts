import {
  CancelEmailChangeDocument,
  ClientDocument,
  ConfirmEmailChangeDocument,
  DeactivateClientDocument,
  InspectAccessChangeDocument,
  MyPendingChangesDocument,
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
  StopAccessChangeDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { changeLetterQueue } from '../../src/features/access-changes/change-letter-queue.ts';
import { askForLink, browserByLink, loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { changeToken, diaryOf } from '../world/changes.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;

let addresses = 0;
const anAddress = () => `new-place-${(addresses += 1)}@client.test`;

async function ask(browser: Browser, email: string, currentPassword?: string) {
  const variables = currentPassword === undefined ? { email } : { email, currentPassword };
  return (await browser.run(RequestEmailChangeDocument, variables)).requestEmailChange;
}

async function confirm(browser: Browser, token: string) {
  return (await browser.run(ConfirmEmailChangeDocument, { token })).confirmEmailChange;
}

const stop = async (token: string) =>
  (await world.browser().run(StopAccessChangeDocument, { token })).stopAccessChange;
const inspect = async (browser: Browser, token: string) =>
  (await browser.run(InspectAccessChangeDocument, { token })).inspectAccessChange;
const pending = async (browser: Browser) => (await browser.run(MyPendingChangesDocument, {})).me;

/** A client who asked for a new address a moment ago. */
async function asked(email = anAddress()) {
  const client = await aClient(world);
  const browser = await loggedInBrowser(world, client);
  expect(await ask(browser, email)).toMatchObject({ me: { pendingEmail: email, email: client.email } });
  return { client, browser, email, token: await changeToken(world, email, 'CONFIRM') };
}

describe('an own change of the address', () => {
  it('P017 counts once it is confirmed; the old address is told before and after', async () => {
    const { client, browser, email, token } = await asked();
    const notice = await world.latest(client.email);
    expect(notice.subject).toContain('a new email address was asked for');
    expect(notice.text).toContain(email);
    expect(await inspect(browser, token)).toMatchObject({
      usable: true,
      kind: 'EMAIL_CHANGE',
      oldEmailMasked: expect.stringMatching(/^h•••@client\.test$/) as string,
      newEmailMasked: 'n•••@client.test',
      askedBy: 'you',
      loggedInAs: 'OWNER',
    });
    expect(await confirm(browser, token)).toMatchObject({ me: { email, pendingEmail: null } });
    expect((await world.latest(client.email)).subject).toContain('your email address was changed');
    expect(await diaryOf(world, client)).toEqual(
      expect.arrayContaining(['EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED']),
    );
    const again = world.browser();
    await again.run(RequestLoginLinkDocument, { username: client.username });
    expect((await world.latest(email)).links()).toHaveLength(1);
  });

  it('a double click on confirm is no error', async () => {
    const { browser, email, token } = await asked();
    const both = await Promise.all([confirm(browser, token), confirm(browser, token)]);
    for (const answer of both) expect(answer).toMatchObject({ me: { email } });
    expect(await confirm(browser, token)).toMatchObject({ me: { email } });
  });

  it('C106 of several in a row only the last counts, and the older tokens say so', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const [a, b, c] = [anAddress(), anAddress(), anAddress()];
    for (const email of [a, b, c]) {
      await ask(browser, email);
      // Of a change that has ended no letter goes.
      await world.settle();
    }
    for (const email of [a, b])
      expect(await confirm(browser, await changeToken(world, email, 'CONFIRM'))).toMatchObject({
        __typename: 'InvalidInput',
        message: expect.stringContaining('A newer change took the place') as string,
        fields: [{ field: 'token' }],
      });
    expect((await me(browser))?.email).toBe(client.email);
    expect(await confirm(browser, await changeToken(world, c, 'CONFIRM'))).toMatchObject({
      me: { email: c },
    });
  });

  it('C031 C109 kills the links of before, and usernames go to the new address from then on', async () => {
    const { client, browser, email, token } = await asked();
    const link = (await askForLink(world, client)).token();
    await confirm(browser, token);
    expect((await redeem(world.browser(), link)).__typename).toBe('LoginLinkUnusable');
    // The old address is told of the change; what is asked for now comes after that.
    await world.settle();
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    expect((await world.latest(client.email)).subject).toContain('no account has this address');
    await world.browser().run(RecoverUsernameDocument, { email });
    expect((await world.latest(email)).text).toContain(client.username);
  });

  it('C039 a confirm token logs nobody in and stops nothing, a login or stop token confirms nothing, and none is spent', async () => {
    const { client, browser, email, token } = await asked();
    const link = (await askForLink(world, client)).token();
    const stopToken = await changeToken(world, client.email, 'STOP');
    expect((await redeem(world.browser(), token)).__typename).toBe('LoginLinkUnusable');
    expect((await stop(token)).__typename).toBe('LoginLinkUnusable');
    for (const other of [link, stopToken, 'A'.repeat(22), 'short'])
      expect((await confirm(browser, other)).__typename).toBe('InvalidInput');
    expect(await confirm(browser, token)).toMatchObject({ me: { email } });
    const second = await asked();
    const live = (await askForLink(world, second.client)).token();
    await confirm(second.browser, live);
    expect((await redeem(world.browser(), live)).__typename).toBe('LoggedIn');
  });

  it('is confirmed by its owner alone, logged in', async () => {
    const { client, token } = await asked();
    const { errors } = await world.browser().ask(ConfirmEmailChangeDocument, { token });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const stranger = await loggedInBrowser(world, await aClient(world));
    expect(await inspect(stranger, token)).toMatchObject({ loggedInAs: 'SOMEONE_ELSE' });
    expect(await confirm(stranger, token)).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('another account') as string,
    });
    expect(await confirm(await loggedInBrowser(world, client), token)).toMatchObject({
      __typename: 'MyAccountChanged',
    });
  });

  it('can be confirmed for 24 hours', async () => {
    const { browser, token, client } = await asked();
    world.clock.advance(24 * 60 * MINUTE_MS);
    expect(await pending(browser)).toMatchObject({ pendingEmail: null });
    expect(await inspect(browser, token)).toMatchObject({ usable: false, problem: 'EXPIRED' });
    expect((await confirm(browser, token)).__typename).toBe('InvalidInput');
    expect((await me(browser))?.email).toBe(client.email);
  });

  it('until when it can be confirmed says nothing of the address: whether it has an account, and how many letters went there', async () => {
    const taken = (await aClient(world)).email;
    const moved = [];
    const confirmed = [];
    for (const email of [taken, anAddress()]) {
      for (let i = 0; i < 5; i += 1) await world.browser().run(RecoverUsernameDocument, { email });
      const browser = await loggedInBrowser(world, await aClient(world));
      await ask(browser, email);
      await world.settle();
      const before = new Date((await pending(browser))?.pendingEmailUntil ?? 0).getTime();
      // A letter that waits for its turn for a moment, as each does.
      world.clock.advance(1_500);
      const [change] = await world.rows<{ id: string }>(
        'select id from access_change where new_email = ? and ended_at is null',
        [email],
      );
      const { em, jobs } = world.app.open();
      await em.transactional((inside) =>
        jobs.enqueue(inside, changeLetterQueue, {
          changeId: change?.id ?? '',
          letter: 'CONFIRM',
        }),
      );
      await world.settle();
      const after = new Date((await pending(browser))?.pendingEmailUntil ?? 0).getTime();
      moved.push(after - before);
      const letters = await world.letters(email);
      confirmed.push(letters.filter(({ subject }) => subject.includes('confirm')).length);
    }
    expect(moved).toEqual([1_500, 1_500]);
    // What was asked for at the login helper uses up nothing of this kind.
    expect(confirmed).toEqual([2, 2]);
  });

  it('is stopped from the old address without a login, once, and its token is dead', async () => {
    const { client, browser, token } = await asked();
    const stopToken = await changeToken(world, client.email, 'STOP');
    expect(await inspect(world.browser(), stopToken)).toMatchObject({ usable: true, loggedInAs: 'NOBODY' });
    expect((await stop(stopToken)).__typename).toBe('AccessChangeStopped');
    expect(await stop(stopToken)).toMatchObject({ __typename: 'LoginLinkUnusable', mayRenew: false });
    expect(await confirm(browser, token)).toMatchObject({
      message: expect.stringContaining('stopped from the old address') as string,
    });
    expect((await me(browser))?.email).toBe(client.email);
    expect((await world.latest(client.email)).subject).toContain('was stopped');
    expect(await diaryOf(world, client)).toContain('EMAIL_CHANGE_STOPPED');
  });

  it('is ended by its owner, by a new password and by a deactivation', async () => {
    const cancelled = await asked();
    await cancelled.browser.run(CancelEmailChangeDocument, {});
    const replaced = await asked();
    const newPassword = 'seven quiet tin boats';
    await replaced.browser.run(SetPasswordDocument, {
      newPassword,
      currentPassword: replaced.client.password,
    });
    for (const { browser, token } of [cancelled, replaced]) {
      expect(await pending(browser)).toMatchObject({ pendingEmail: null });
      expect((await confirm(browser, token)).__typename).toBe('InvalidInput');
    }
  });

  it('asks for the current password 15 minutes after the login', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    world.clock.advance(15 * MINUTE_MS);
    const email = anAddress();
    expect((await ask(browser, email)).__typename).toBe('CurrentPasswordWrong');
    expect((await ask(browser, email, 'wrong')).__typename).toBe('CurrentPasswordWrong');
    expect((await ask(browser, email, client.password)).__typename).toBe('MyAccountChanged');
    const byLink = await browserByLink(world, await aClient(world));
    expect((await ask(byLink, anAddress())).__typename).toBe('MyAccountChanged');
  });

  it('works with plus addresses, other alphabets and 254 characters, and names the field of anything else', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const long = `${'l'.repeat(64)}@${`${'d'.repeat(60)}.`.repeat(3)}${'e'.repeat(1)}.test`;
    const full = `${'l'.repeat(254 - long.length)}${long}`;
    expect(full).toHaveLength(254);
    for (const email of [
      'maria+coach@client.test',
      'maría@bücher.example',
      'maria@xn--bcher-kva.example',
      full,
    ]) {
      expect(await ask(browser, ` ${email} `)).toMatchObject({ me: { pendingEmail: email } });
      const token = await changeToken(world, email, 'CONFIRM');
      expect(await confirm(browser, token)).toMatchObject({ me: { email } });
    }
    for (const email of ['', 'nobody', `l${full}`, 'x'.repeat(10_000), full])
      expect(await ask(browser, email)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'email' }],
      });
  });

  it('an address of other accounts is taken like any, and nothing tells of them', async () => {
    const other = await aClient(world);
    const fresh = await asked();
    const { browser, token } = await asked(other.email);
    expect(await confirm(browser, token)).toMatchObject({ me: { email: other.email } });
    const theirs = (await world.letters(other.email)).map(({ subject }) => subject);
    expect(theirs).toEqual((await world.letters(fresh.email)).map(({ subject }) => subject));
  });

  it('floods neither the new address nor, with notices that must always come, the old one', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const email = anAddress();
    for (let time = 0; time < 10; time += 1)
      expect((await ask(browser, email)).__typename).toBe('MyAccountChanged');
    expect((await ask(browser, email)).__typename).toBe('TooManyAttempts');
    expect(await world.letters(email)).toHaveLength(5);
    expect(await world.letters(client.email)).toHaveLength(10);
  });

  it('read-only access may end a change, and neither ask for nor confirm one', async () => {
    const coach = await aCoach(world);
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    const client = await aClient(world, own);
    const browser = await loggedInBrowser(world, client);
    const coaching = await loggedInBrowser(world, coach);
    const email = anAddress();
    await ask(browser, email);
    // The letter with the link goes first: of a change that has ended there is none.
    await world.settle();
    await coaching.run(DeactivateClientDocument, { id: client.id, mayLogIn: true });
    expect(await pending(browser)).toMatchObject({ pendingEmail: null });
    expect((await ask(browser, email)).__typename).toBe('ReadOnlyAccess');
    expect((await browser.run(CancelEmailChangeDocument, {})).cancelEmailChange.__typename).toBe(
      'MyAccountChanged',
    );
    await world.rows(`update access_change set ended_at = null, ended_as = null where account_id = ?`, [
      client.id,
    ]);
    const token = await changeToken(world, email, 'CONFIRM');
    expect((await confirm(browser, token)).__typename).toBe('ReadOnlyAccess');
    expect((await me(browser))?.email).toBe(client.email);
  });

  it('keeps no token at rest, in no table and no job', async () => {
    const { client, token } = await asked();
    const stopToken = await changeToken(world, client.email, 'STOP');
    const kept = JSON.stringify([
      await world.rows('select * from access_change_link'),
      await world.rows('select * from access_event'),
      await world.rows('select data, output from pgboss.job'),
      world.logLines,
    ]);
    for (const secret of [token, stopToken]) expect(kept).not.toContain(secret);
  });

  it('what a client asked for themselves is not shown to the coach', async () => {
    const coach = await aCoach(world);
    const client: Person = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    await ask(await loggedInBrowser(world, client), anAddress());
    const coaching = await loggedInBrowser(world, coach);
    expect((await coaching.run(ClientDocument, { id: client.id })).client?.pendingEmail).toBeNull();
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
  });
});
