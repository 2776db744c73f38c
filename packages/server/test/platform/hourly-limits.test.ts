import {
  AddClientDocument,
  CheckMessageDocument,
  InviteClientDocument,
  MessagesDocument,
  SaveDraftDocument,
  SendMessageDocument,
  UpdateClientDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { MINUTE_MS } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const anHour = (points: number) => ({ points, seconds: 60 * 60 });
const limits = {
  ...defaultSettings.limits,
  recipientsPerCoach: anHour(5),
  invitesPerCoach: anHour(2),
};
const world = useWorld({ settings: { limits } });

async function aRoster(clients: number, traits: { registered?: boolean } = {}) {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId, ...traits };
  const people: Person[] = [];
  for (let i = 0; i < clients; i += 1) people.push(await aClient(world, own));
  return { people, browser: await loggedInBrowser(world, coach) };
}

const to = (people: Person[], more: Partial<MessageInput> = {}): MessageInput => ({
  subject: 'News',
  body: 'Hello',
  bodyFormat: 'TEXT',
  copyToMe: false,
  recipients: { clientIds: people.map(({ id }) => id), allActive: false },
  ...more,
});

async function send(browser: Browser, input: MessageInput) {
  return (await browser.run(SendMessageDocument, { input })).sendMessage;
}

const kindOf = async (browser: Browser, input: MessageInput) => (await send(browser, input)).__typename;

describe('the recipients of a coach in an hour', () => {
  it('a message that does not fit goes to nobody and says from when it does; a smaller one still goes', async () => {
    const { browser, people } = await aRoster(3);
    expect(await kindOf(browser, to(people))).toBe('MessageAccepted');
    const refused = await send(browser, to(people));
    expect(refused.__typename).toBe('TooManyAttempts');
    const retryAt = refused.__typename === 'TooManyAttempts' ? Date.parse(refused.retryAt) : 0;
    expect(retryAt).toBe(world.clock.now().getTime() + 60 * MINUTE_MS);
    const { messages } = await browser.run(MessagesDocument, { first: 10 });
    expect(messages.totalCount).toBe(1);
    expect(await kindOf(browser, to(people.slice(0, 2)))).toBe('MessageAccepted');
    expect(await kindOf(browser, to(people.slice(0, 1)))).toBe('TooManyAttempts');
    const letters = await Promise.all(people.map(async ({ email }) => (await world.letters(email)).length));
    expect(letters).toEqual([2, 2, 1]);
    world.clock.advance(61 * MINUTE_MS);
    expect(await kindOf(browser, to(people))).toBe('MessageAccepted');
  });

  it('of two at once that do not fit together one goes, and those of all active clients are counted too', async () => {
    const { browser, people } = await aRoster(3);
    const toAll = to([], { recipients: { clientIds: [], allActive: true } });
    const kinds = await Promise.all([kindOf(browser, to(people)), kindOf(browser, toAll)]);
    expect(kinds.sort()).toEqual(['MessageAccepted', 'TooManyAttempts']);
  });

  it('a message that is not accepted is not counted', async () => {
    const { browser, people } = await aRoster(5);
    expect(await kindOf(browser, to(people, { body: '[nonsense]' }))).toBe('MessageRejected');
    const input = to(people);
    const both = [1, 2].map(() => browser.run(SendMessageDocument, { input, idempotencyKey: 'k' }));
    for (const { sendMessage } of await Promise.all(both))
      expect(sendMessage.__typename).toBe('MessageAccepted');
    expect(await kindOf(browser, to(people.slice(0, 1)))).toBe('TooManyAttempts');
  });

  it('more than any hour has room for: pre-flight says so before it goes, and the draft is kept', async () => {
    const { browser } = await aRoster(6);
    const input = to([], { recipients: { clientIds: [], allActive: true } });
    const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 0 });
    const problem = { severity: 'ERROR', kind: 'TOO_MANY_RECIPIENTS' };
    expect(checkMessage).toMatchObject({ ok: false, recipientCount: 6, problems: [problem] });
    expect(await send(browser, input)).toMatchObject({ __typename: 'MessageRejected', problems: [problem] });
    const { saveDraft } = await browser.run(SaveDraftDocument, { input });
    expect(saveDraft.__typename).toBe('MessageAccepted');
  });
});

describe('the invites of a coach in an hour', () => {
  const move = async (browser: Browser, { id }: Person, email: string) =>
    (await browser.run(UpdateClientDocument, { id, input: { email, onDuplicateEmail: 'ASK' } })).updateClient
      .__typename;
  const invite = async (browser: Browser, { id }: Person) =>
    (await browser.run(InviteClientDocument, { id })).inviteClient.__typename;

  it('clients added without one, addresses seen twice and corrections before the first login are none', async () => {
    const { browser, people } = await aRoster(3, { registered: false });
    const [first, second, third] = people as [Person, Person, Person];
    const add = async (email: string, invited: boolean) => {
      const input = { firstName: 'Noor', lastName: 'Haddad', email, invite: invited };
      const { addClient } = await browser.run(AddClientDocument, {
        input: { ...input, onDuplicateEmail: 'ASK' },
      });
      return addClient.__typename;
    };
    for (let i = 0; i < 3; i += 1) {
      expect(await add(`quiet${i}@client.test`, false)).toBe('ClientSaved');
      expect(await add(first.email, true)).toBe('DuplicateEmail');
      expect(await move(browser, third, `third${i}@client.test`)).toBe('ClientSaved');
    }
    expect(await invite(browser, first)).toBe('ClientSaved');
    expect(await invite(browser, second)).toBe('ClientSaved');
    expect(await invite(browser, third)).toBe('TooManyAttempts');
    expect(await add('loud@client.test', true)).toBe('TooManyAttempts');
  });

  it('an address proposed to a registered client has letters sent, and is counted like one', async () => {
    const { browser, people } = await aRoster(3);
    const kinds: string[] = [];
    for (const person of people) kinds.push(await move(browser, person, `new.${person.email}`));
    expect(kinds).toEqual(['ClientSaved', 'ClientSaved', 'TooManyAttempts']);
  });
});
