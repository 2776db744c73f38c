import {
  AcceptInviteDocument,
  DeactivateClientDocument,
  InspectInviteDocument,
  InspectLoginLinkDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RenewLoginLinkDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  SetLoginLinkPolicyDocument,
  SetPasswordDocument,
  SiteDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, loggedInBrowser, logIn, redeem } from '../world/acts.ts';
import type { ReadLetter } from '../world/letters.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { supportEmail: 'help@site.example.com' } });
const MINUTE_MS = 60_000;
const PASSWORD = 'seven quiet tin boats';

const inSpanish = () => world.browser({ headers: { 'accept-language': 'es' } });
const askUsername = (email: string, browser = world.browser()) =>
  browser.run(RecoverUsernameDocument, { email });
const askLink = (username: string, browser = world.browser()) =>
  browser.run(RequestLoginLinkDocument, { username });
const renew = (token: string, browser = world.browser()) => browser.run(RenewLoginLinkDocument, { token });
const inspect = async (token: string) =>
  (await world.browser().run(InspectLoginLinkDocument, { token })).inspectLoginLink;
const inspectInvite = async (token: string, browser = world.browser()) =>
  (await browser.run(InspectInviteDocument, { token })).inspectInvite;
const accept = async (token: string, browser = world.browser()) =>
  (
    await browser.run(AcceptInviteDocument, {
      token,
      username: `fresh.${token.slice(0, 8)}`,
      password: PASSWORD,
    })
  ).acceptInvite;

const inviteTokens = ({ text }: ReadLetter) =>
  [...text.matchAll(/\/welcome#([\w-]{22})/g)].map(([, token]) => token ?? '');
const inviteToken = (letter: ReadLetter) => {
  const [token] = inviteTokens(letter);
  if (!token) throw new Error(`No invitation in: ${letter.text}`);
  return token;
};

const invited = () => aClient(world, { registered: false, password: null });

/** The token of a link in a message of this client's coach. */
async function tokenOfCoach(client: Person, coach: Person): Promise<string> {
  const coaching = await loggedInBrowser(world, coach);
  await coaching.run(SendMessageDocument, {
    input: {
      subject: 'Hi',
      body: '[loginLink]',
      bodyFormat: 'TEXT',
      copyToMe: false,
      recipients: { clientIds: [client.id], allActive: false },
    },
  });
  return (await world.latest(client.email)).token();
}

async function coachAndClient(traits: object = {}) {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  return { coach, client };
}

describe('C148 the username letter', () => {
  it('of somebody who never accepted holds the invitation, and speaks of no login and no password they had', async () => {
    const client = await invited();
    await askUsername(client.email);
    const letter = await world.latest(client.email);
    expect(letter.subject).toContain('your username');
    expect(letter.subject).toContain('invitation');
    expect(letter.prose).toContain('Dana Okafor has invited you to Northwind Coaching');
    expect(letter.prose).not.toMatch(/forgot|Log in|login page/i);
    expect(letter.text).not.toContain(client.username);
    expect((await accept(inviteToken(letter))).__typename).toBe('LoggedIn');
  });

  it('names every account of the address: who has a username, who is invited, who is deactivated', async () => {
    const email = 'shared.by.three@client.test';
    const open = await aClient(world, { email });
    const closed = await aClient(world, { email, status: 'INACTIVE' });
    const waiting = await aClient(world, { email, registered: false, password: null });
    await askUsername(email);
    const letter = await world.latest(email);
    expect(letter.text).toContain(`- ${open.username} (Northwind Coaching)`);
    expect(letter.text).toContain(`- ${closed.username} (Northwind Coaching, deactivated)`);
    expect(letter.text).not.toContain(waiting.username);
    expect(letter.prose).toContain('Log in with the username');
    expect(letter.prose).toContain(`The account ${closed.username} at Northwind Coaching is deactivated`);
    expect((await accept(inviteToken(letter))).__typename).toBe('LoggedIn');
  });

  it('does not tell a deactivated one to log in, but whom to write to; one that may look is told to', async () => {
    const closed = await aClient(world, { status: 'INACTIVE' });
    const looking = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true });
    const never = await aClient(world, { status: 'INACTIVE', registered: false, password: null });
    for (const { email } of [closed, looking, never]) await askUsername(email);
    for (const one of [closed, never]) {
      const { prose, text } = await world.latest(one.email);
      expect(prose).toContain('write to Dana Okafor: hello@northwind.example.com');
      expect(prose).not.toMatch(/Log in with|login page/);
      expect(text).not.toContain('/welcome#');
    }
    const { prose } = await world.latest(looking.email);
    expect(prose).toContain('(Northwind Coaching, deactivated, for looking only)');
    expect(prose).toContain('Log in with the username');
  });

  it('ends no invitation that went before, nor does the helper that is asked for a link', async () => {
    const client = await invited();
    await askUsername(client.email);
    await askLink(client.username);
    await askUsername(client.email);
    const tokens = (await world.letters(client.email)).map(inviteToken);
    expect(tokens).toHaveLength(3);
    for (const token of tokens) expect((await inspectInvite(token)).usable).toBe(true);
    expect((await accept(tokens[0] ?? '')).__typename).toBe('LoggedIn');
    expect((await inspectInvite(tokens[1] ?? '')).problem).toBe('ANOTHER_USED');
  });
});

