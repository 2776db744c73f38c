import {
  LoginDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, browserByLink, logIn, loggedInBrowser, me, redeem } from '../world/acts.ts';
import type { Answer, Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { statementsDuring } from '../world/statements.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

/** Everything a stranger can see of an answer, but for what differs from request to request anyway. */
function seenFromOutside({ response }: Answer<unknown>) {
  const { date: _date, ...headers } = response.headers;
  return { status: response.statusCode, headers, body: response.body };
}

describe('telling nobody who exists', () => {
  it('C008 the answers for a hit and a miss are the same in status, headers, cookies and body', async () => {
    const client = await aClient(world);
    const hit = await world.browser().ask(RequestLoginLinkDocument, { username: client.username });
    const miss = await world.browser().ask(RequestLoginLinkDocument, { username: 'nobody.by.that' });
    expect(seenFromOutside(hit)).toEqual(seenFromOutside(miss));
    const hitByEmail = await world.browser().ask(RecoverUsernameDocument, { email: client.email });
    const missByEmail = await world.browser().ask(RecoverUsernameDocument, { email: 'nobody@client.test' });
    expect(seenFromOutside(hitByEmail)).toEqual(seenFromOutside(missByEmail));
    expect(hit.response.headers['set-cookie']).toBeUndefined();
  });

  it('C011 a hit, a miss and a deactivated account cause the same statements and rows', async () => {
    const client = await aClient(world);
    const gone = await aClient(world, { status: 'INACTIVE' });
    await world.settle();
    const ask = (username: string) => () => world.browser().run(RequestLoginLinkDocument, { username });
    const own = (statements: string[]) =>
      statements.filter((s) =>
        /rate_limit|account|login_|access_event|\.send|create_job|insert into pgboss/i.test(s),
      );
    const count = async (username: string) => own(await statementsDuring(world, ask(username)));
    const hit = await count(client.username);
    await world.settle();
    const miss = await count('nobody.at.home');
    await world.settle();
    const deactivated = await count(gone.username);
    await world.settle();
    expect(requestPart(hit)).toEqual(requestPart(miss));
    expect(requestPart(deactivated)).toEqual(requestPart(miss));
    expect(requestPart(miss).filter((s) => s.includes('rate_limit'))).toHaveLength(1);
    expect(requestPart(hit).some((s) => /from "?account/i.test(s))).toBe(false);
  });

  /** Up to the queued job: what the worker does afterwards may differ. */
  function requestPart(statements: string[]): string[] {
    const queued = statements.findIndex((s) => /insert into pgboss|create_job/i.test(s));
    expect(queued).toBeGreaterThanOrEqual(0);
    return statements.slice(0, queued + 1);
  }

  it('C012 every failing login has the same words, each after the same work', async () => {
    const client = await aClient(world);
    const without = await aClient(world, { password: null });
    const gone = await aClient(world, { status: 'INACTIVE' });
    const outcomes = new Set<string>();
    const statements: number[] = [];
    for (const username of ['nobody.here', client.username, without.username, gone.username]) {
      const browser = world.browser();
      await world.settle();
      const seen = await statementsDuring(world, async () => {
        outcomes.add(JSON.stringify(await logIn(browser, username, 'not the password')));
      });
      const jobQueued = seen.findIndex((s) => /insert into pgboss|create_job/i.test(s));
      statements.push(seen.slice(0, jobQueued).filter((s) => /rate_limit|account/i.test(s)).length);
    }
    expect([...outcomes]).toHaveLength(1);
    expect([...outcomes][0]).toContain('InvalidCredentials');
    expect(new Set(statements)).toEqual(new Set([1]));
  });

  it('C013 answer number n is the same for a hit and a miss, and past the limit it says when to try again', async () => {
    const client = await aClient(world);
    const run = async (act: (browser: ReturnType<typeof world.browser>) => Promise<unknown>) => {
      const browser = world.browser();
      const answers: string[] = [];
      for (let i = 0; i < 20; i += 1) answers.push(JSON.stringify(await act(browser)));
      return answers;
    };
    const link = (username: string) => run((b) => b.run(RequestLoginLinkDocument, { username }));
    const wrong = (username: string) =>
      run((b) => b.run(LoginDocument, { username, password: 'not the password' }));
    const hit = await link(client.username);
    expect(hit).toEqual(await link('invented.name'));
    expect(hit[9]).toContain('RecoveryRequested');
    expect(hit[10]).toContain('TooManyAttempts');
    expect(hit[10]).toContain(new Date(world.clock.now().getTime() + 15 * 60_000).toISOString());
    const failed = await wrong(client.username);
    expect(failed).toEqual(await wrong('invented.name'));
    expect(failed[9]).toContain('InvalidCredentials');
    expect(failed[10]).toContain('TooManyAttempts');
    world.clock.advance(15 * 60_000 + 1);
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
  });

  it('C013 a browser that has logged in here before is not shut out by a neighbour behind its address, nor begins anew with one more login', async () => {
    const address = '203.0.113.77';
    const client = await aClient(world);
    const own = world.browser({ address });
    await logIn(own, client.username, client.password);
    const wrong = async (browser: Browser, name: string) =>
      (await logIn(browser, name, 'not the password')).__typename;
    const neighbour = world.browser({ address });
    for (let i = 0; i < 100; i += 1) await wrong(neighbour, `neighbour.${i}`);
    expect(await wrong(neighbour, 'one.more')).toBe('TooManyAttempts');
    expect(await wrong(own, client.username)).toBe('InvalidCredentials');
    expect((await logIn(own, client.username, client.password)).__typename).toBe('LoggedIn');
    for (let i = 0; i < 100; i += 1) await wrong(own, `name.${i}`);
    expect(await wrong(own, 'one.more')).toBe('TooManyAttempts');
    const another = await loggedInBrowser(world, client);
    expect(await wrong(another, 'one.more')).toBe('TooManyAttempts');
  }, 60_000);

  it('C014 failures from elsewhere neither lock the owner out nor close the link path', async () => {
    const client = await aClient(world);
    const home = await loggedInBrowser(world, client);
    const outcomes: string[] = [];
    for (let i = 0; i < 110; i += 1)
      outcomes.push((await logIn(world.browser(), client.username, 'not the password')).__typename);
    expect(outcomes.filter((o) => o === 'InvalidCredentials').length).toBeLessThanOrEqual(100);
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
    expect((await logIn(home, client.username, client.password)).__typename).toBe('LoggedIn');
    const letter = await askForLink(world, client);
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  }, 60_000);

  it('C014 the same limit holds for an invented name', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 101; i += 1)
      outcomes.push((await logIn(world.browser(), 'made.up.name', 'not the password')).__typename);
    expect(outcomes[99]).toBe('InvalidCredentials');
    expect(outcomes[100]).toBe('TooManyAttempts');
  }, 60_000);

  it('C017 one source is counted once, whatever it says of itself', async () => {
    const tries = async (address: (i: number) => string, headers: (i: number) => Record<string, string>) => {
      const outcomes: string[] = [];
      for (let i = 0; i < 12; i += 1) {
        const browser = world.browser({ address: address(i), headers: headers(i) });
        outcomes.push((await logIn(browser, 'spread.name', 'not the password')).__typename);
      }
      return outcomes.filter((o) => o === 'TooManyAttempts').length;
    };
    expect(
      await tries(
        () => '203.0.113.9',
        (i) => ({ 'x-forwarded-for': `198.18.0.${i}` }),
      ),
    ).toBe(2);
    expect(
      await tries(
        (i) => `2001:db8:7:7::${i + 1}`,
        () => ({}),
      ),
    ).toBe(2);
    expect(
      await tries(
        (i) => (i % 2 ? '192.0.2.7' : '::ffff:192.0.2.7'),
        () => ({}),
      ),
    ).toBe(2);
  });
});

describe('which username, which mailbox', () => {
  it('C016 the letter goes to the stored spelling, and a look-alike gets none that names a username', async () => {
    const client = await aClient(world, { email: 'Mint@client.test', username: 'mint.leaf' });
    await world.browser().run(RecoverUsernameDocument, { email: 'mint@client.test' });
    expect((await world.latest('Mint@client.test')).text).toContain(client.username);
    await world.browser().run(RecoverUsernameDocument, { email: 'm\u0131nt@client.test' });
    const lookAlike = await world.latest('m\u0131nt@client.test');
    expect(lookAlike.subject).toContain('no account');
    expect(lookAlike.text).not.toContain('mint.leaf');
  });

  it('C019 three accounts on one address: one letter, every username with its practice, deactivated ones marked', async () => {
    const email = 'family@client.test';
    await aClient(world, { email, username: 'one.of.three' });
    await aClient(world, { email, username: 'two.of.three', status: 'INACTIVE' });
    await aClient(world, { email, username: 'three.of.three', practiceName: 'Southwind Coaching' });
    await world.browser().run(RecoverUsernameDocument, { email: 'FAMILY@client.test' });
    const letters = await world.letters(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('one.of.three (Northwind Coaching)');
    expect(letters[0]?.text).toContain('two.of.three (Northwind Coaching, deactivated)');
    expect(letters[0]?.text).toContain('three.of.three (Southwind Coaching)');
    expect(letters[0]?.subject).toContain('Latchstring');
  });

  it('C020 a link for the child opens and changes the child alone', async () => {
    const email = 'parent.and.child@client.test';
    const parent = await aClient(world, { email, username: 'the.parent' });
    const child = await aClient(world, { email, username: 'the.child' });
    const parentBrowser = await loggedInBrowser(world, parent);
    const parentLink = (await askForLink(world, parent)).token();
    await world.browser().run(RequestLoginLinkDocument, { username: child.username });
    const childLetter = await world.latest(email);
    const browser = world.browser();
    await redeem(browser, childLetter.token());
    expect((await me(browser))?.username).toBe('the.child');
    await browser.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
    expect((await me(parentBrowser))?.username).toBe('the.parent');
    expect((await logIn(world.browser(), parent.username, parent.password)).__typename).toBe('LoggedIn');
    expect((await redeem(world.browser(), parentLink)).__typename).toBe('LoggedIn');
  });

  it("C022 a username that reads like somebody's address is a username alone, and an address an address alone", async () => {
    const b = await aClient(world, { email: 'b.person@client.test', username: 'b.person' });
    const a = await aClient(world, { email: 'a.person@client.test', username: 'b.person@client.test' });
    await world.browser().run(RequestLoginLinkDocument, { username: 'b.person@client.test' });
    const link = await world.latest(a.email);
    const browser = world.browser();
    await redeem(browser, link.token());
    expect((await me(browser))?.id).toBe(a.id);
    expect(await world.letters(b.email)).toHaveLength(0);
    await world.browser().run(RecoverUsernameDocument, { email: 'b.person@client.test' });
    const names = await world.latest(b.email);
    expect(names.text).toContain('- b.person (');
    expect(names.text).not.toContain('- b.person@client.test');
  });

  it('J2 a coach recovers the same way, with the practice on the letter and the longer words of nothing else', async () => {
    const coach = await aCoach(world, { username: 'lost.coach', email: 'lost.coach@client.test' });
    await world.browser().run(RecoverUsernameDocument, { email: coach.email });
    expect((await world.latest(coach.email)).text).toContain('lost.coach');
    const browser = await browserByLink(world, coach);
    expect((await me(browser))?.role).toBe('COACH');
  });
});

describe('limits that never show', () => {
  it('six requests for one address make five letters, and the words stay', async () => {
    const client = await aClient(world);
    const answers = new Set<string>();
    for (let i = 0; i < 8; i += 1)
      answers.add(
        JSON.stringify(await world.browser().run(RequestLoginLinkDocument, { username: client.username })),
      );
    expect(answers.size).toBe(1);
    expect(await world.letters(client.email)).toHaveLength(5);
    world.clock.advance(60 * 60_000 + 1);
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    expect(await world.letters(client.email)).toHaveLength(6);
  });

  it('C015 an address without an account hears of it once a day, in words that nobody chose', async () => {
    const email = 'stranger@elsewhere.test';
    for (let i = 0; i < 5; i += 1) await world.browser().run(RecoverUsernameDocument, { email });
    const letters = await world.letters(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).not.toContain('@');
    world.clock.advance(24 * 60 * 60_000 + 1);
    await world.browser().run(RecoverUsernameDocument, { email });
    expect(await world.letters(email)).toHaveLength(2);
  });

  it('C015 one source stops being able to mail strangers, while a known address still gets its letter', async () => {
    const client = await aClient(world);
    const browser = world.browser();
    for (let i = 0; i < 14; i += 1)
      await browser.run(RecoverUsernameDocument, { email: `stranger${i}@many.test` });
    await browser.run(RecoverUsernameDocument, { email: client.email });
    const letters = await world.letters();
    expect(letters.filter((letter) => letter.to.endsWith('@many.test'))).toHaveLength(10);
    expect(letters.filter((letter) => letter.to === client.email)).toHaveLength(1);
  });
});
