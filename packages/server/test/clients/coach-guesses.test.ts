import {
  AcceptInviteDocument,
  AddClientDocument,
  ChangeUsernameDocument,
  ClientDocument,
  DeleteClientDocument,
  ImportClientsDocument,
  InspectInviteDocument,
  InviteClientDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { tellTo, type ToldEvent } from '../world/provider-event.ts';
import { Provider, textOf } from '../world/provider.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, webhookKeys: [key] } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
const takenUsernamesPerPractice = { points: 5, seconds: 3_600 };
const strict = useWorld({ settings: { limits: { ...defaultSettings.limits, takenUsernamesPerPractice } } });

async function tell(told: ToldEvent): Promise<void> {
  expect(await tellTo(world, told, key)).toBe(200);
}
beforeAll(() => void (provider.tell = tell));
afterAll(() => provider.close());
afterEach(() => provider.nobodyHas.clear());

let addresses = 0;
const anAddress = (who: string) => `${who}.${(addresses += 1)}@mail.test`;

async function aDesk() {
  const coach = await aCoach(world);
  return {
    own: { coachId: coach.id, practiceId: coach.practiceId },
    browser: await loggedInBrowser(world, coach),
  };
}

async function add(browser: Browser, email: string, invite: boolean): Promise<string> {
  const input = { firstName: 'A', lastName: 'B', email, invite, onDuplicateEmail: 'ADD_ANYWAY' as const };
  const { addClient } = await browser.run(AddClientDocument, { input });
  if (addClient.__typename !== 'ClientSaved') throw new Error(JSON.stringify(addClient));
  return addClient.client.id;
}

const wordsFor = (address: string) => provider.to(address).map((form) => textOf(form, 'text'));
const inviteTo = (address: string) => {
  const found = wordsFor(address).map((text) => /\/welcome#([\w-]{22})/.exec(text)?.[1]);
  return found.findLast((token) => token !== undefined) ?? '';
};

/** The username that the invitation to this address offers. */
const suggestedTo = async (address: string) =>
  (await world.browser().run(InspectInviteDocument, { token: inviteTo(address) })).inspectInvite
    .suggestedUsername;

describe('a coach who guesses usernames, with a client made up at the address of another', () => {
  const askForLink = async ({ username }: Pick<Person, 'username'>) => {
    await world.browser().run(RequestLoginLinkDocument, { username });
    await world.settle();
  };
  const wrong = { username: 'nobody.by.this.name' };

  it.each(['arrives', 'comes back'])('sees no difference where the letter %s', async (fate) => {
    const { browser } = await aDesk();
    const victim = await aClient(world, { email: anAddress('victim') });
    if (fate === 'comes back') provider.nobodyHas.add(victim.email);
    const look = async (guess: Pick<Person, 'username'>) => {
      const id = await add(browser, victim.email, false);
      await askForLink(guess);
      const { client } = await browser.run(ClientDocument, { id });
      await browser.run(DeleteClientDocument, { id });
      return { emailState: client?.emailState, checks: client?.loginHelp.checks };
    };
    const [hit, miss] = [await look(victim), await look(wrong)];
    expect(provider.to(victim.email)).toHaveLength(1);
    expect(hit).toEqual(miss);
  });

  it('sees none either by what is left of the letters of an hour', async () => {
    const { browser } = await aDesk();
    const victim = await aClient(world, { email: anAddress('victim') });
    const look = async (guess: Pick<Person, 'username'>) => {
      world.clock.advance(61 * 60_000);
      const id = await add(browser, victim.email, false);
      for (let times = 0; times < 6; times += 1) await askForLink(guess);
      await world.browser().run(RecoverUsernameDocument, { email: victim.email });
      await world.settle();
      const { client } = await browser.run(ClientDocument, { id });
      await browser.run(DeleteClientDocument, { id });
      return { emailState: client?.emailState, checks: client?.loginHelp.checks };
    };
    expect(await look(victim)).toEqual(await look(wrong));
    expect(provider.to(victim.email).length).toBeGreaterThan(5);
  });

  it('learns nothing of what others at the address did with their mail', async () => {
    const { browser } = await aDesk();
    const victim = await aClient(world, { email: anAddress('victim') });
    const home = await loggedInBrowser(world, victim);
    await home.run(RequestLoginLinkDocument, { username: victim.username });
    await world.settle();
    const [letter] = provider.to(victim.email);
    const id = await add(browser, victim.email, false);
    const messageId = textOf(letter, 'h:Message-ID').replace(/^<|>$/g, '');
    await tell({ event: 'complained', recipient: victim.email, messageId });
    expect((await browser.run(ClientDocument, { id })).client?.emailState).toBe('UNKNOWN');
    const [row] = await world.rows('select email_state from account where id = ?', [victim.id]);
    expect(row).toEqual({ email_state: 'COMPLAINED' });
  });
});

describe('a letter that the system sends by itself', () => {
  it('marks the account it was for, as a message does: an invite that comes back is shown', async () => {
    const { browser } = await aDesk();
    const address = anAddress('wrong');
    provider.nobodyHas.add(address);
    const invited = await add(browser, address, true);
    await world.settle();
    expect((await browser.run(ClientDocument, { id: invited })).client?.emailState).toBe('BOUNCED');
  });
});

describe('a coach who has a client first at an address of the coach’s own', () => {
  it('knows nothing of the username that the client is offered at their address', async () => {
    const { browser } = await aDesk();
    const [own, real] = [anAddress('coach'), anAddress('client')];
    const id = await add(browser, own, false);
    await world.browser().run(RecoverUsernameDocument, { email: own });
    await world.settle();
    const known = await suggestedTo(own);
    expect(known).toMatch(/^[a-z]+\.[a-z]+\.\d{3}$/);
    const input = { email: real, onDuplicateEmail: 'ASK' as const };
    await browser.run(UpdateClientDocument, { id, input });
    await browser.run(InviteClientDocument, { id });
    await world.settle();
    const suggested = await suggestedTo(real);
    expect(suggested).toMatch(/^[a-z]+\.[a-z]+\.\d{3}$/);
    expect(suggested).not.toBe(known);
    const before = provider.to(real).length;
    await world.browser().run(RequestLoginLinkDocument, { username: known ?? '' });
    await world.settle();
    expect(provider.to(real)).toHaveLength(before);
  });
});

describe('asking with made-up clients which usernames are taken', () => {
  it('ends after so many answers for one source, however many invites there are', async () => {
    const { browser } = await aDesk();
    const taken = await aClient(world, {});
    const { takenUsernamesPerSource, newPasswordsPerAccount } = defaultSettings.limits;
    const address = '203.0.113.77';
    const attacker = () => world.browser({ address });
    const seen: string[] = [];
    while (seen.length <= takenUsernamesPerSource.points) {
      const email = anAddress('made.up');
      await add(browser, email, true);
      await world.settle();
      const token = inviteTo(email);
      for (let times = 0; times < newPasswordsPerAccount.points; times += 1) {
        const guess = { token, username: taken.username, password: 'seven quiet tin boats' };
        const { acceptInvite } = await attacker().run(AcceptInviteDocument, guess);
        seen.push(acceptInvite.__typename);
      }
    }
    expect(seen.filter((outcome) => outcome === 'UsernameTaken')).toHaveLength(
      takenUsernamesPerSource.points,
    );
    expect(new Set(seen)).toEqual(new Set(['UsernameTaken', 'TooManyAttempts']));
    // Whoever is at another place goes on.
    const email = anAddress('real');
    await add(browser, email, true);
    await world.settle();
    const free = { token: inviteTo(email), username: 'quite.free', password: 'seven quiet tin boats' };
    expect((await world.browser().run(AcceptInviteDocument, free)).acceptInvite.__typename).toBe('LoggedIn');
  }, 60_000);

  it('ends for a practice as well, from however many places, and a name that is free costs nothing', async () => {
    const clients: Browser[] = [];
    const taken = await aClient(strict);
    const coach = await aCoach(strict);
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    for (let n = 0; n < 8; n += 1) clients.push(await loggedInBrowser(strict, await aClient(strict, own)));
    const rename = async (browser: Browser, username: string) =>
      (await browser.run(ChangeUsernameDocument, { username })).changeUsername.__typename;
    for (const [n, browser] of clients.slice(0, 5).entries())
      expect(await rename(browser, `free.name.${n}`)).toBe('MyAccountChanged');
    const seen = [];
    for (const browser of clients) seen.push(await rename(browser, taken.username));
    const wanted = (n: number) => (n < 5 ? 'UsernameTaken' : 'TooManyAttempts');
    expect(seen).toEqual(clients.map((_, n) => wanted(n)));
    const elsewhere = await loggedInBrowser(strict, await aClient(strict));
    expect(await rename(elsewhere, taken.username)).toBe('UsernameTaken');
  });
});

describe('mail that a coach can have sent to a stranger', () => {
  it('is five invites an hour to one address, however many clients stand for it', async () => {
    const { browser } = await aDesk();
    const address = anAddress('stranger');
    const id = await add(browser, address, true);
    for (let times = 1; times < 5; times += 1) await browser.run(InviteClientDocument, { id });
    await world.settle();
    expect(provider.to(address)).toHaveLength(5);
    const { inviteClient } = await browser.run(InviteClientDocument, { id });
    expect(inviteClient.__typename).toBe('TooManyAttempts');
    const input = {
      firstName: 'C',
      lastName: 'D',
      email: address,
      invite: true,
      onDuplicateEmail: 'ADD_ANYWAY' as const,
    };
    expect((await browser.run(AddClientDocument, { input })).addClient.__typename).toBe('TooManyAttempts');
    await world.settle();
    expect(provider.to(address)).toHaveLength(5);
  });

  it('is no more by a list: neither by one that is long, nor by many that are short', async () => {
    const { browser } = await aDesk();
    const address = anAddress('stranger');
    const importing = async (count: number) => {
      const rows = Array.from({ length: count }, (_, n) => ({
        firstName: `N${n}.${(addresses += 1)}`,
        lastName: 'L',
        email: address,
      }));
      const input = { rows, invite: true, onDuplicateEmail: 'ADD_ANYWAY' as const };
      return (await browser.run(ImportClientsDocument, input)).importClients.__typename;
    };
    expect(await importing(6)).toBe('InvalidInput');
    expect(await importing(3)).toBe('ClientRows');
    expect(await importing(3)).toBe('TooManyAttempts');
    expect(await importing(2)).toBe('ClientRows');
    expect(await importing(1)).toBe('TooManyAttempts');
    await world.settle();
    expect(provider.to(address)).toHaveLength(5);
  });
});

describe('a client who comes in while the coach deletes them', () => {
  it('keeps the account for the thirty days that everybody has', async () => {
    const { browser } = await aDesk();
    for (let round = 0; round < 10; round += 1) {
      const address = anAddress('racing');
      const id = await add(browser, address, true);
      await world.settle();
      const names = { username: `racing.${round}.${addresses}`, password: 'seven quiet tin boats' };
      const [{ acceptInvite }] = await Promise.all([
        world.browser().run(AcceptInviteDocument, { token: inviteTo(address), ...names }),
        browser.run(DeleteClientDocument, { id }),
      ]);
      const rows = await world.rows('select registered_at, delete_at from account where id = ?', [id]);
      if (acceptInvite.__typename === 'LoggedIn') expect(rows).toHaveLength(1);
      else expect(acceptInvite.__typename).toBe('LoginLinkUnusable');
    }
  });
});