describe('C149 where links ask for the password too, or none are made', () => {
  it('PASSWORD_TOO: letter and link page say so at once, and whom to write to if it is lost', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO' });
    const letter = await askForLink(world, client);
    expect(letter.prose).toContain('together with your password');
    expect(letter.prose).toContain(
      'Password forgotten? Then this link does not help. Write to hello@northwind.example.com: your coach can have your account start over',
    );
    expect(letter.prose).not.toContain('set a new password');
    const { supportEmail, ...facts } = await inspect(letter.token());
    expect(facts).toMatchObject({ usable: true, needsPassword: true, hasCode: false });
    expect(supportEmail).toBe('hello@northwind.example.com');
  });

  it('NEVER: the letter says what is left, and whom to write to', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'NEVER' });
    await askLink(client.username);
    const { prose } = await world.latest(client.email);
    expect(prose).toContain('Password forgotten? Write to hello@northwind.example.com: your coach can have');
  });

  it('speaks of no fresh start where the practice has none, and to coaches of whoever runs the site', async () => {
    const { client } = await coachAndClient({ loginLinkPolicy: 'NEVER' });
    await world.rows(
      'update practice set fresh_starts_allowed = false where id = (select practice_id from account where id = ?) returning 1',
      [client.id],
    );
    await askLink(client.username);
    const { prose } = await world.latest(client.email);
    expect(prose).toContain('your coach is there to help');
    expect(prose).not.toContain('start over');
    const coach = await aCoach(world, { loginLinkPolicy: 'PASSWORD_TOO' });
    expect((await askForLink(world, coach)).prose).toContain('write to whoever runs this site');
  });

  it('with no password set a link is enough, and nobody is told otherwise', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO', password: null });
    const letter = await askForLink(world, client);
    expect(letter.prose).not.toMatch(/together with|forgotten/);
    expect(await inspect(letter.token())).toMatchObject({ needsPassword: false, hasCode: true });
  });
});

describe('C150 whom to write to', () => {
  it('stands on the signed-out pages with several practices too, and in the letter of an address without account', async () => {
    await aCoach(world, { practiceName: 'Southwind Coaching' });
    await aCoach(world, { practiceName: 'Eastwind Coaching' });
    expect((await world.browser().run(SiteDocument, {})).site.supportEmail).toBe('help@site.example.com');
    await askUsername('nobody.c150@client.test');
    expect((await world.latest('nobody.c150@client.test')).prose).toContain('write to help@site.example.com');
  });
});

describe('C151 the helper’s letter', () => {
  const NAMED = { username: 'tu nombre de usuario', link: 'tu enlace de acceso' };

  it('is in the language of the page for hit and miss, whatever the account speaks, with the subject the page names', async () => {
    const english = await aClient(world);
    const email = 'several.c151@client.test';
    for (let n = 0; n < 2; n += 1) await aClient(world, { email });
    const waiting = await invited();
    const closed = await aClient(world, { status: 'INACTIVE' });
    const miss = 'nobody.c151@client.test';
    for (const address of [english.email, email, waiting.email, closed.email, miss])
      await askUsername(address, inSpanish());
    for (const address of [english.email, email, waiting.email, closed.email, miss]) {
      const { subject, kept } = await world.latest(address);
      expect(subject).toContain(NAMED.username);
      expect(kept.html).toContain('<html lang="es">');
    }
  });

  it('of a login link too, and of its renewal', async () => {
    const all = [
      await aClient(world),
      await aClient(world, { status: 'INACTIVE' }),
      await aClient(world, { loginLinkPolicy: 'NEVER' }),
      await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO' }),
      await invited(),
    ];
    for (const { username, email } of all) {
      await askLink(username, inSpanish());
      const { subject, kept } = await world.latest(email);
      expect(subject).toContain(NAMED.link);
      expect(kept.html).toContain('<html lang="es">');
    }
    const [first] = all;
    if (!first) throw new Error('Nobody');
    await renew((await world.latest(first.email)).token(), inSpanish());
    expect(
      (await world.letters(first.email)).map(({ kept }) => kept.html.includes('<html lang="es">')),
    ).toEqual([true, true]);
  });

  it('is English for an English page and a Spanish account', async () => {
    const client = await aClient(world, { locale: 'es' });
    const letter = await askForLink(world, client, world.browser({ headers: { 'accept-language': 'en' } }));
    expect(letter.subject).toBe('Northwind Coaching: your login link');
    expect(letter.text).toMatch(/It works until \w+day/);
  });
});

