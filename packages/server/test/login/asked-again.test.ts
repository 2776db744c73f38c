import {
  AddClientDocument,
  DeleteClientDocument,
  SendMessageDocument,
  type AddClientInput,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { MINUTE_MS } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const two = { points: 2, seconds: 60 * 60 };
const limits = {
  ...defaultSettings.limits,
  messagesPerCoach: two,
  invitesPerCoach: two,
  clientsAddedPerCoach: two,
};
const world = useWorld({ settings: { limits } });

async function aDesk() {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const input: MessageInput = {
    subject: 'News',
    body: 'Hello',
    bodyFormat: 'TEXT',
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  return { coach, client, input, browser: await loggedInBrowser(world, coach) };
}

/** The id of the message, or what it was answered instead. */
async function send(browser: Browser, input: MessageInput, idempotencyKey: string) {
  const { sendMessage } = await browser.run(SendMessageDocument, { input, idempotencyKey });
  return sendMessage.__typename === 'MessageAccepted'
    ? sendMessage.acceptedMessage.id
    : sendMessage.__typename;
}

const isId = /^[0-9a-f-]{36}$/;

describe('a message that is asked for again under its key', () => {
  it('C078 is answered as it was, though its time has passed meanwhile', async () => {
    const { browser, input } = await aDesk();
    const localTime = new Date(world.clock.now().getTime() + 10 * MINUTE_MS).toISOString().slice(0, 16);
    const scheduled = { ...input, schedule: { localTime, timeZone: 'UTC' } };
    const id = await send(browser, scheduled, 'tuesday');
    expect(id).toMatch(isId);
    world.clock.advance(20 * MINUTE_MS);
    expect(await send(browser, scheduled, 'tuesday')).toBe(id);
    expect(await send(browser, scheduled, 'another')).toBe('MessageRejected');
  });

  it('C078 is answered as it was over the limit too, and counts for none', async () => {
    const { browser, client, input } = await aDesk();
    const first = await send(browser, input, 'one');
    for (let i = 0; i < 5; i += 1) expect(await send(browser, input, 'one')).toBe(first);
    const second = await send(browser, input, 'two');
    expect(second).toMatch(isId);
    expect(await send(browser, input, 'three')).toBe('TooManyAttempts');
    expect(await send(browser, input, 'two')).toBe(second);
    expect(await world.letters(client.email)).toHaveLength(2);
  });

  it('C078 of three at once that only one send is left for, each gets its answer', async () => {
    const { browser, client, input } = await aDesk();
    await send(browser, input, 'one');
    const answers = await Promise.all([1, 2, 3].map(() => send(browser, input, 'two')));
    expect(answers[0]).toMatch(isId);
    expect(new Set(answers).size).toBe(1);
    expect(await world.letters(client.email)).toHaveLength(2);
  });

  it('with another input it is refused as ever, whatever else is wrong with that', async () => {
    const { browser, input } = await aDesk();
    await send(browser, input, 'one');
    for (const more of [{ subject: 'Other' }, { body: '[nonsense]' }]) {
      const { sendMessage } = await browser.run(SendMessageDocument, {
        input: { ...input, ...more },
        idempotencyKey: 'one',
      });
      expect(sendMessage).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'idempotencyKey' }],
      });
    }
  });

  it('what was refused by a limit is done under the same key once there is room', async () => {
    const { browser, input } = await aDesk();
    await send(browser, input, 'one');
    await send(browser, input, 'two');
    expect(await send(browser, input, 'three')).toBe('TooManyAttempts');
    world.clock.advance(61 * MINUTE_MS);
    expect(await send(browser, input, 'three')).toMatch(isId);
  });
});

describe('a client who is added again under the same key', () => {
  let people = 0;
  const someone = (more: Partial<AddClientInput> = {}): AddClientInput => {
    people += 1;
    return {
      firstName: 'Noor',
      lastName: 'Haddad',
      email: `noor${people}@client.test`,
      invite: true,
      onDuplicateEmail: 'ASK',
      ...more,
    };
  };

  async function add(browser: Browser, input: AddClientInput, idempotencyKey: string) {
    const { addClient } = await browser.run(AddClientDocument, { input, idempotencyKey });
    return addClient.__typename === 'ClientSaved' ? addClient.client.id : addClient.__typename;
  }

  it.each([true, false])(
    'is the same over the limit too, and counts for none (invite: %s)',
    async (invite) => {
      const { browser } = await aDesk();
      const [one, two] = [someone({ invite }), someone({ invite })];
      const first = await add(browser, one, 'one');
      for (let i = 0; i < 5; i += 1) expect(await add(browser, one, 'one')).toBe(first);
      const second = await add(browser, two, 'two');
      expect(second).toMatch(isId);
      expect(await add(browser, someone({ invite }), 'three')).toBe('TooManyAttempts');
      expect(await add(browser, two, 'two')).toBe(second);
      expect(await world.letters(one.email)).toHaveLength(invite ? 1 : 0);
    },
  );

  it('and was deleted meanwhile is not added again, and is no fault', async () => {
    const { browser } = await aDesk();
    const input = someone();
    const id = await add(browser, input, 'one');
    await browser.run(DeleteClientDocument, { id });
    const { addClient } = await browser.run(AddClientDocument, { input, idempotencyKey: 'one' });
    expect(addClient).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'idempotencyKey' }] });
  });
});