describe('C152 a code', () => {
  it('is offered for a link of the helper’s letter alone, and only while it may work', async () => {
    const { coach, client } = await coachAndClient();
    expect(await inspect(await tokenOfCoach(client, coach))).toMatchObject({ usable: true, hasCode: false });
    const token = (await askForLink(world, client)).token();
    expect(await inspect(token)).toMatchObject({ usable: true, hasCode: true });
    world.clock.advance(10 * MINUTE_MS + 1);
    expect(await inspect(token)).toMatchObject({ usable: true, hasCode: false });
  });
});

describe('C153 an invitation', () => {
  it('that was accepted says so, to the letter, and never calls itself a login link', async () => {
    const client = await invited();
    await askUsername(client.email);
    const token = inviteToken(await world.latest(client.email));
    const browser = world.browser();
    await accept(token, browser);
    expect(await inspectInvite(token, browser)).toMatchObject({ usable: false, problem: 'USED' });
    const again = await accept(token, browser);
    expect(again).toMatchObject({ __typename: 'LoginLinkUnusable', problem: 'USED' });
    expect(again.__typename === 'LoginLinkUnusable' && again.message).toMatch(
      /^This invitation was accepted already/,
    );
    const unknown = await accept('A'.repeat(22));
    expect(unknown.__typename === 'LoginLinkUnusable' && unknown.message).toBe(
      'This invitation does not work any more.',
    );
  });

  it('that is renewed after it was accepted brings a letter that says why a login link comes instead', async () => {
    const client = await invited();
    await askUsername(client.email);
    const token = inviteToken(await world.latest(client.email));
    await renew(token);
    const fresh = await world.latest(client.email);
    expect(fresh.subject).toBe('Northwind Coaching: your invitation');
    expect(fresh.prose).not.toMatch(/login link/);
    await accept(token);
    await renew(token);
    const letter = (await world.letters(client.email)).at(-1);
    expect(letter?.prose).toContain('you asked for a fresh invitation, but yours has been accepted already');
    expect(letter?.links()).toHaveLength(1);
  });
});

describe('C154 a link that something else ended', () => {
  it('says that another link or a code was used', async () => {
    const { coach, client } = await coachAndClient();
    const old = await tokenOfCoach(client, coach);
    const letter = await askForLink(world, client);
    await redeem(world.browser(), letter.token());
    expect(await inspect(old)).toMatchObject({ usable: false, problem: 'ANOTHER_USED', mayRenew: true });
    const refused = await redeem(world.browser(), old);
    expect(refused).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'ANOTHER_USED',
      mayRenew: true,
    });
    expect(refused.__typename === 'LoginLinkUnusable' && refused.message).toContain(
      'Another link or code was used',
    );
    const later = await askForLink(world, client);
    await world.browser().run(RedeemLoginCodeDocument, { username: client.username, code: later.code() });
    expect((await inspect(later.token())).problem).toBe('ANOTHER_USED');
  });

  it('says that a new password was set, or that what opens the account was changed', async () => {
    const client = await aClient(world);
    const browser = world.browser();
    await redeem(browser, (await askForLink(world, client)).token());
    const second = (await askForLink(world, client)).token();
    await browser.run(SetPasswordDocument, { newPassword: PASSWORD });
    expect((await inspect(second)).problem).toBe('PASSWORD_CHANGED');
    const third = (await askForLink(world, client)).token();
    const own = world.browser();
    await logIn(own, client.username, PASSWORD);
    await own.run(SetLoginLinkPolicyDocument, { policy: 'NEVER' });
    expect((await inspect(third)).problem).toBe('ACCESS_CHANGED');
  });

  it('one whose time was over before says just that', async () => {
    const client = await aClient(world);
    const old = (await askForLink(world, client)).token();
    world.clock.advance(61 * MINUTE_MS);
    await redeem(world.browser(), (await askForLink(world, client)).token());
    expect((await inspect(old)).problem).toBe('EXPIRED');
  });

  it('tells nothing of a deactivation, before and after the account is opened again', async () => {
    const { coach, client } = await coachAndClient();
    const token = (await askForLink(world, client)).token();
    const coaching = await loggedInBrowser(world, coach);
    await coaching.run(DeactivateClientDocument, { id: client.id, mayLogIn: false });
    const unknown = await inspect('A'.repeat(22));
    expect(await inspect(token)).toEqual(unknown);
    await redeem(world.browser(), token);
    expect(await inspect(token)).toEqual(unknown);
  });

  it('of many used at one instant one wins, and nobody waits for another', async () => {
    const client = await aClient(world);
    const tokens: string[] = [];
    for (let n = 0; n < 4; n += 1) tokens.push((await askForLink(world, client)).token());
    const outcomes = await Promise.all(tokens.map((token) => redeem(world.browser(), token)));
    expect(outcomes.filter(({ __typename }) => __typename === 'LoggedIn')).toHaveLength(1);
    expect(outcomes.filter(({ __typename }) => __typename === 'LoginLinkUnusable')).toHaveLength(3);
  });
});
